using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CardConformance.Harness.Cli;

namespace CardConformance.Perf.Results;

/// <summary>What was kept of earlier runs, for each figure.</summary>
/// <param name="Figures">By the figures' names.</param>
internal sealed record Limits(IReadOnlyDictionary<string, Limit> Figures)
{
    /// <summary>Name of the file, in <c>perf</c>.</summary>
    internal const string FileName = "limits.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = false,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads the file; without one nothing was kept.</summary>
    /// <exception cref="UserException">It is something else.</exception>
    internal static Limits Load(string file)
    {
        if (!File.Exists(file))
        {
            return new(new Dictionary<string, Limit>());
        }

        try
        {
            return new(JsonSerializer.Deserialize<SortedDictionary<string, Limit>>(File.ReadAllText(file), Json) ?? throw new JsonException("it says nothing."));
        }
        catch (JsonException mistake)
        {
            throw new UserException($"{file} cannot be read: {mistake.Message} \"--write-limits\" makes a new one once it is deleted.");
        }
    }

    /// <summary>These, with what was measured now in the place of what was kept of the same figures.</summary>
    internal Limits With(IReadOnlyList<Answer> answers, string machine, Revision revision)
    {
        var figures = new Dictionary<string, Limit>(Figures);
        foreach (Figure figure in answers.SelectMany(answer => answer.Figures))
        {
            figures[figure.Id] = Limit.Of(figure, machine, revision);
        }

        return new(figures);
    }

    /// <summary>Writes the file.</summary>
    internal void Write(string file) =>
        File.WriteAllText(file, JsonSerializer.Serialize(new SortedDictionary<string, Limit>(Figures.ToDictionary(), StringComparer.Ordinal), Json) + "\n");
}
