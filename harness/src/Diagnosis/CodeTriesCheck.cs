using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Diagnosis;

/// <summary>How many wrong codes the card would still accept. It is asked without a code, which costs nothing.</summary>
internal sealed class CodeTriesCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "Code porteur";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(Workplace workplace) => Task.FromResult(Look(workplace));

    private static Finding Look(Workplace workplace)
    {
        if (workplace is not { Pcsc: { } pcsc, Reader: { } reader, Generation: { } generation })
        {
            return Finding.NotTestable("there is no professional's card that answers");
        }

        if (generation.FindCode(CodeRole.CodePorteur) is not { } code)
        {
            return Finding.Good("none on this interface of the card");
        }

        try
        {
            using PcscCard card = pcsc.Connect(reader);
            card.BeginTransaction();
            try
            {
                return Judge(workplace, code, Ask(card, code.Definition.Reference, generation));
            }
            finally
            {
                card.EndTransaction();
            }
        }
        catch (PcscException failure)
        {
            return Finding.NotTestable($"the card did not answer ({failure.Error})");
        }
    }

    private static byte[] Ask(PcscCard card, byte reference, CardGeneration generation)
    {
        // ISO/IEC 7816-4:2005, 7.5.6: VERIFY without data asks whether the code is needed, and 63CX says how often it may be wrong. A CPS4 takes
        // it on channel 1 only, which a SELECT by name opens, as CryptoLib does.
        bool isChipDoc = generation.Commands == CommandSet.ChipDoc;
        byte[] verify = isChipDoc ? [0x01, 0x20, 0x00, reference] : [0x00, 0x20, 0x00, reference, 0x00];
        byte[] answer = card.Transmit(verify);
        if (TriesIn(answer) is not null || answer is [0x90, 0x00])
        {
            return answer;
        }

        byte[] name = isChipDoc ? generation.MasterFileName : generation.ApplicationName;
        card.Transmit([verify[0], 0xA4, 0x04, 0x0C, (byte)name.Length, .. name]);
        return card.Transmit(verify);
    }

    private static int? TriesIn(byte[] answer) => answer switch
    {
        [0x63, >= 0xC0 and <= 0xCF] => answer[1] & 0x0F,
        [0x69, 0x83] => 0,
        _ => null,
    };

    private static Finding Judge(Workplace workplace, CodeEntry code, byte[] answer)
    {
        if (answer is [0x90, 0x00])
        {
            // The right code gave all tries back.
            workplace.TriesLeft = code.Definition.MaxTries;
            return Finding.Good("accepted by the card at this moment, from another program");
        }

        workplace.TriesLeft = TriesIn(answer);
        return workplace.TriesLeft switch
        {
            null => Finding.NotTestable($"the card answered {Convert.ToHexString(answer)}"),
            0 => Finding.Bad(
                "blocked: the card refuses even the right code",
                Remedy.Ours("Free it with the code de déblocage (8 digits, same letter as the code porteur): pkcs15-tool --unblock-pin --auth-id 01, or ANS's card tool."),
                Remedy.OfGuide("S024"),
                Remedy.OfGuide("S025")),
            1 => Finding.Good("1 try left, a wrong code would block the card; the right one gives all tries back"),
            { } tries => Finding.Good($"{tries} tries left"),
        };
    }
}
