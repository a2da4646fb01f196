namespace CardConformance.Fuzz.Generation;

/// <summary>The commands that CryptoLib 5.2 sends to a CPS4, and others that a card of this kind carries out.</summary>
internal static class Cps4Commands
{
    /// <summary>One per line, see <see cref="ValidCommands"/>; what is sent more often stands here more often.</summary>
    internal const string Lines = """
        01 A4 04 0C 08 80250000 01FF0100
        01 A4 04 0C 08 80250000 01FF0100
        01 A4 04 0C 08 80250000 01FF0100
        01 A4 04 0C 08 80250000 01FF0100
        01 A4 04 00 0D E828BD080F8025000001FF0010 00
        01 A4 04 0C 0D E828BD080F8025000001FF0010
        01 A4 04 0C 0D E828BD080F8025000001FF0020
        01 A4 08 0C 02 0001
        01 A4 08 0C 02 0001
        01 A4 08 0C 02 0001
        01 A4 08 00 02 D003 00
        01 A4 08 00 02 2F00
        01 A4 08 00 04 0001 5031 00
        01 A4 08 0C 04 0001 B002
        01 A4 08 0C 04 0001 D101
        01 A4 08 0C 04 0001 D107
        01 A4 08 0C 04 0001 D107
        01 A4 08 0C 04 0001 D107
        01 A4 08 0C 04 0001 D120
        01 A4 08 0C 04 0001 D120
        01 A4 09 0C 04 3F00 0001
        01 A4 02 04 02 7002 07
        01 A4 00 0C 00
        01 A4 03 0C 00
        01 B0 00 00 00
        01 B0 00 00 0C
        01 B0 00 00 E7
        01 B0 01 00 00
        01 B0 9C 00 0C
        01 B0 9E 00 5F
        01 B0 00 00 01
        01 D6 00 00 FA {250 bytes}
        01 D6 00 10 04 CAFECAFE
        01 D6 00 F9 01 55
        01 D6 9C 00 01 55
        01 C0 00 00 00
        01 C0 00 00 19
        01 20 00 01
        01 20 00 01 00
        01 20 00 02
        01 20 00 01 04 {porteur}
        01 20 00 01 04 {porteur}
        01 20 00 01 04 {porteur}
        01 20 00 01 04 {porteur}
        01 20 00 02 08 {deblocage}
        01 20 00 02 08 {deblocage}
        01 20 00 02 08 {deblocage}
        01 20 00 01 04 30303030
        01 20 00 02 08 3030303030303030
        01 24 01 01 04 34333231
        01 24 01 01 04 FFFFFFFF
        01 24 01 02 08 3837363534333231
        01 2C 03 81
        01 2C 03 81
        01 2C 03 82
        01 22 81 B6 04 9102 2890
        01 22 81 B6 04 9102 2C90
        01 22 81 B6 04 9102 0A90
        01 22 81 B6 04 9102 15A0
        01 22 41 B8 03 8301 20
        01 22 41 B8 03 8301 20
        01 22 41 B8 03 8301 20
        01 2A 9E 9A 20 {32 bytes} 00
        01 2A 9E 9A 20 {32 bytes}
        01 2A 9E 9A 14 {20 bytes} 00
        11 2A 9E 9A 10 0102030405060708090A0B0C0D0E0F10
        01 2A 9E 9A 10 1112131415161718191A1B1C1D1E1F20 00
        11 2A 80 86 FF 00 {253 bytes} 55
        11 2A 80 86 FF 00 {253 bytes} 55
        11 2A 80 86 FF FF {253 bytes} 55
        11 2A 80 86 FF FF {253 bytes} 55
        01 2A 80 86 01 55 00
        01 2A 80 86 01 55 00
        01 2A 80 86 01 55
        01 2A 80 86 01 55
        01 84 00 00 08
        01 84 00 00 04
        01 CB 3F FF 0A 4D 08 70 06 BF 81 01 02 A0 80
        01 88 00 00 24 {32 bytes} CAFECAFE
        """;
}
