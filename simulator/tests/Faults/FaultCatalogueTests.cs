using CardConformance.Fuzz;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Tests.Faults;

public sealed class FaultCatalogueTests
{
    private const string Usual =
        """
        {
          "description": "Carte muette",
          "cause": { "kind": "anyCommand" },
          "effect": { "kind": "mute" },
          "end": { "kind": "once" }
        }
        """;

    private readonly string _folder = TestCards.NewFolder();

    private static IEnumerable<string> Shipped() => new FaultCatalogue(TestCards.Fixture("faults")).Names;

    public FaultCatalogueTests() => Directory.CreateDirectory(_folder);

    [Test]
    public void Every_fault_in_the_fixtures_has_a_description_of_its_own()
    {
        var catalogue = new FaultCatalogue(TestCards.Fixture("faults"));
        Assert.That(catalogue.Names.Select(name => catalogue.Load(name).Description), Is.Unique.And.Not.Empty);
    }

    [TestCaseSource(nameof(Shipped))]
    public void Every_fault_in_the_fixtures_makes_a_card_fail(string name)
    {
        CardFault fault = new FaultCatalogue(TestCards.Fixture("faults")).Load(name);
        Assert.That(Session(fault), Is.Not.EqualTo(Session(fault: null)));
    }

    [Test]
    public void Unknown_name_is_answered_with_the_known_ones()
    {
        Write(Usual);
        Assert.That(
            () => new FaultCatalogue(_folder).Load("muete"),
            Throws.InstanceOf<UnknownFaultException>().With.Message.EqualTo("there is no fault \"muete\"; known faults: muette."));
    }

    [Test]
    public void Fault_is_what_its_file_says()
    {
        CardFault fault = Load(Usual);
        Assert.That(fault, Is.EqualTo(new CardFault(new Mute()) { Description = "Carte muette" }));
    }

    [TestCase("{ \"kind\": \"removal\", \"moment\": \"after\" }", typeof(Removal))]
    [TestCase("{ \"kind\": \"powerLoss\" }", typeof(PowerLoss))]
    [TestCase("{ \"kind\": \"delay\", \"milliseconds\": 600000 }", typeof(Delay))]
    [TestCase("{ \"kind\": \"latency\", \"leastMilliseconds\": 0, \"mostMilliseconds\": 0, \"seed\": 0 }", typeof(Latency))]
    [TestCase("{ \"kind\": \"statusWord\", \"value\": \"6982\" }", typeof(RewrittenStatus))]
    [TestCase("{ \"kind\": \"truncation\", \"length\": 0 }", typeof(Truncation))]
    [TestCase("{ \"kind\": \"corruption\", \"offset\": -2, \"mask\": \"80\" }", typeof(Corruption))]
    [TestCase("{ \"kind\": \"padding\", \"length\": 65538 }", typeof(Padding))]
    public void Effects(string effect, Type expected) =>
        Assert.That(Load(Usual.Replace("{ \"kind\": \"mute\" }", effect, StringComparison.Ordinal)).Effect, Is.TypeOf(expected));

    [TestCase("\"kind\": \"mute\"", "\"kind\": \"dumb\"", "$.effect.kind: one of mute, removal, powerLoss, delay, latency, statusWord, truncation, corruption, padding, atr is expected here, found \"dumb\".", TestName = "Unknown_effect")]
    [TestCase("\"kind\": \"mute\"", "\"kind\": \"mute\", \"moment\": \"after\"", "$.effect.moment: this member is not known; known are kind.", TestName = "Member_of_another_effect")]
    [TestCase("\"kind\": \"mute\"", "\"kind\": \"removal\"", "$.effect: the member \"moment\" is missing.", TestName = "Removal_without_moment")]
    [TestCase("\"kind\": \"mute\"", "\"kind\": \"removal\", \"moment\": \"during\"", "$.effect.moment: one of before, within, after is expected here, found \"during\".", TestName = "Unknown_moment")]
    [TestCase("\"kind\": \"mute\"", "\"kind\": \"delay\", \"milliseconds\": 600001", "$.effect.milliseconds: a whole number from 1 to 600000 is expected here, found 600001.", TestName = "Delay_too_long")]
    [TestCase("\"kind\": \"mute\"", "\"kind\": \"latency\", \"leastMilliseconds\": 70, \"mostMilliseconds\": 20, \"seed\": 1", "$.effect.mostMilliseconds: a whole number from 70 to 600000 is expected here, found 20.", TestName = "Latency_upside_down")]
    [TestCase("\"kind\": \"mute\"", "\"kind\": \"statusWord\", \"value\": \"90\"", "$.effect.value: 2 bytes are expected here, found 1.", TestName = "Half_a_status_word")]
    [TestCase("\"kind\": \"mute\"", "\"kind\": \"truncation\", \"length\": -1", "$.effect.length: a whole number from 0 to 65538 is expected here, found -1.", TestName = "Negative_length")]
    [TestCase("\"kind\": \"mute\"", "\"kind\": \"corruption\", \"offset\": 0, \"mask\": \"00\"", "$.effect.mask: 01 to FF is expected here, found 00.", TestName = "Corruption_that_changes_nothing")]
    [TestCase("\"kind\": \"mute\"", "\"kind\": \"padding\", \"length\": 65539", "$.effect.length: a whole number from 3 to 65538 is expected here, found 65539.", TestName = "Longer_than_any_answer")]
    [TestCase("\"kind\": \"mute\"", "\"kind\": \"atr\", \"bytes\": \"3B\"", "$.effect.bytes: 2 to 33 bytes are expected here, found 1.", TestName = "ATR_too_short")]
    [TestCase("\"kind\": \"mute\"", "\"kind\": \"atr\", \"bytes\": \"3B 00\"", "$.effect: this effect has a reset as its cause, not a command.", TestName = "ATR_as_the_answer_to_a_command")]
    [TestCase("\"kind\": \"anyCommand\"", "\"kind\": \"never\"", "$.cause.kind: one of anyCommand, instruction, command, reset is expected here, found \"never\".", TestName = "Unknown_cause")]
    [TestCase("\"kind\": \"anyCommand\"", "\"kind\": \"instruction\"", "$.cause: the member \"instruction\" is missing.", TestName = "Cause_without_instruction")]
    [TestCase("\"kind\": \"anyCommand\"", "\"kind\": \"command\", \"begins\": \"00 2* 00\"", "$.cause.begins: bytes in hexadecimal, ** for any, for example \"00 20 ** 01\", are expected here, found \"00 2* 00\".", TestName = "Half_a_byte_left_open")]
    [TestCase("\"kind\": \"anyCommand\"", "\"kind\": \"anyCommand\", \"nth\": 0", "$.cause.nth: a whole number from 1 to 2147483647 is expected here, found 0.", TestName = "Counted_from_zero")]
    [TestCase("\"kind\": \"once\"", "\"kind\": \"twice\"", "$.end.kind: one of once, times, untilReset, always is expected here, found \"twice\".", TestName = "Unknown_end")]
    [TestCase("\"kind\": \"once\"", "\"kind\": \"times\"", "$.end: the member \"times\" is missing.", TestName = "Times_without_number")]
    [TestCase("\"end\": { \"kind\": \"once\" }", "", "$: the member \"end\" is missing.", TestName = "Without_end")]
    public void Mistake_is_named_with_its_place(string right, string wrong, string expected)
    {
        string spoilt = Usual.Replace(right, wrong, StringComparison.Ordinal);
        Assert.That(spoilt, Is.Not.EqualTo(Usual), right);
        Assert.That(
            () => Load(spoilt),
            Throws.InstanceOf<FixtureException>().With.Message.EqualTo($"{_folder}/muette.json, {expected}"));
    }

    private CardFault Load(string json)
    {
        Write(json);
        return new FaultCatalogue(_folder).Load("muette");
    }

    private void Write(string json) => File.WriteAllText(Path.Combine(_folder, "muette.json"), json);

    // A login with the card: what came back, whether the card was still there, and how long all of it took.
    private static string[] Session(CardFault? fault)
    {
        var time = new InstantTime();
        var card = new FaultyCard(TestCards.New(), time);
        if (fault is not null)
        {
            card.Arm(fault);
        }

        card.Reset();
        List<string> session = [Convert.ToHexString(card.Atr.Span), $"{card.IsPresent}"];
        byte[] response = new byte[70_000];
        foreach (string command in new[] { "00B09E0005", "00A40900043F000001", "002000010431323334", "002241A406800102840182", "00880000053132333435" })
        {
            int length = card.Transmit(Convert.FromHexString(command), response);
            session.Add(length < 0 ? $"{length}" : Convert.ToHexString(response, 0, length));
            session.Add($"{card.IsPresent}");
        }

        session.Add($"{time.Waited}");
        return [.. session];
    }
}
