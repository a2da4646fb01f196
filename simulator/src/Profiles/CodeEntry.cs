using System.Globalization;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Profiles;

/// <summary>One code of a card generation.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Label">Its PKCS #15 label.</param>
/// <param name="UnblockedBy">Reference of the code that can set it anew, or <see langword="null"/>.</param>
/// <param name="Environment">Number of the security environment that names it in access conditions, 1 to 15.</param>
/// <param name="Definition">What the card does with it.</param>
public sealed record CodeEntry(CodeRole Role, string Label, byte? UnblockedBy, int Environment, PinDefinition Definition)
{
    internal static CodeEntry From(FixtureObject json) => new(
        json.Value<CodeRole>("role"),
        json.Text("label"),
        json.Has("unblockedBy") ? json.Byte("unblockedBy") : null,
        json.Number("environment", 1, 15),
        ReadDefinition(json));

    private static PinDefinition ReadDefinition(FixtureObject json)
    {
        byte reference = json.Byte("reference");
        int length = json.Number("length", 4, PinDefinition.MaxLength);
        int maxTries = json.Number("maxTries", 1, 15);
        int? maxUses = json.OptionalNumber("maxUses", 1, ushort.MaxValue);
        if (reference is 0 or > 31)
        {
            string found = reference.ToString("X2", CultureInfo.InvariantCulture);
            throw json.Mistake("reference", $"01 to 1F is expected here, found {found}.");
        }

        return json.Part("access", access => new PinDefinition(
            reference,
            length,
            maxTries,
            maxUses,
            Change: new(access.Byte("change")),
            Verify: new(access.Byte("verify")),
            Reset: new(access.Byte("reset")),
            Put: new(access.Byte("put")),
            Get: new(access.Byte("get"))));
    }
}
