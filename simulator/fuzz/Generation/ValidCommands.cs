using CardConformance.Simulator.Card;

namespace CardConformance.Fuzz.Generation;

/// <summary>Commands that cards carry out, as software sends them.</summary>
/// <remarks>In their lines, {porteur} and {deblocage} stand for the right code of the moment, {20 bytes} for so many.</remarks>
internal static class ValidCommands
{
    private const string PorteurOfANewCard = "31323334";
    private const string DeblocageOfANewCard = "3132333435363738";

    /// <summary>For a CPS3 with contacts.</summary>
    internal static readonly ValidCommand[] Cps3 = Read(Cps3Commands.Lines);

    /// <summary>For a CPS3 over its contactless interface.</summary>
    internal static readonly ValidCommand[] Contactless = Read(ContactlessCommands.Lines);

    /// <summary>For a CPS4.</summary>
    internal static readonly ValidCommand[] Cps4 = Read(Cps4Commands.Lines);

    /// <summary>Those for a card.</summary>
    internal static ValidCommand[] For(CardLayout card) => card switch
    {
        { Commands: CommandSet.ChipDoc } => Cps4,
        { Pins.Length: 0 } => Contactless,
        _ => Cps3,
    };

    private static ValidCommand[] Read(string lines) => [.. lines.Split('\n').Select(Parse)];

    private static ValidCommand Parse(string line)
    {
        string text = line.Replace(" ", "", StringComparison.Ordinal);
        int code = text.Contains("{porteur}", StringComparison.Ordinal) ? 1 : text.Contains("{deblocage}", StringComparison.Ordinal) ? 2 : 0;
        int codeAt = code == 0 ? 0 : text.IndexOf('{', StringComparison.Ordinal) / 2;
        text = text
            .Replace("{porteur}", PorteurOfANewCard, StringComparison.Ordinal)
            .Replace("{deblocage}", DeblocageOfANewCard, StringComparison.Ordinal);
        foreach (int count in new[] { 20, 32, 250, 253 })
        {
            text = text.Replace($"{{{count}bytes}}", string.Concat(Enumerable.Range(1, count).Select(i => ((byte)i).ToString("X2", null))), StringComparison.Ordinal);
        }

        return new(Convert.FromHexString(text), code, codeAt);
    }
}
