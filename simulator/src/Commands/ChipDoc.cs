using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Commands;

/// <summary>The commands of a CPS4, whose chip is an NXP ChipDoc: files as on a CPS3, codes and keys in a manner of its own.</summary>
/// <remarks>
/// Source: the commands that ANS's CryptoLib CPS 5.2 sends to a CPS4 and the answers it takes. What it never provokes is answered as
/// ISO/IEC 7816-4 says, and is ours.
/// </remarks>
internal static class ChipDoc
{
    /// <summary>The class of all commands: logical channel 1.</summary>
    internal const byte Channel = 0x01;

    private const byte SelectByName = 0x04;
    private const byte ReferenceBit = 0x80;

    /// <summary>
    /// Whether a command comes before the channel was opened by a SELECT by name, and does not open it. It is answered <c>6881</c>, a part
    /// of a chain and GET RESPONSE as well.
    /// </summary>
    internal static bool IsTooEarly(CardState card, in CommandApdu command) =>
        card.Layout.Commands == CommandSet.ChipDoc
        && !card.ChannelOpen
        && command is not { Cla: Channel, Ins: Select.Ins, P1: SelectByName };

    /// <summary>Carries out one command.</summary>
    /// <returns>As the commands of a CPS3.</returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        if (command is { Ins: Select.Ins, P1: SelectByName })
        {
            StatusWord sw = Select.Execute(card, command, ref reply);
            card.ChannelOpen |= sw == StatusWord.Ok;
            return sw;
        }

        return command.Ins switch
        {
            Select.Ins => Select.Execute(card, command, ref reply),
            ReadBinary.Ins => ReadBinary.Execute(card, command, ref reply),
            UpdateBinary.Ins => UpdateBinary.Execute(card, command),
            GetChallenge.Ins => GetChallenge.Execute(card, command, ref reply),
            Verify.Ins => VerifyCode(card, command),
            ChangeReferenceData.Ins => SetCode(card, command),
            ResetRetryCounter.Ins => RestoreTries(card, command),
            ManageSecurityEnvironment.Ins => ChipDocComputation.SetEnvironment(card, command),
            PerformSecurityOperation.Ins => ChipDocComputation.Execute(card, command, ref reply),
            _ => StatusWord.InstructionNotSupported,
        };
    }

    // Without data it always tells the counter, also while the code is verified.
    private static StatusWord VerifyCode(CardState card, in CommandApdu command)
    {
        StatusWord sw = Verify.Execute(card, command);
        return sw == StatusWord.Ok && command.Data.IsEmpty ? StatusWord.TriesLeft(card.FindPin(command.P2)!.TriesLeft) : sw;
    }

    // The digits alone: the old ones, or the code that may replace them, were verified before. Tries are another command's.
    private static StatusWord SetCode(CardState card, in CommandApdu command)
    {
        if (command.P1 != 0x01)
        {
            return StatusWord.WrongP1P2;
        }

        if (card.FindPin(command.P2) is not { } pin)
        {
            return StatusWord.ReferenceNotFound;
        }

        bool byHolder = pin.Verified && card.Fulfils(pin.Definition.Change);
        if (!byHolder && !card.Fulfils(pin.Definition.Reset))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        if (pin.Blocked)
        {
            return StatusWord.CodeBlocked;
        }

        if (command.Data.Length != pin.Definition.Length)
        {
            return StatusWord.WrongLength;
        }

        pin.Replace(command.Data);
        return StatusWord.Ok;
    }

    private static StatusWord RestoreTries(CardState card, in CommandApdu command)
    {
        if (command.P1 != 0x03 || (command.P2 & ReferenceBit) == 0)
        {
            return StatusWord.WrongP1P2;
        }

        if (card.FindPin(command.P2 & ~ReferenceBit) is not { } pin)
        {
            return StatusWord.ReferenceNotFound;
        }

        if (!card.Fulfils(pin.Definition.Reset))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        if (!command.Data.IsEmpty)
        {
            return StatusWord.WrongLength;
        }

        pin.RestoreTries();
        card.CountUse(pin.Definition.Reset);
        return StatusWord.Ok;
    }
}
