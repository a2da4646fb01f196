namespace CardConformance.Harness.Cli;

/// <summary>What a command is called, for people who do not know instruction bytes by heart.</summary>
internal static class CommandName
{
    /// <summary>The name of a command.</summary>
    /// <param name="hexadecimal">The command as a trace shows it.</param>
    internal static string Of(string hexadecimal)
    {
        if (hexadecimal.Length < 5 || !char.IsAsciiHexDigit(hexadecimal[0]) || hexadecimal[2] != ' ')
        {
            return "";
        }

        return hexadecimal[3..5] switch
        {
            "20" => "VERIFY",
            "22" => "MSE",
            "24" => "CHANGE REFERENCE DATA",
            "2A" => SecurityOperation(hexadecimal),
            "2C" => "RESET RETRY COUNTER",
            "84" => "GET CHALLENGE",
            "88" => "INTERNAL AUTHENTICATE",
            "A4" => "SELECT",
            "B0" => "READ BINARY",
            "C0" => "GET RESPONSE",
            "CB" => "GET DATA",
            "D6" => "UPDATE BINARY",
            _ => "",
        };
    }

    private static string SecurityOperation(string hexadecimal) => hexadecimal.Length < 11 ? "PSO" : hexadecimal[6..11] switch
    {
        "90 A0" => "PSO HASH",
        "9E 9A" => "PSO CDS",
        "80 86" => "PSO DECIPHER",
        _ => "PSO",
    };
}
