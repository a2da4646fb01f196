namespace CardConformance.Fuzz.Generation;

/// <summary>The commands that OpenSC 0.23 and CryptoLib 5.2 send to a CPS3, and others that a card of this kind carries out.</summary>
internal static class ValidCommands
{
    // {porteur} and {deblocage} stand for the right code of the moment.
    private const string Lines = """
        00 A4 09 04 04 3F00 2F01
        00 A4 09 04 04 3F00 D003
        00 A4 09 0C 04 3F00 D003
        00 A4 09 04 04 3F00 2F00
        00 A4 09 04 04 3F00 D010
        00 A4 09 04 04 3F00 0001
        00 A4 09 0C 04 3F00 0001
        00 A4 09 0C 04 3F00 0001
        00 A4 09 0C 04 3F00 0001
        00 A4 09 0C 02 3F00
        00 A4 09 04 02 3F00
        00 A4 02 04 02 3F00
        00 A4 00 0C 02 3F00
        00 A4 00 0C 00
        00 A4 03 0C 00
        00 A4 08 04 04 0001 5031
        00 A4 09 04 02 5031
        00 A4 09 04 02 5032
        00 A4 02 04 02 7001
        00 A4 02 04 02 7002 00
        00 A4 02 04 02 7005
        00 A4 02 04 02 7006 07
        00 A4 02 04 02 B001
        00 A4 09 0C 06 3F00 0001 B002
        00 A4 09 0C 06 3F00 0001 D101
        00 A4 09 0C 06 3F00 0001 D107
        00 A4 09 0C 06 3F00 0001 D107
        00 A4 09 0C 06 3F00 0001 D107
        00 A4 09 0C 06 3F00 0001 D120
        00 A4 09 0C 06 3F00 0001 D120
        00 A4 04 04 08 8025000001FF0100
        00 A4 04 04 0D E828BD080F8025000001FF0010
        00 A4 04 04 0D E828BD080F8025000001FF0010 00
        00 A4 04 04 0D E828BD080F8025000001FF0020
        00 B0 00 00 0C
        00 B0 00 00 39
        00 B0 00 00 00
        00 B0 00 00 E7
        00 B0 01 00 00
        00 B0 00 E7 E7
        00 B0 9C 00 C0
        00 B0 9C 00 0C
        00 B0 9D 00 39
        00 B0 9E 00 5F
        00 B0 00 00 01
        00 D6 00 00 FA {250 bytes}
        00 D6 00 10 04 CAFECAFE
        00 D6 00 F9 01 55
        00 C0 00 00 00
        00 C0 00 00 E7
        00 C0 00 00 19
        00 C0 00 00 07
        00 CB 3F FF 0A 4D 08 70 06 BF 81 01 02 A0 80
        00 CB 3F FF 0A 4D 08 70 06 BF 81 02 02 A0 80 00
        00 CB 3F FF 0B 4D 09 70 07 BF 81 01 03 7F41 80
        00 CB 3F FF 0A 4D 08 70 06 BF 90 01 02 A0 80
        00 CB 3F FF 0A 4D 08 70 06 BF 90 02 02 A0 80
        00 CB 3F FF 0B 4D 09 70 07 BF 90 02 03 7F48 80
        00 CB 3F FF 0A 4D 08 70 06 BF FB 01 02 7B 80
        00 CB 3F FF 0A 4D 08 70 06 BF FB 03 02 7B 80
        00 20 00 01 00
        00 20 00 02 00
        00 20 00 01 04 {porteur}
        00 20 00 01 04 {porteur}
        00 20 00 01 04 {porteur}
        00 20 00 01 04 {porteur}
        00 20 00 02 08 {deblocage}
        00 20 00 02 08 {deblocage}
        00 20 00 01 04 30303030
        00 20 00 02 08 3030303030303030
        00 24 00 01 08 {porteur} 34333231
        00 24 00 01 08 30303030 34333231
        00 2C 02 01 04 35363738
        00 2C 02 01 04 31323334
        00 22 41 A4 06 80 01 02 84 01 82
        00 22 41 A4 06 84 01 82 80 01 02
        00 22 41 AA 03 80 01 40
        00 22 41 AA 03 80 01 10
        00 22 41 B6 06 80 01 42 84 01 81
        00 22 41 B6 06 80 01 12 84 01 81
        00 22 41 B8 06 84 01 82 80 01 1A
        00 88 00 00 33 3031300D060960864801650304020105000420 {32 bytes}
        00 88 00 00 24 {32 bytes} CAFECAFE
        00 88 00 00 24 {32 bytes} CAFECAFE 00
        00 2A 90 A0 22 9020 {32 bytes}
        00 2A 90 A0 16 9014 {20 bytes}
        00 2A 90 A0 30 9028 {32 bytes} 0000000000000200 8004 CAFECAFE
        00 2A 90 A0 08 9000 8004 CAFECAFE
        00 2A 9E 9A 00
        00 2A 9E 9A 20 {32 bytes}
        00 2A 9E 9A 14 {20 bytes} 00
        10 2A 90 A0 10 9020 0102030405060708090A0B0C0D0E
        00 2A 90 A0 12 0F101112131415161718191A1B1C1D1E1F20
        10 2A 80 86 FF 81 00 {253 bytes}
        10 2A 80 86 FF 81 00 {253 bytes}
        00 2A 80 86 02 5566
        00 84 00 00 08
        00 84 00 00 04
        A0 A4 00 00 02 3F00
        A0 A4 00 00 02 7F01
        A0 A4 00 00 02 4000
        A0 A4 00 00 02 4010
        A0 C0 00 00 07
        A0 B0 00 00 01
        A0 B0 00 00 20
        A0 B0 00 05 10
        """;

    private const string PorteurOfANewCard = "31323334";
    private const string DeblocageOfANewCard = "3132333435363738";

    /// <summary>All of them; what is sent more often stands more often in the list.</summary>
    internal static readonly ValidCommand[] All = [.. Lines.Split('\n').Select(Parse)];

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
