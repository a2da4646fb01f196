using CardConformance.Harness.Middleware;

namespace CardConformance.Perf.Throughput;

/// <summary>SoftHSM2, a token in software, with one RSA key of 2,048 bits.</summary>
internal static class SoftHsm
{
    /// <summary>What brings it.</summary>
    internal const string Package = "softhsm2";

    /// <summary>The PKCS #11 module, where Debian installs it.</summary>
    internal const string Module = "/usr/lib/softhsm/libsofthsm2.so";

    /// <summary>The code of the token: it protects a key that is thrown away.</summary>
    internal const string Code = "1234";

    /// <summary>Label of the token and of its key.</summary>
    internal const string Label = "perf";

    /// <summary>Whether it is installed.</summary>
    internal static bool IsInstalled => File.Exists(Module);

    /// <summary>Makes a token with a key.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <returns>The variables by which the module finds it.</returns>
    internal static async Task<IReadOnlyDictionary<string, string>> PrepareAsync(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder["tokens"]);
        await File.WriteAllTextAsync(folder["softhsm2.conf"], $"directories.tokendir = {folder["tokens"]}\nlog.level = ERROR\n");
        var variables = new Dictionary<string, string> { ["SOFTHSM2_CONF"] = folder["softhsm2.conf"], ["CODE"] = Code };
        await RunAsync(variables, "softhsm2-util", "--init-token", "--free", "--label", Label, "--so-pin", Code, "--pin", Code);
        await RunAsync(
            variables, "pkcs11-tool", "--module", Module, "--login", "--pin", "env:CODE", "--keypairgen", "--key-type", "rsa:2048", "--id", "01", "--label", Label);
        return variables;
    }

    private static async Task RunAsync(Dictionary<string, string> variables, string program, params string[] arguments)
    {
        ProgramResult result = await new ProgramRun(program, arguments) { Environment = variables }.RunAsync();
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {arguments[0]}: {result.Text}");
        }
    }
}
