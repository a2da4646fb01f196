using FsCheck.Fluent;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>What a file holds is what was written last, at every place in it.</summary>
public sealed class ContentPropertyTests
{
    // CPS_DATA, all zeros on a new card.
    private const int Size = 250;

    [Test]
    public void UPDATE_BINARY_writes_all_of_its_bytes_or_none() => Always.Holds(
        from offset in Gen.Choose(0, Size + 10) from data in Any.Bytes.Generator where data.Length is >= 1 and <= 255 select (offset, data),
        write =>
        {
            var terminal = new CardTerminal();
            terminal.Run("00 20 00 01 04 31323334", "00 A4 09 0C 06 3F00 0001 D107");
            byte[] expected = new byte[Size];
            string status = write.offset >= Size ? "6B00" : write.offset + write.data.Length > Size ? "6A84" : "9000";
            if (status == "9000")
            {
                write.data.CopyTo(expected, write.offset);
            }

            string answer = terminal.Send($"00 D6 {write.offset:X4} {write.data.Length:X2}" + Convert.ToHexString(write.data));
            return answer == status && terminal.Send("00 B0 00 00 FA") == Convert.ToHexString(expected) + "9000";
        });
}
