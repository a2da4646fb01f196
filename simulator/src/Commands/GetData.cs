using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Security;
using CardConformance.Simulator.Tlv;

namespace CardConformance.Simulator.Commands;

/// <summary>GET DATA, INS CB: the public part of security data objects: codes with their counters, keys, environments.</summary>
/// <remarks>
/// Source: ISO/IEC 7816-4:2005, 7.4.2, with an extended header list <c>4D</c> as IAS-ECC uses it:
/// <c>70 { BF cc nn { what } }</c>, class cc 81 code, 90 private key, FB environment. Bytes as a real CPS3 gives them in public
/// traces, where there are any.
/// </remarks>
internal static class GetData
{
    internal const byte Ins = 0xCB;

    private const int PinClass = 0xBF8100;
    private const int KeyClass = 0xBF9000;
    private const int EnvironmentClass = 0xBFFB00;

    // What is asked of an object: a tag with the length "80", which means the whole of it.
    private static ReadOnlySpan<byte> ControlParameters => [0xA0, 0x80];

    private static ReadOnlySpan<byte> EnvironmentTemplate => [0x7B, 0x80];

    /// <summary>Carries out one GET DATA.</summary>
    /// <returns>
    /// <c>9000</c> with the object; <c>6A80</c> for a part that the object does not have; <c>6A86</c>; <c>6A88</c> when there is
    /// no such object here; <c>6982</c>.
    /// </returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        if (command.P1 != 0x3F || command.P2 != 0xFF)
        {
            return StatusWord.WrongP1P2;
        }

        if (!TryReadRequest(command.Data, out int tag, out ReadOnlySpan<byte> part))
        {
            return StatusWord.WrongData;
        }

        int number = tag & 0xFF;
        return (tag & 0xFFFF00) switch
        {
            PinClass => AnswerPin(card, number, tag, part, ref reply),
            KeyClass => AnswerKey(card, number, tag, part, ref reply),
            EnvironmentClass => AnswerEnvironment(card, number, tag, part, ref reply),
            _ => StatusWord.ReferenceNotFound,
        };
    }

    private static bool TryReadRequest(ReadOnlySpan<byte> data, out int tag, out ReadOnlySpan<byte> part)
    {
        tag = 0;
        part = default;
        return TryReadOnly(data, out int list, out ReadOnlySpan<byte> listed)
            && list == 0x4D
            && TryReadOnly(listed, out int wrapper, out ReadOnlySpan<byte> wrapped)
            && wrapper == 0x70
            && TryReadOnly(wrapped, out tag, out part);
    }

    private static bool TryReadOnly(ReadOnlySpan<byte> bytes, out int tag, out ReadOnlySpan<byte> value)
    {
        var reader = new TlvReader(bytes);
        return reader.TryRead(out tag, out value) && reader.AtEnd;
    }

    private static StatusWord AnswerPin(CardState card, int number, int tag, ReadOnlySpan<byte> part, ref ResponseWriter reply)
    {
        // Codes belong to the master file.
        if (card.CurrentDirectory != card.Layout.MasterFile || card.FindPin(number) is not { } pin)
        {
            return StatusWord.ReferenceNotFound;
        }

        if (!part.SequenceEqual(ControlParameters))
        {
            return StatusWord.WrongData;
        }

        PinDefinition definition = pin.Definition;
        if (!card.Fulfils(definition.Get))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        reply.Append(Wrap(
            tag,
            BerTlv.Encode(0x9A, [(byte)definition.MaxTries]),
            BerTlv.Encode(0x9B, [(byte)pin.TriesLeft]),
            pin.UsesLeft is { } uses ? BerTlv.Encode(0x9D, [(byte)(uses >> 8), (byte)uses]) : [],
            BerTlv.Encode(
                0xA1,
                BerTlv.Encode(
                    0x8C,
                    [
                        0xF3,
                        definition.Change.Scb,
                        definition.Verify.Scb,
                        definition.Reset.Scb,
                        definition.Put.Scb,
                        definition.Get.Scb,
                    ]))));
        return StatusWord.Ok;
    }

    private static StatusWord AnswerKey(CardState card, int number, int tag, ReadOnlySpan<byte> part, ref ResponseWriter reply)
    {
        if (card.FindKey(0x80 | number) is not { } key)
        {
            return StatusWord.ReferenceNotFound;
        }

        if (!part.SequenceEqual(ControlParameters))
        {
            return StatusWord.WrongData;
        }

        KeyDefinition definition = key.Definition;
        if (!card.Fulfils(definition.Get))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        reply.Append(Wrap(
            tag,
            BerTlv.Encode(0x80, [(byte)(key.ModulusLength >> 8), (byte)key.ModulusLength]),
            BerTlv.Encode(
                0xA1,
                BerTlv.Encode(
                    0x8C,
                    [
                        0x7B,
                        definition.Sign.Scb,
                        definition.Authenticate.Scb,
                        definition.Decipher.Scb,
                        definition.Generate.Scb,
                        definition.Put.Scb,
                        definition.Get.Scb,
                    ])),
            BerTlv.Encode(0x9E, [(byte)(definition.NonRepudiation ? 1 : 0)])));
        return StatusWord.Ok;
    }

    private static StatusWord AnswerEnvironment(
        CardState card, int number, int tag, ReadOnlySpan<byte> part, ref ResponseWriter reply)
    {
        if (!card.Layout.EnvironmentPins.TryGetValue(number, out byte reference))
        {
            return StatusWord.ReferenceNotFound;
        }

        if (!part.SequenceEqual(EnvironmentTemplate))
        {
            return StatusWord.WrongData;
        }

        // Authentication template: the code's reference, and "user authentication, knowledge based" as usage.
        byte[] template = BerTlv.Encode(0xA4, BerTlv.Encode(0x83, [reference]), BerTlv.Encode(0x95, [0x08]));
        reply.Append(BerTlv.Encode(0x70, BerTlv.Encode(tag, BerTlv.Encode(0x7B, template))));
        return StatusWord.Ok;
    }

    private static byte[] Wrap(int tag, params ReadOnlySpan<byte[]> controlParameters) =>
        BerTlv.Encode(0x70, BerTlv.Encode(tag, BerTlv.Encode(0xA0, controlParameters)));
}
