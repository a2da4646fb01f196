using CardConformance.Perf.Results;

namespace CardConformance.Perf.Tests.Results;

public sealed class ResultsPageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cardconformance-results-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void Says_where_when_how_and_what()
    {
        string page = Page(Answer("pcsc", Figures.Ratio), Answer("in-process", Figures.Time, Figures.Bytes), Missing("vpcd")).ToMarkdown();
        Assert.That(page, Is.EqualTo(
            """
            # What was measured

            Each figure is the median of seven rounds; in each round ours and what stands beside it take turns, and ± is half the distance between the lowest and the highest round.

            | | |
            |---|---|
            | date | 2026-11-22 03:20 UTC |
            | revision | c0ffee, with changes that are not committed |
            | processor | A processor, 2 cores |
            | memory | 7.8 GiB |
            | system | Debian GNU/Linux 12 (bookworm), Linux 6.1.0 |
            | runtime | .NET 10.0.12 |
            | load before (1, 5, 15 minutes) | 0.10 0.20 0.30 |

            Made by

            ```sh
            apt-get install --yes softhsm2   # as root: what is measured beside ours
            ./run-tests.sh perf --full
            ```

            ## Goals

            2 of 3 reached.

            - missed by 20 %: VERIFY, 60 ns; goal ≤ 50 ns

            ## pcsc

            How fast is pcsc?

            | what | goal | measured | ratio | reached |
            |---|---|---|---|---|
            | through pcscd, one reader | ≥ 95 % | 29,000 APDU/s | 96.7 % ± 1.9 % of a trivial card in C (30,000 APDU/s) | yes |

            ![pcsc, APDU/s: the figures of the table as bars](results-pcsc.svg)

            ## in-process

            How fast is in-process?

            | what | goal | measured | ratio | reached |
            |---|---|---|---|---|
            | VERIFY | ≤ 50 ns | 60 ns ± 5 % | – | missed by 20 % |
            | VERIFY: allocated | 0 bytes | 0 bytes ± 0 % | – | yes |

            - VERIFY: The right code.

            ![in-process, ns: the figures of the table as bars](results-in-process.svg)

            ## vpcd

            How fast is vpcd?

            *not measured: vsmartcard-vpcd is not installed*

            """));
    }

    [Test]
    public void Writes_the_pictures_it_shows_and_no_others_remain()
    {
        string older = Path.Combine(_folder.FullName, "results-gone.svg");
        string foreign = Path.Combine(_folder.FullName, "logo.svg");
        File.WriteAllText(older, "");
        File.WriteAllText(foreign, "");
        string page = Page(Answer("pcsc", Figures.Ratio)).Write(_folder.FullName);
        Assert.That(page, Is.EqualTo(Path.Combine(_folder.FullName, "RESULTS.md")));
        Assert.That(
            string.Join(' ', _folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal)),
            Is.EqualTo("RESULTS.md logo.svg results-pcsc.svg"));
    }

    [Test]
    public void A_first_look_says_so() => Assert.That((Page(Answer("pcsc", Figures.Ratio)) with { IsFull = false }).ToMarkdown(), Does.Contain("not for publication"));

    private static ResultsPage Page(params Answer[] answers) => new(
        answers,
        new("A processor", 2, 7.8, "6.1.0", "Debian GNU/Linux 12 (bookworm)", ".NET 10.0.12", "0.10 0.20 0.30"),
        new("c0ffee", IsDirty: true),
        new(2026, 11, 22, 3, 20, 0, TimeSpan.Zero))
    {
        Command = "./run-tests.sh perf --full",
        PeerCommand = "apt-get install --yes softhsm2",
        IsFull = true,
    };

    private static Answer Answer(string name, params Figure[] figures) => new(new ScriptedMeasurement(name, () => figures), figures, TimeSpan.Zero);

    private static Answer Missing(string name) => Answer(name) with { Missing = "vsmartcard-vpcd is not installed" };
}
