using CardConformance.Harness.Actors;
using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>Every card that <c>card list</c> names, in a reader, read by OpenSC; its certificates, checked by openssl.</summary>
public sealed class EveryCardTests
{
    // OpenSC 0.23 knows the CPS3 by its contact interface only.
    public static IEnumerable<string> OfOpenSc =>
        CardIssuing.Catalogue.Names.Where(name => CardIssuing.Catalogue.Load(name).Generation.Atr.SequenceEqual(Cards.Doctor.Generation.Atr));

    [TestCaseSource(nameof(OfOpenSc))]
    public async Task Is_dumped_by_pkcs15_tool_and_verified_by_openssl(string name)
    {
        CardProfile profile = CardIssuing.Catalogue.Load(name);
        using Readers.Lease reader = Readers.Take();
        reader.Insert(Cards.New(profile));
        string dump = (await RunAsync(reader, "pkcs15-tool", "--reader", reader.Name, "--dump")).Output;
        Assert.That(dump, Does.Contain($"PKCS#15 Card [{profile.TokenLabel}]:"));
        foreach (string label in profile.Generation.Codes.Select(code => $"PIN [{code.Label}]")
            .Concat(profile.Generation.Keys.Select(key => $"Private RSA Key [{key.Label}]"))
            .Concat(profile.Generation.Keys.Select(key => $"X.509 Certificate [{key.CertificateLabel}]"))
            .Concat(profile.Situations.Select(situation => $"Data object '{profile.Generation.Situations.LabelOf(situation.Number)}'")))
        {
            Assert.That(dump, Does.Contain(label));
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-card-");
        try
        {
            foreach (KeyEntry key in profile.Generation.Keys)
            {
                await CheckCertificateAsync(reader, profile, key, Path.Combine(folder.FullName, $"{key.Role}.pem"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CheckCertificateAsync(Readers.Lease reader, CardProfile profile, KeyEntry key, string file)
    {
        string identifier = Convert.ToHexStringLower([.. profile.Generation.ObjectPrefix, key.Identifier]);
        ProgramResult read = await RunAsync(reader, "pkcs15-tool", "--reader", reader.Name, "--read-certificate", identifier, "--output", file);
        Assert.That(read.ExitCode, Is.Zero, read.Text);

        string authority = CardIssuing.OpenAuthority().Folder;
        string issuer = TestAuthority.IssuerOf(profile.Kind);
        string root = issuer.Replace("personnes", "racine", StringComparison.Ordinal);
        ProgramResult verified = await RunAsync(
            reader, "openssl", "verify", "-CAfile", Path.Combine(authority, $"{root}.crt"), "-untrusted", Path.Combine(authority, $"{issuer}.crt"), file);
        Assert.That(verified.Output, Does.EndWith(": OK\n"), verified.Text);

        string subject = (await RunAsync(
            reader, "openssl", "x509", "-in", file, "-noout", "-subject", "-nameopt", "utf8,sep_comma_plus_space,esc_ctrl")).Output;
        Assert.That(subject, Does.Contain($"CN={profile.Holder.IdentifiantNational}"));
        Assert.That(subject, Does.Contain(profile.Holder.IsNamed ? $"SN={profile.Holder.FamilyName}" : $"pseudonym={profile.Holder.Pseudonym}"));
        Assert.That(subject, Does.Contain($"title={profile.Holder.Profession?.Label ?? "Carte de service santé ou social"}"));
    }

    private static Task<ProgramResult> RunAsync(Readers.Lease reader, string program, params string[] arguments) =>
        new ProgramRun(program, arguments) { Environment = reader.MiddlewareEnvironment() }.RunAsync();
}
