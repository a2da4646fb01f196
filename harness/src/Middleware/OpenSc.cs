namespace CardConformance.Harness.Middleware;

/// <summary>OpenSC, the card middleware of Debian.</summary>
public static class OpenSc
{
    /// <summary>The PKCS #11 module, by the path at which Debian installs it.</summary>
    public const string Module = "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so";

    /// <summary>The variable that names OpenSC's configuration.</summary>
    public const string ConfigurationVariable = "OPENSC_CONF";

    /// <summary>
    /// Writes a configuration for a workstation with one reader out of several that a pcscd has. Without it OpenSC shows four
    /// readers only, and talks to the cards in all of them, also to those that other people are using.
    /// </summary>
    /// <param name="file">Where to, for <see cref="ConfigurationVariable"/>.</param>
    /// <param name="otherReaders">Names of the readers that are none of this workstation's business.</param>
    public static void WriteConfiguration(string file, IEnumerable<string> otherReaders)
    {
        string ignored = string.Join(", ", otherReaders.Select(name => $"\"{name}\""));
        string ignore = ignored.Length > 0 ? $"ignored_readers = {ignored};" : "";
        File.WriteAllText(
            file,
            $$"""
            app default {
                {{ignore}}
                framework pkcs15 {
                    use_file_caching = no;
                }
            }
            app opensc-pkcs11 {
                pkcs11 {
                    slots_per_card = 1;
                    create_slots_for_pins = "user";
                }
            }

            """);
    }
}
