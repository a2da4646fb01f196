using System.Security.Cryptography;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Tlv;

namespace CardConformance.Simulator.Commands;

/// <summary>MANAGE SECURITY ENVIRONMENT and PERFORM SECURITY OPERATION of a CPS4.</summary>
/// <remarks>Source: as <see cref="ChipDoc"/>. Algorithms: 0A and 28 PKCS #1 v1.5, 15 and 2C PSS, over SHA-1 and SHA-256.</remarks>
internal static class ChipDocComputation
{
    private const byte Pkcs1Sha1 = 0x0A;
    private const byte PssSha1 = 0x15;
    private const byte Pkcs1Sha256 = 0x28;
    private const byte PssSha256 = 0x2C;

    private const byte ReferenceBit = 0x80;

    /// <summary>Names the key, and for signatures the algorithm.</summary>
    /// <returns><c>9000</c>, <c>6A80</c>, <c>6A86</c> or <c>6A88</c>.</returns>
    internal static StatusWord SetEnvironment(CardState card, in CommandApdu command) => (command.P1, command.P2) switch
    {
        (0x81, 0xB6) => SetSignature(card, command.Data),
        (0x41, 0xB8) => SetDecipher(card, command.Data),
        _ => StatusWord.WrongP1P2,
    };

    /// <summary>Computes a signature over a hash, or the bare operation on a block.</summary>
    /// <returns><c>9000</c> with the result; <c>6700</c>, <c>6982</c>, <c>6985</c>, <c>6A80</c> or <c>6A86</c>.</returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command, ref ResponseWriter reply) => (command.P1, command.P2) switch
    {
        (0x9E, 0x9A) => Sign(card, command, ref reply),
        (0x80, 0x86) => Compute(card, command, ref reply),
        _ => StatusWord.WrongP1P2,
    };

    private static StatusWord SetSignature(CardState card, ReadOnlySpan<byte> data)
    {
        var reader = new TlvReader(data);
        if (!reader.TryRead(out int tag, out ReadOnlySpan<byte> value) || !reader.AtEnd || tag != 0x91 || value.Length != 2
            || value[0] is not (Pkcs1Sha1 or PssSha1 or Pkcs1Sha256 or PssSha256))
        {
            return StatusWord.WrongData;
        }

        if ((value[1] & ReferenceBit) == 0 || card.FindKey(value[1] & ~ReferenceBit) is not { } key)
        {
            return StatusWord.ReferenceNotFound;
        }

        card.Environment.SignatureKey = key;
        card.Environment.SignatureAlgorithm = value[0];
        return StatusWord.Ok;
    }

    private static StatusWord SetDecipher(CardState card, ReadOnlySpan<byte> data)
    {
        var reader = new TlvReader(data);
        if (!reader.TryRead(out int tag, out ReadOnlySpan<byte> value) || !reader.AtEnd || tag != 0x83 || value.Length != 1)
        {
            return StatusWord.WrongData;
        }

        if (card.FindKey(value[0]) is not { } key)
        {
            return StatusWord.ReferenceNotFound;
        }

        card.Environment.DecipherKey = key;
        return StatusWord.Ok;
    }

    private static StatusWord Sign(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        if (card.Environment.SignatureKey is not { } key)
        {
            return StatusWord.ConditionsNotSatisfied;
        }

        if (!card.Fulfils(key.Definition.Sign))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        byte algorithm = card.Environment.SignatureAlgorithm;
        bool sha1 = algorithm is Pkcs1Sha1 or PssSha1;
        if (command.Data.Length != (sha1 ? SHA1.HashSizeInBytes : SHA256.HashSizeInBytes))
        {
            return StatusWord.WrongLength;
        }

        HashAlgorithmName hash = sha1 ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        Span<byte> signature = reply.Reserve(key.ModulusLength);
        if (algorithm is PssSha1 or PssSha256)
        {
            key.SignHashWithPss(hash, command.Data, signature);
        }
        else
        {
            key.SignHash(hash, command.Data, signature);
        }

        return StatusWord.Ok;
    }

    private static StatusWord Compute(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        if (card.Environment.DecipherKey is not { } key)
        {
            return StatusWord.ConditionsNotSatisfied;
        }

        if (!card.Fulfils(key.Definition.Decipher))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        if (command.Data.Length != key.ModulusLength)
        {
            return StatusWord.WrongLength;
        }

        if (key.TryCompute(command.Data, reply.Reserve(key.ModulusLength)))
        {
            return StatusWord.Ok;
        }

        reply.Truncate(0);
        return StatusWord.WrongData;
    }
}
