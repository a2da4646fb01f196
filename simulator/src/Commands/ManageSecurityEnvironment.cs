using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Security;
using CardConformance.Simulator.Tlv;

namespace CardConformance.Simulator.Commands;

/// <summary>MANAGE SECURITY ENVIRONMENT, INS 22: names the key and algorithm of the next computation.</summary>
/// <remarks>Source: ISO/IEC 7816-4:2005, 7.5.11; only SET for computation (P1 = 41). Values: see the card's EF.TokenInfo.</remarks>
internal static class ManageSecurityEnvironment
{
    internal const byte Ins = 0x22;

    private const byte SetForComputation = 0x41;

    /// <summary>Carries out one SET. A refused one leaves the environment as it was.</summary>
    /// <returns><c>9000</c>; <c>6A80</c> for data it cannot use; <c>6A86</c>; <c>6A88</c> for a key that is not here.</returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command)
    {
        if (command.P1 != SetForComputation || command.P2 is not (0xA4 or 0xAA or 0xB6 or 0xB8))
        {
            return StatusWord.WrongP1P2;
        }

        if (!TryRead(command.Data, out byte algorithm, out byte? reference))
        {
            return StatusWord.WrongData;
        }

        if (command.P2 == 0xAA)
        {
            return SetHash(card.Environment, algorithm, reference);
        }

        if (reference is null || !Allows(command.P2, algorithm))
        {
            return StatusWord.WrongData;
        }

        if (card.FindKey(reference.Value) is not { } key)
        {
            return StatusWord.ReferenceNotFound;
        }

        SetKey(card.Environment, command.P2, algorithm, key);
        return StatusWord.Ok;
    }

    private static bool TryRead(ReadOnlySpan<byte> data, out byte algorithm, out byte? reference)
    {
        algorithm = 0;
        reference = null;
        var reader = new TlvReader(data);
        while (reader.TryRead(out int tag, out ReadOnlySpan<byte> value) && value.Length == 1)
        {
            switch (tag)
            {
                case 0x80:
                    algorithm = value[0];
                    break;
                case 0x84:
                    reference = value[0];
                    break;
                default:
                    return false;
            }
        }

        return reader.AtEnd && algorithm != 0;
    }

    private static bool Allows(byte template, byte algorithm) => (template, algorithm) switch
    {
        (0xA4, AlgorithmReference.RsaAuthentication) => true,
        (0xB6, AlgorithmReference.RsaSha1 or AlgorithmReference.RsaSha256) => true,
        (0xB8, AlgorithmReference.RsaDecipher) => true,
        _ => false,
    };

    private static StatusWord SetHash(SecurityEnvironment environment, byte algorithm, byte? reference)
    {
        if (reference is not null || algorithm is not (AlgorithmReference.Sha1 or AlgorithmReference.Sha256))
        {
            return StatusWord.WrongData;
        }

        environment.HashAlgorithm = algorithm;
        return StatusWord.Ok;
    }

    private static void SetKey(SecurityEnvironment environment, byte template, byte algorithm, PrivateKey key)
    {
        switch (template)
        {
            case 0xA4:
                environment.AuthenticationKey = key;
                break;
            case 0xB6:
                environment.SignatureKey = key;
                environment.SignatureAlgorithm = algorithm;
                break;
            default:
                environment.DecipherKey = key;
                break;
        }
    }
}
