using System.Text.RegularExpressions;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Reader;
using CardConformance.Simulator.Zoo;

namespace CardConformance.Harness.Tests.Documentation;

/// <summary>The examples of <c>simulator/README.md</c>, line by line as they stand there, work.</summary>
[NonParallelizable]
public sealed partial class CardReadmeTests
{
    private readonly string _before = Directory.GetCurrentDirectory();

    [SetUp]
    public void GoToTheRoot() => Directory.SetCurrentDirectory(Path.GetDirectoryName(Repository.Fixtures)!);

    [TearDown]
    public void GoBack() => Directory.SetCurrentDirectory(_before);

    [Test]
    public async Task Card_works_in_process_and_in_a_reader()
    {
        var authority = TestAuthority.Open("fixtures/certificates/authorities.json", CacheFolder.Path);
        CardProfile profile = new CardCatalogue("fixtures/cards").Load("medecin");
        VirtualCard card = new CardIssuer(authority, CacheFolder.Path).Issue(profile, revocationList: null).Card;

        byte[] response = new byte[VirtualCard.MaxResponseLength];
        int length = card.Transmit(Convert.FromHexString("002000010431323334"), response);
        Assert.That(Convert.ToHexString(response, 0, length), Is.EqualTo("9000"));

        await using PcscDaemon pcscd = await PcscDaemon.StartAsync(new() { Readers = 2 });
        using ReaderLink inserted = ReaderLink.Insert(pcscd.SlotSockets[0], card);
        Console.WriteLine($"export {PcscDaemon.SocketVariable}={pcscd.ClientSocket}");
        inserted.Dispose();
        await inserted.Ended;
    }

    [Test]
    public void Card_is_found_by_a_phrase()
    {
        CardIssuer issuer = new(TestAuthority.Open("fixtures/certificates/authorities.json", CacheFolder.Path), CacheFolder.Path);
        CardOrder order = new CardZoo("fixtures/cards").Find("CPS de médecin, certificat expiré, code porteur à un essai");
        VirtualCard card = order.Prepare(issuer.Issue(order.Profile, revocationList: null).Card);
        Assert.That(card.State.FindPin(1)!.TriesLeft, Is.EqualTo(1));
    }

    [Test]
    public void Card_fails_on_order()
    {
        ICard virtualCard = Cards.New();
        var card = new FaultyCard(virtualCard);
        card.Arm(new FaultCatalogue("fixtures/faults").Load("latence-reelle"));
        card.Arm(new(Removal.Within) { Cause = FaultCause.Instruction(0x88) with { Nth = 2 }, End = FaultEnd.Once });
        Assert.That(card.Unmet, Has.Count.EqualTo(2));
    }

    [Test]
    public void Every_line_of_the_examples_stands_here() => Assert.That(
        Block().Matches(File.ReadAllText("simulator/README.md")).SelectMany(block => block.Groups[1].Value.Split('\n')).Select(WithoutComment)
            .Where(line => line.Length > 0),
        Is.Not.Empty.And.SubsetOf(File.ReadLines("harness/tests/Documentation/CardReadmeTests.cs").Select(line => line.Trim())));

    private static string WithoutComment(string line) => Comment().Replace(line, "").Trim();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(" +// .*$")]
    private static partial Regex Comment();
}
