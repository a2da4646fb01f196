namespace CardConformance.Fuzz.Generation;

/// <summary>The commands that CryptoLib 5.2 sends to a CPS3 over its contactless interface, and those that have nothing to find there.</summary>
internal static class ContactlessCommands
{
    /// <summary>One per line, see <see cref="ValidCommands"/>; what is sent more often stands here more often.</summary>
    internal const string Lines = """
        00 A4 04 0C 0D E828BD080F8025000001FF0020
        00 A4 04 0C 0D E828BD080F8025000001FF0020
        00 A4 04 00 0D E828BD080F8025000001FF0020 00
        00 A4 04 04 0D E828BD080F8025000001FF0020 10
        00 A4 04 04 08 8025000001FF0100
        00 A4 04 04 0D E828BD080F8025000001FF0010
        00 A4 09 04 04 3F00 2F01
        00 A4 09 0C 04 3F00 0001
        00 A4 09 0C 04 3F00 0001
        00 A4 09 04 02 5031 00
        00 A4 09 0C 06 3F00 0001 B002
        00 A4 09 0C 06 3F00 0001 D107
        00 A4 09 0C 06 3F00 0001 7001
        00 A4 00 0C 02 3F00
        00 A4 03 0C 00
        00 B0 00 00 00
        00 B0 00 00 E7
        00 B0 01 00 00
        00 B0 9C 00 0C
        00 B0 9E 00 5F
        00 D6 00 00 04 CAFECAFE
        00 D6 9C 00 01 55
        00 C0 00 00 00
        00 C0 00 00 19
        00 CB 3F FF 0B 4D 09 70 07 BF 90 03 03 7F48 80
        00 CB 3F FF 0A 4D 08 70 06 BF 90 03 02 A0 80 00
        00 CB 3F FF 0A 4D 08 70 06 BF 81 01 02 A0 80
        00 CB 3F FF 0A 4D 08 70 06 BF FB 01 02 7B 80
        00 20 00 01 00
        00 20 00 00 04 31323334
        00 20 00 01 04 31323334
        00 24 00 01 08 31323334 34333231
        00 2C 02 01 04 35363738
        00 22 41 A4 06 80 01 02 84 01 83
        00 22 41 A4 06 84 01 83 80 01 02
        00 22 41 AA 03 80 01 40
        00 22 41 B6 06 80 01 42 84 01 83
        00 22 41 B8 06 80 01 1A 84 01 83
        00 88 00 00 33 3031300D060960864801650304020105000420 {32 bytes} 00
        00 88 00 00 24 {32 bytes} CAFECAFE
        00 2A 90 A0 22 9020 {32 bytes}
        00 2A 9E 9A 00
        00 2A 9E 9A 20 {32 bytes} 00
        10 2A 80 86 FF 81 00 {253 bytes}
        00 2A 80 86 02 5566
        00 84 00 00 08
        """;
}
