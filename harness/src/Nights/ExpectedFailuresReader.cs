using System.Globalization;
using CardConformance.Harness.Certification;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Nights;

/// <summary>Reads a file of expected failures and keeps every mistake, so that all can be mended at once.</summary>
/// <param name="file">Its path.</param>
internal sealed class ExpectedFailuresReader(string file)
{
    private readonly Mistakes _mistakes = new();

    /// <summary>What is wrong, each with file and place.</summary>
    internal IReadOnlyList<string> Mistakes => _mistakes.Found;

    /// <summary>The entries, or <see langword="null"/> when there are mistakes.</summary>
    internal ExpectedFailures? Read()
    {
        if (!File.Exists(file))
        {
            _mistakes.Add($"{file} is not there.");
            return null;
        }

        FixtureObject? json = Try(() => FixtureObject.Load(file));
        IReadOnlyList<ExpectedFailure?> entries = json is null ? [] : Try(() => json.List("expectedFailures", ReadEntry)) ?? [];
        json?.Unknown().ToList().ForEach(Add);
        foreach (IGrouping<string, ExpectedFailure> same in entries.OfType<ExpectedFailure>().GroupBy(entry => entry.Subject).Where(same => same.Count() > 1))
        {
            Add(json!.Mistake("expectedFailures", $"{same.Key} stands here {same.Count()} times: one entry says who mends it, and until when."));
        }

        return _mistakes.Found.Count > 0 ? null : new(file, [.. entries.OfType<ExpectedFailure>()]);
    }

    private ExpectedFailure? ReadEntry(FixtureObject json)
    {
        string? scenario = json.Has("scenario") ? Try(() => json.Text("scenario")) : null;
        string? requirement = json.Has("requirement") ? Try(() => json.Choice("requirement", [.. Requirement.All.Select(known => known.Id)])) : null;
        string? reason = Try(() => json.Text("reason"));
        string? owner = Try(() => json.Text("owner"));
        DateOnly? opened = Try(() => Date(json, "opened"));
        DateOnly? expires = Try(() => Date(json, "expires"));
        if (json.Has("scenario") == json.Has("requirement"))
        {
            Add(json.Mistake(null, "either \"scenario\" or \"requirement\" is expected here."));
        }

        if (opened > expires)
        {
            Add(json.Mistake("expires", "a day that is not before \"opened\" is expected here."));
        }

        // Said here, and not twice: the list refuses unread members one by one.
        foreach (FixtureException unknown in json.Unknown().ToList())
        {
            Add(unknown);
        }

        json.Names.ToList().ForEach(name => json.Has(name));
        return scenario is null == requirement is null || reason is null || owner is null || opened is null || expires is null
            ? null
            : new(scenario, requirement, reason, owner, opened.Value, expires.Value);
    }

    private static DateOnly? Date(FixtureObject json, string name) =>
        DateOnly.TryParseExact(json.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw json.Mistake(name, $"a day like 2026-03-31 is expected here, found \"{json.Text(name)}\".");

    private T? Try<T>(Func<T> read) => _mistakes.Try<T?>(() => read(), default);

    private void Add(FixtureException mistake) => _mistakes.Add(mistake);
}
