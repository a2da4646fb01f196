using CardConformance.Harness.Actors;
using CardConformance.Harness.Cli;
using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Tests.Cli;

/// <summary>What can go wrong when somebody puts a first card in: each time a sentence that says what to do, and nothing left behind.</summary>
public sealed class FirstStepsTests : IDisposable
{
    private readonly WorkingCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Test]
    public async Task Unknown_card_is_answered_with_the_known_ones() =>
        await ExpectAsync(
            $"there is no card \"medcin\"; known cards: {string.Join(", ", CardIssuing.Catalogue.Names)}, "
            + "\"carte Vitale\", \"carte bancaire\", \"carte inconnue\", \"carte muette\".\n",
            "medcin");

    [TestCase("cards/medecin.json", "\"CPS\"", "\"Carte\"", "$.kind: one of CPS, CPF, CDE, CPE, CPA is expected here, found \"Carte\".", TestName = "Wrong_word_in_a_profile")]
    [TestCase("cards/medecin.json", "\"familyName\"", "\"familyname\"", "$.holder: the member \"familyName\" is missing.", TestName = "Misspelt_member_in_a_profile")]
    [TestCase("cards/medecin.json", "\"kind\":", "\"kind\"", "line 4, byte 10: '\"' is invalid after a property name. Expected a ':'.", TestName = "Profile_that_is_not_JSON")]
    [TestCase("cards/generations/cps3-contact.json", "\"maxTries\": 3", "\"maxTries\": 16", "$.codes[0].maxTries: a whole number from 1 to 15 is expected here, found 16.", TestName = "Number_out_of_range_in_a_generation")]
    [TestCase("certificates/authorities.json", "\"years\": 30", "\"years\": \"30\"", "$.authorities[0].years: a whole number from 5 to 50 is expected here, found \"30\".", TestName = "Text_for_a_number_in_the_authorities")]
    public async Task Mistake_in_a_data_file_is_named_with_file_and_place(string file, string right, string wrong, string place)
    {
        _copy.Spoil(Path.Combine("fixtures", file), right, wrong);
        await ExpectAsync($"{_copy.In("fixtures", file)}, {place}\n", "medecin");
    }

    [Test]
    public async Task Program_outside_the_repository_says_where_it_belongs()
    {
        File.Delete(_copy.In("CardConformance.sln"));
        await ExpectAsync($"No folder above {_copy.BesideProgram("")}/ holds CardConformance.sln. Run the program from where it was built.\n", "medecin");
    }

    [Test]
    public async Task Missing_data_folder_is_named()
    {
        Directory.Delete(_copy.In("fixtures", "cards"), recursive: true);
        await ExpectAsync($"Could not find a part of the path '{_copy.In("fixtures", "cards")}'.\n", "medecin");
    }

    // What a build without gcc or pcscd's headers leaves out.
    [TestCase("libifdcardconformance.so")]
    [TestCase("supervise")]
    public async Task Build_without_a_C_compiler_says_what_to_install(string part)
    {
        File.Delete(_copy.BesideProgram(part));
        await ExpectAsync(
            $"{_copy.BesideProgram(part)} is missing: it is built when gcc and libpcsclite-dev are installed. Run \"./run-tests.sh setup\", then build again.\n",
            "medecin");
    }

    [Test]
    public async Task Machine_without_pcscd_says_what_to_install() =>
        await ExpectAsync(
            "pcscd is not installed. Run \"./run-tests.sh setup\", or: apt-get install pcscd\n",
            await Surroundings.WithEmptyAsync("/usr/sbin"),
            "medecin");

    [Test]
    public async Task Ordinary_user_where_no_pcscd_ever_ran_is_told_the_one_command()
    {
        await LetOrdinaryUserInAsync();
        await ExpectAsync(
            "pcscd wants the folder /run/pcscd, which does not exist. Once per start of the machine: sudo mkdir -p /run/pcscd\n",
            (await Surroundings.WithEmptyAsync("/run")).With(Surroundings.OrdinaryUser),
            "medecin");
    }

    [Test]
    public async Task Ordinary_user_without_a_home_is_told_of_another_folder()
    {
        _copy.Environment["HOME"] = "/nonexistent";
        _copy.Environment["XDG_CACHE_HOME"] = "";
        await ExpectAsync(
            "Keys and certificates cannot be kept in /nonexistent/.cache/cardconformance: Access to the path '/nonexistent' is denied. "
                + "Name a folder of yours: export XDG_CACHE_HOME=FOLDER\n",
            Surroundings.OrdinaryUser,
            "medecin");
    }

    [Test]
    public async Task Ordinary_user_gets_a_reader_of_their_own_and_is_told_how_programs_find_it()
    {
        await LetOrdinaryUserInAsync();
        using InsertedCard card = await _copy.InsertAsync(Surroundings.OrdinaryUser, "medecin");
        Assert.That(card.Introduction, Does.Contain($"Programs find the reader after:  export {PcscDaemon.SocketVariable}={_copy.In("tmp")}/"));
        Assert.That(await card.PullOutAsync(), Is.EqualTo(ExitCode.Success));
        _copy.ExpectNothingLeft();
    }

    [Test]
    public async Task Root_serves_every_program_unless_another_pcscd_does()
    {
        Assume.That(Environment.IsPrivilegedProcess, "the system's socket is root's");

        // A machine of its own, on which no pcscd has ever run.
        using InsertedCard first = await _copy.InsertAsync(await Surroundings.WithEmptyAsync("/run"), "medecin");
        using InsertedCard second = await _copy.InsertAsync(Surroundings.Of(first), "medecin");
        using InsertedCard third = await _copy.InsertAsync(Surroundings.Of(first), "medecin", "--own-socket");
        Assert.That(first.Introduction, Does.Contain("Every PC/SC program of this machine finds the reader."));
        Assert.That(second.Introduction, Does.Contain("Programs find the reader after:  export "));
        Assert.That(third.Introduction, Does.Contain("Programs find the reader after:  export "));
        foreach (InsertedCard card in new[] { first, second, third })
        {
            Assert.That(await card.PullOutAsync(), Is.EqualTo(ExitCode.Success));
        }

        _copy.ExpectNothingLeft();
    }

    [Test]
    public async Task Ctrl_C_clears_up_after_a_pcscd_that_hangs()
    {
        using InsertedCard card = await _copy.InsertAsync(Surroundings.Usual, "medecin", "--own-socket");
        InsertedCard.Stop(_copy.Mark.FindProcesses().Single(process => process.CommandLine.StartsWith("/usr/sbin/pcscd ", StringComparison.Ordinal)).Id);
        Assert.That(await card.PullOutAsync(), Is.EqualTo(ExitCode.Success));
        _copy.ExpectNothingLeft();
    }

    private async Task ExpectAsync(string message, params string[] arguments) => await ExpectAsync(message, Surroundings.Usual, arguments);

    private async Task ExpectAsync(string message, Surroundings surroundings, params string[] arguments)
    {
        ProgramResult result = await _copy.RunAsync(surroundings, arguments);
        Assert.That(result.Errors, Is.EqualTo(message));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Configuration));
        _copy.ExpectNothingLeft();
    }

    // With an authority that is there already: making one takes longer than all the rest.
    private async Task LetOrdinaryUserInAsync()
    {
        string cache = _copy.In("cache");
        string source = CardIssuing.OpenAuthority().Folder;
        string folder = Path.Combine(cache, "cardconformance", Path.GetFileName(source));
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        if (Environment.IsPrivilegedProcess)
        {
            ProgramResult given = await new ProgramRun("chown", "--recursive", "65534:65534", cache).RunAsync();
            Assert.That(given.ExitCode, Is.Zero, given.Errors);
        }

        _copy.Environment["HOME"] = cache;
        _copy.Environment["XDG_CACHE_HOME"] = cache;
    }
}
