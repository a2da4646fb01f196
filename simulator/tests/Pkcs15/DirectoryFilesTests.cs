using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Tests.Pkcs15;

/// <summary>The files that say what is on a card, byte for byte as both middlewares accepted them.</summary>
public sealed class DirectoryFilesTests
{
    private static readonly CardProfile Profile = TestCards.Doctor with
    {
        CardNumber = "2600971845",
        SerialNumber = "99213845",
        Situations =
        [
            new(1, "CABINET A", "499700000013001", "SA07"),
            new(3, "CABINET B", "499700000013002", "SA07"),
        ],
    };

    private readonly CardTerminal _terminal = new(TestCards.New(Profile));

    private static IEnumerable<TestCaseData> Files() =>
        File.ReadLines(TestCards.Fixture("transcripts/cps3-contact-files.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' ', 2))
            .Select(parts => new TestCaseData(parts[0], parts[1].Replace(" ", "", StringComparison.Ordinal)).SetArgDisplayNames(parts[0]));

    [TestCaseSource(nameof(Files))]
    public void File_is_what_middlewares_accept(string identifier, string expected)
    {
        bool inMasterFile = identifier[0] is '2' or 'D';
        string path = inMasterFile ? "3F00" + identifier : "3F000001" + identifier;
        Assert.That(ReadFile(path), Is.EqualTo(expected));
    }

    [Test]
    public void Update_dates_are_those_of_the_certificate()
    {
        string from = TestCards.Keys.AuthenticationCertificate.NotBefore.ToUniversalTime().ToString("yyyyMMddHHmmss", null);
        string to = TestCards.Keys.AuthenticationCertificate.NotAfter.ToUniversalTime().ToString("yyyyMMddHHmmss", null);
        Assert.That(ReadFile("3F00D010"), Is.EqualTo("EC12" + "8107" + from + "8207" + to));
    }

    [Test]
    public void Practice_situation_has_the_tags_that_are_known()
    {
        _terminal.Run("00 20 00 01 04 31323334");
        string name = Convert.ToHexString("CABINET B"u8);
        string structure = Convert.ToHexString("499700000013002"u8);
        Assert.That(ReadFile("3F000001D122"), Is.EqualTo($"EE228409{name}850F{structure}860453413037"));
    }

    private string ReadFile(string path)
    {
        Assert.That(_terminal.Send($"00 A4 09 0C {path.Length / 2:X2} {path}"), Is.EqualTo("9000"));
        string content = "";
        string answer;
        do
        {
            answer = _terminal.Fetch($"00 B0 {content.Length / 2:X4} 00");
            content += answer[..^4];
        }
        while (answer.Length == (2 * 256) + 4);

        return content;
    }
}
