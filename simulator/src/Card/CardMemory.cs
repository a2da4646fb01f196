using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CardConformance.Simulator.Files;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Card;

/// <summary>What a card remembers without power, as JSON: its codes with their counters, and the files that were changed.</summary>
/// <remarks>The JSON holds codes: it belongs into files that only their owner may read.</remarks>
internal static class CardMemory
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it down.</summary>
    /// <param name="label">The token label of the card that it belongs to.</param>
    /// <param name="state">The card's state.</param>
    internal static string Write(string label, CardState state)
    {
        var json = new JsonObject
        {
            ["card"] = label,
            ["codes"] = new JsonArray([.. state.Pins.Select(Code)]),
            ["files"] = new JsonArray([.. state.ChangedFiles.Select(file => (JsonNode)new JsonObject
            {
                ["path"] = PathsIn(state.Layout.MasterFile).First(entry => entry.File == file).Path,
                ["content"] = Convert.ToHexString(state.ContentOf(file)),
            })]),
        };
        return json.ToJsonString(Format);
    }

    /// <summary>Brings a card to what is written there.</summary>
    /// <param name="memory">What is written there.</param>
    /// <param name="label">The token label of the card.</param>
    /// <param name="state">The card's state, as personalised.</param>
    /// <exception cref="FixtureException">The file is wrong, or another card's.</exception>
    internal static void Restore(FixtureObject memory, string label, CardState state) => memory.Whole(json =>
    {
        if (json.Text("card") is var found && found != label)
        {
            throw json.Mistake("card", $"this is what {found} remembers, the card is {label}. Each card needs a file of its own.");
        }

        IReadOnlyList<Pin> restored = json.List("codes", code => RestoreCode(code, state));
        if (state.Pins.Except(restored).FirstOrDefault() is { } missing)
        {
            throw json.Mistake("codes", $"the code with reference {missing.Definition.Reference} is missing.");
        }

        return json.List("files", entry => RestoreFile(entry, state));
    });

    private static JsonNode Code(Pin pin)
    {
        var code = new JsonObject
        {
            ["reference"] = pin.Definition.Reference,
            ["value"] = pin.ValueAsDigits,
            ["triesLeft"] = pin.TriesLeft,
        };
        if (pin.UsesLeft is { } uses)
        {
            code["usesLeft"] = uses;
        }

        return code;
    }

    private static Pin RestoreCode(FixtureObject json, CardState state)
    {
        int reference = json.Number("reference", 1, 31);
        Pin pin = state.FindPin(reference)
            ?? throw json.Mistake("reference", $"the card has no code {reference}; it has {string.Join(", ", state.Pins.Select(known => known.Definition.Reference))}.");
        PinDefinition definition = pin.Definition;
        pin.Restore(
            json.SecretDigits("value", definition.Length),
            json.Number("triesLeft", 0, definition.MaxTries),
            definition.MaxUses is { } most ? json.Number("usesLeft", 0, most) : null);
        return pin;
    }

    private static ElementaryFile RestoreFile(FixtureObject json, CardState state)
    {
        string path = json.Text("path");
        ElementaryFile file = PathsIn(state.Layout.MasterFile).FirstOrDefault(entry => entry.Path == path).File
            ?? throw json.Mistake("path", $"the card has no file {path}.");
        int size = state.ContentOf(file).Length;
        state.Update(file, 0, json.Bytes("content", size, size));
        return file;
    }

    private static IEnumerable<(string Path, ElementaryFile File)> PathsIn(DedicatedFile directory, string above = "")
    {
        string path = above + directory.Identifier.ToString("X4", CultureInfo.InvariantCulture) + "/";
        return directory.Files.Select(file => (path + file.Identifier.ToString("X4", CultureInfo.InvariantCulture), file))
            .Concat(directory.Directories.SelectMany(below => PathsIn(below, path)));
    }
}
