using System.Text;
using CardConformance.Simulator.Commands;

namespace CardConformance.Simulator.Trace;

/// <summary>Commands as traces show them: everything but the codes.</summary>
internal static class CommandMask
{
    private const int HeaderLength = 4;

    /// <summary>The command in hexadecimal; whatever may be a code is shown as <c>**</c>.</summary>
    /// <param name="command">The command, well formed or not: a code with a wrong length byte is a code all the same.</param>
    internal static string Format(ReadOnlySpan<byte> command)
    {
        if (command.Length <= HeaderLength + 1 || command[1] is not (Verify.Ins or ChangeReferenceData.Ins or ResetRetryCounter.Ins))
        {
            return Hexadecimal.Format(command);
        }

        bool hasLength = command[HeaderLength] == command.Length - HeaderLength - 1;
        int shown = hasLength ? HeaderLength + 1 : HeaderLength;
        var text = new StringBuilder(Hexadecimal.Format(command[..shown]));
        for (int i = shown; i < command.Length; i++)
        {
            text.Append(" **");
        }

        return text.ToString();
    }
}
