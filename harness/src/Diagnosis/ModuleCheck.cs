using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether the middleware is installed: its PKCS #11 module is there and can be loaded.</summary>
internal sealed class ModuleCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "Middleware";

    /// <inheritdoc/>
    public async Task<Finding> RunAsync(Workplace workplace)
    {
        string module = workplace.Request.Module;
        if (!File.Exists(module))
        {
            return Missing($"there is no PKCS#11 module at {module}");
        }

        try
        {
            ProgramResult result = await workplace.RunPkcs11ToolAsync("--show-info");

            // Without a card it shows what it knows of the module too, and ends with an error only then.
            workplace.ModuleLoads = result.Output.Contains("Cryptoki version", StringComparison.Ordinal);
            return workplace.ModuleLoads ? Finding.Good(Describe(result.Output)) : Missing($"{module} cannot be loaded");
        }
        catch (FileNotFoundException missing)
        {
            return Missing(missing.Message);
        }
        catch (TimeoutException failure)
        {
            return Missing(failure.Message);
        }
    }

    private static Finding Missing(string found) => Finding.Bad(
        found,
        Remedy.OfGuide("S029"),
        Remedy.Ours("On Debian: apt-get install opensc opensc-pkcs11. For another module, such as CryptoLib CPS: --module FILE."),
        Remedy.Support);

    // "Library          OpenSC smartcard framework (ver 0.23)"
    private static string Describe(string output) =>
        output.Split('\n').FirstOrDefault(line => line.StartsWith("Library ", StringComparison.Ordinal))?["Library ".Length..].Trim() ?? "the module loads";
}
