using System.Buffers.Binary;
using System.Security.Cryptography;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Security;
using CardConformance.Simulator.Tlv;

namespace CardConformance.Simulator.Commands;

/// <summary>PERFORM SECURITY OPERATION (PSO), INS 2A: hashes, signs and deciphers.</summary>
/// <remarks>Source: ISO/IEC 7816-8:2004, 5.2 to 5.4 and 5.8; forms as OpenSC and CryptoLib send them to a CPS3.</remarks>
internal static class PerformSecurityOperation
{
    internal const byte Ins = 0x2A;

    private const int BitCountLength = 8;

    // First byte of the data to decipher: PKCS #1 padding follows.
    private const byte PaddingIndicator = 0x81;

    /// <summary>Carries out one PSO; P1-P2 says which.</summary>
    /// <returns><c>9000</c>, with data except for HASH; <c>6700</c>, <c>6982</c>, <c>6985</c>, <c>6A80</c> or <c>6A86</c>.</returns>
    internal static StatusWord Execute(CardState card, in CommandApdu command, ref ResponseWriter reply) =>
        (command.P1, command.P2) switch
        {
            (0x90, 0xA0) => Hash(card, command),
            (0x9E, 0x9A) => Sign(card, command, ref reply),
            (0x80, 0x86) => Decipher(card, command, ref reply),
            _ => StatusWord.WrongP1P2,
        };

    // The data is either 90 <whole hash>, or 90 <state, bits hashed so far> 80 <end of the message>; an empty 90 means that
    // the host hashed nothing yet.
    private static StatusWord Hash(CardState card, in CommandApdu command)
    {
        int length = HashLength(card.Environment.HashAlgorithm);
        if (length == 0)
        {
            return StatusWord.ConditionsNotSatisfied;
        }

        var reader = new TlvReader(command.Data);
        if (!reader.TryRead(out int tag, out ReadOnlySpan<byte> begun) || tag != 0x90)
        {
            return StatusWord.WrongData;
        }

        if (reader.AtEnd)
        {
            return SetHash(card, begun, length);
        }

        bool complete = reader.TryRead(out tag, out ReadOnlySpan<byte> last) && tag == 0x80 && reader.AtEnd && last.Length <= 64;
        return complete ? FinishHash(card, begun, last, length) : StatusWord.WrongData;
    }

    private static StatusWord SetHash(CardState card, ReadOnlySpan<byte> hash, int length)
    {
        if (hash.Length != length)
        {
            return StatusWord.WrongData;
        }

        card.Hash.Set(hash);
        return StatusWord.Ok;
    }

    private static StatusWord FinishHash(CardState card, ReadOnlySpan<byte> begun, ReadOnlySpan<byte> last, int length)
    {
        ReadOnlySpan<byte> state = length == 20 ? HashCompletion.Sha1Start : HashCompletion.Sha256Start;
        ulong bitsDone = 0;
        if (!begun.IsEmpty)
        {
            if (begun.Length != length + BitCountLength)
            {
                return StatusWord.WrongData;
            }

            state = begun[..length];
            bitsDone = BinaryPrimitives.ReadUInt64BigEndian(begun[length..]);
        }

        if (bitsDone % 512 != 0)
        {
            return StatusWord.WrongData;
        }

        Span<byte> digest = stackalloc byte[length];
        HashCompletion.Finish(state, bitsDone, last, digest);
        card.Hash.Set(digest);
        return StatusWord.Ok;
    }

    // Without data, what PSO HASH left is signed; with data, that is the hash. A refusal keeps the hash: CryptoLib verifies the
    // code and asks again.
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

        ReadOnlySpan<byte> hash = command.Data.IsEmpty ? card.Hash.Bytes : command.Data;
        HashAlgorithmName algorithm = card.Environment.SignatureAlgorithm == AlgorithmReference.RsaSha1
            ? HashAlgorithmName.SHA1
            : HashAlgorithmName.SHA256;
        int length = algorithm == HashAlgorithmName.SHA1 ? 20 : 32;
        if (hash.Length != length)
        {
            return command.Data.IsEmpty ? StatusWord.ConditionsNotSatisfied : StatusWord.WrongData;
        }

        if (command.Data.IsEmpty)
        {
            StatusWord sw = AnswerLength.Compare(card, command, key.ModulusLength);
            if (sw != StatusWord.Ok)
            {
                return sw;
            }
        }

        key.SignHash(algorithm, hash, reply.Reserve(key.ModulusLength));
        card.Hash.Clear();
        return StatusWord.Ok;
    }

    private static StatusWord Decipher(CardState card, in CommandApdu command, ref ResponseWriter reply)
    {
        if (card.Environment.DecipherKey is not { } key)
        {
            return StatusWord.ConditionsNotSatisfied;
        }

        if (!card.Fulfils(key.Definition.Decipher))
        {
            return StatusWord.SecurityStatusNotSatisfied;
        }

        if (command.Data.Length != 1 + key.ModulusLength)
        {
            return StatusWord.WrongLength;
        }

        Span<byte> plain = stackalloc byte[key.ModulusLength];
        if (command.Data[0] != PaddingIndicator || !key.TryDecipher(command.Data[1..], plain, out int length))
        {
            return StatusWord.WrongData;
        }

        reply.Append(plain[..length]);
        return StatusWord.Ok;
    }

    private static int HashLength(byte algorithm) => algorithm switch
    {
        AlgorithmReference.Sha1 => 20,
        AlgorithmReference.Sha256 => 32,
        _ => 0,
    };
}
