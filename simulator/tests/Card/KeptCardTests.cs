using System.Text.Json.Nodes;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Tests.Card;

/// <summary>A card that comes back as it was left, whatever happened to its process.</summary>
public sealed class KeptCardTests
{
    private const string RightCode = "00 20 00 01 04 31323334";
    private const string WrongCode = "00 20 00 01 04 39393939";
    private const string AskTries = "00 20 00 01 00";
    private const string SelectCpsData = "00 A4 09 0C 06 3F00 0001 D107";

    private readonly List<KeptCard> _open = [];
    private readonly string _folder = Directory.CreateDirectory(TestCards.NewFolder()).FullName;

    private string File => Path.Combine(_folder, "carte.json");

    [TearDown]
    public void PutAway()
    {
        _open.ForEach(card => card.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void Wrong_codes_are_not_forgotten()
    {
        Assert.That(Insert().Run(RightCode, WrongCode.Replace("39", "38", StringComparison.Ordinal)), Is.EqualTo("63C2"));
        PowerCut();
        CardTerminal again = Insert();
        Assert.That(again.Send(AskTries), Is.EqualTo("63C2"), "nobody proved the code since then, and one try is spent");
        again.Send(WrongCode);
        again.Send(WrongCode);
        PowerCut();
        Assert.That(Insert().Send(RightCode), Is.EqualTo("6983"));
    }

    [Test]
    public void What_an_interrupted_writing_left_does_not_matter()
    {
        System.IO.File.WriteAllText(File + ".new", new string('x', 100_000));
        Insert().Send(WrongCode);
        PowerCut();
        Assert.That(Insert().Send(AskTries), Is.EqualTo("63C2"));
    }

    [Test]
    public void Nothing_is_written_when_nothing_has_changed()
    {
        CardTerminal terminal = Insert();
        DateTime written = System.IO.File.GetLastWriteTimeUtc(File);
        terminal.Run(SelectCpsData, "00 84 00 00 08");
        Assert.That(System.IO.File.GetLastWriteTimeUtc(File), Is.EqualTo(written));
    }

    [Test]
    public void A_try_that_a_loss_of_power_cost_is_kept()
    {
        var faulty = new FaultyCard(Insert().Card);
        faulty.Arm(new(new PowerLoss()));
        Assert.That(new CardTerminal(faulty).Send(RightCode), Is.EqualTo("mute"));
        PowerCut();
        Assert.That(Insert().Send(AskTries), Is.EqualTo("63C2"));
    }

    [Test]
    public void Reader_sees_the_card_in_it()
    {
        CardTerminal terminal = Insert();
        Assert.That(terminal.Card.Atr.Span.SequenceEqual(TestCards.New().Atr.Span));
        Assert.That(terminal.Card.TrySetProtocol(TransmissionProtocol.T1), Is.False, "a CPS3 speaks T=0");
        terminal.Run(RightCode);
        terminal.Card.PowerDown();
        Assert.That(terminal.Send(AskTries), Is.EqualTo("63C3"));
        terminal.Run(RightCode);
        terminal.Card.Reset();
        Assert.That(terminal.Send(AskTries), Is.EqualTo("63C3"));
    }

    [Test]
    public void New_code_and_used_up_unblocking_are_kept()
    {
        Insert().Run(RightCode, "00 24 00 01 08 31323334 35363738", "00 20 00 02 08 3132333435363738", "00 2C 02 01 04 34333231");
        PowerCut();
        CardTerminal again = Insert();
        Assert.That(again.Send("00 20 00 01 04 34333231"), Is.EqualTo("9000"));
        Assert.That(again.Fetch("00 CB 3F FF 0A 4D 08 70 06 BF 81 02 02 A0 80"), Does.Contain("9D020063"), "99 of 100 uses left");
    }

    [Test]
    public void Changed_file_is_kept()
    {
        Insert().Run(RightCode, SelectCpsData, "00 D6 00 03 02 CAFE");
        PowerCut();
        Assert.That(Insert().Run(SelectCpsData, "00 B0 00 03 02"), Is.EqualTo("CAFE9000"));
    }

    [Test]
    public void Only_the_owner_may_read_the_file()
    {
        Insert().Send(WrongCode);
        Assert.That(System.IO.File.GetUnixFileMode(File), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That(Directory.GetFiles(_folder), Is.EqualTo([File]), "no draft is left");
    }

    [Test]
    public void Two_readers_cannot_hold_one_card()
    {
        CardTerminal first = Insert();
        Assert.That(() => Insert(), Throws.InstanceOf<IOException>());
        first.Send(WrongCode);
        Assert.That(() => Insert(), Throws.InstanceOf<IOException>(), "nor after it was written anew");
    }

    [Test]
    public void Another_card_is_refused()
    {
        Insert();
        PowerCut();
        Assert.That(
            () => KeptCard.Open(TestCards.New(), "CPS3v3-2600000099", File),
            Throws.InstanceOf<FixtureException>().With.Message.StartsWith(
                $"{File}, $.card: this is what {TestCards.Doctor.TokenLabel} remembers, the card is CPS3v3-2600000099."));
        Assert.That(Insert().Send(AskTries), Is.EqualTo("63C3"), "and the file is free again");
    }

    [TestCase("\"triesLeft\": 3", "\"triesLeft\": 4", "$.codes[0].triesLeft: a whole number from 0 to 3 is expected here, found 4.", TestName = "Too_many_tries")]
    [TestCase("\"reference\": 1", "\"reference\": 7", "$.codes[0].reference: the card has no code 7; it has 1, 2.", TestName = "Code_that_the_card_has_not")]
    [TestCase("\"files\": []", "\"files\": [{ \"path\": \"3F00/9999\", \"content\": \"00\" }]", "$.files[0].path: the card has no file 3F00/9999.", TestName = "File_that_the_card_has_not")]
    [TestCase("\"files\": []", "\"files\": [{ \"path\": \"3F00/D003\", \"content\": \"00\" }]", "$.files[0].content: 12 bytes are expected here, found 1.", TestName = "Content_of_another_length")]
    public void Mistakes_name_their_place(string right, string wrong, string message)
    {
        Insert();
        PowerCut();
        string[] parts = System.IO.File.ReadAllText(File).Split(right, 2);
        System.IO.File.WriteAllText(File, parts[0] + wrong + parts[1]);
        Assert.That(() => Insert(), Throws.InstanceOf<FixtureException>().With.Message.EqualTo($"{File}, {message}"));
    }

    [Test]
    public void Missing_code_is_named()
    {
        Insert();
        PowerCut();
        JsonNode json = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        json["codes"]!.AsArray().RemoveAt(1);
        System.IO.File.WriteAllText(File, json.ToJsonString());
        Assert.That(
            () => Insert(), Throws.InstanceOf<FixtureException>().With.Message.EqualTo($"{File}, $.codes: the code with reference 2 is missing."));
    }

    [Test]
    public void Code_in_a_wrong_file_is_not_shown()
    {
        Insert();
        PowerCut();
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace("\"1234\"", "\"98765\"", StringComparison.Ordinal));
        Assert.That(() => Insert(), Throws.InstanceOf<FixtureException>().With.Message.Not.Contains("98765"));
    }

    private CardTerminal Insert()
    {
        var card = KeptCard.Open(TestCards.New(), TestCards.Doctor.TokenLabel, File);
        _open.Add(card);
        return new(card);
    }

    private void PowerCut()
    {
        _open.ForEach(card => card.Dispose());
        _open.Clear();
    }
}
