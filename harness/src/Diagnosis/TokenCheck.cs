using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether the middleware sees the card and its certificates.</summary>
internal sealed partial class TokenCheck : ICheck
{
    // PKCS #11 has room for so much of a reader's name.
    private const int DescriptionLength = 64;

    /// <inheritdoc/>
    public string Name => "Middleware and card";

    /// <inheritdoc/>
    public async Task<Finding> RunAsync(Workplace workplace)
    {
        if (workplace is not { Reader: { } reader, Generation: not null })
        {
            return Finding.NotTestable("there is no professional's card that answers");
        }

        if (!workplace.ModuleLoads)
        {
            return Finding.NotTestable("the middleware is missing");
        }

        try
        {
            if (Find((await workplace.RunPkcs11ToolAsync("--list-slots")).Output, reader) is not { } token)
            {
                return Unseen($"the middleware shows no card in \"{reader}\"");
            }

            IReadOnlyList<X509Certificate2> certificates = await ReadCertificatesAsync(workplace, token);
            if (certificates.Count == 0)
            {
                return Unseen($"{token.Label} shows no certificate");
            }

            (workplace.Token, workplace.Certificates) = (token, certificates);
            return Finding.Good($"{token.Label}, {certificates.Count} {(certificates.Count == 1 ? "certificate" : "certificates")}");
        }
        catch (TimeoutException failure)
        {
            return Unseen(failure.Message);
        }
    }

    private static Finding Unseen(string found) => Finding.Bad(
        found,
        Remedy.Ours("Close other programs that use the card, take it out, put it in again. OpenSC leaves out readers that its configuration ignores."),
        Remedy.Ours("OpenSC knows a CPS3 by its contacts only; for a CPS4, or without contact, name ANS's CryptoLib: --module FILE."),
        Remedy.OfGuide("S029"),
        Remedy.Support);

    private static Token? Find(string output, string reader)
    {
        string description = reader[..Math.Min(reader.Length, DescriptionLength)];
        return Slot().Matches(output)
            .Where(slot => slot.Groups["reader"].Value.Trim() == description)
            .Select(slot => new Token(slot.Groups["id"].Value, slot.Groups["label"].Value.Trim()))
            .FirstOrDefault();
    }

    private static async Task<IReadOnlyList<X509Certificate2>> ReadCertificatesAsync(Workplace workplace, Token token)
    {
        List<X509Certificate2> certificates = [];
        string objects = (await workplace.RunPkcs11ToolAsync("--slot", token.Slot, "--list-objects", "--type", "cert")).Output;
        foreach (string id in Id().Matches(objects).Select(match => match.Groups[1].Value).Distinct())
        {
            string file = workplace.In($"{id}.crt");
            ProgramResult read = await workplace.RunPkcs11ToolAsync("--slot", token.Slot, "--read-object", "--type", "cert", "--id", id, "--output-file", file);
            if (read.ExitCode == 0)
            {
                certificates.Add(X509CertificateLoader.LoadCertificateFromFile(file));
            }
        }

        return certificates;
    }

    // "Slot 0 (0x0): name of the reader", and the token's label in the next line when there is one.
    [GeneratedRegex(@"^Slot \d+ \((?<id>0x[0-9a-f]+)\): (?<reader>.*)\n\s+token label\s*: (?<label>.*)$", RegexOptions.Multiline)]
    private static partial Regex Slot();

    [GeneratedRegex(@"^\s+ID:\s+([0-9a-f]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Id();
}
