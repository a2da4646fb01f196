using CardConformance.Harness.Actors;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Perf.Throughput;

/// <summary>What clients ask cards, with the answers that are due, in the form that <c>perf/native/measure.h</c> reads.</summary>
internal static class CardQuestions
{
    /// <summary>GET CHALLENGE of eight bytes.</summary>
    internal const string GetChallenge = "0084000008";

    /// <summary>READ BINARY of the first 256 bytes of the authentication certificate.</summary>
    internal const string ReadBinary = "00B0000000";

    /// <summary>SELECT of the authentication certificate's file, without its control information.</summary>
    internal const string Select = "00A4020C02B002";

    // The application CPS3 of the card.
    private const string SelectApplication = "00A404040DE828BD080F80250000" + "01FF0010";

    // As OpenSC authenticates: MSE, INTERNAL AUTHENTICATE with the DigestInfo of SHA-256, GET RESPONSE.
    private const string ChooseKey = "002241A406840182800102";
    private const string FetchSignature = "00C0000000";
    private const string DigestInfo = "3031300D060960864801650304020105000420" + "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F";
    private const string Authenticate = "00880000" + "33" + DigestInfo;

    private const string Success = "9000";

    /// <summary>The card that our processes have, made once more in this one, and its code.</summary>
    internal static (VirtualCard Card, CardProfile Profile) Copy()
    {
        CardProfile profile = CardIssuing.Catalogue.Load(MeasuredCard.Profile);
        return (new CardIssuer(CardIssuing.OpenAuthority(), CacheFolder.Path).Reissue(profile, revocationList: null).Card, profile);
    }

    /// <summary>GET CHALLENGE, READ BINARY and SELECT for our card; the data read are compared with those of a copy.</summary>
    internal static IReadOnlyList<string> ForOurs()
    {
        (VirtualCard copy, _) = Copy();
        return
        [
            $"!{WithAnswer(copy, SelectApplication)}",
            $"!{WithAnswer(copy, Select)}",
            $"{GetChallenge}={string.Concat(Enumerable.Repeat("**", 8))}{Success}",
            WithAnswer(copy, ReadBinary),
            WithAnswer(copy, Select),
        ];
    }

    /// <summary>The same commands for a card that answers zero bytes.</summary>
    internal static IReadOnlyList<string> ForTrivial { get; } =
        [$"{GetChallenge}={new string('0', 16)}{Success}", $"{ReadBinary}={new string('0', 512)}{Success}", $"{Select}={Success}"];

    /// <summary>One authentication signature, after the code porteur, for our card. PKCS #1 v1.5 gives the same one each time: it is compared.</summary>
    internal static IReadOnlyList<string> Signature()
    {
        (VirtualCard copy, CardProfile profile) = Copy();
        return
        [
            $"!{WithAnswer(copy, SelectApplication)}",
            $"!{WithAnswer(copy, Verify(profile))}",
            string.Join('+', new[] { ChooseKey, Authenticate, FetchSignature }.Select(command => WithAnswer(copy, command))),
        ];
    }

    /// <summary>The commands of one authentication signature, and the card after its code porteur.</summary>
    internal static (VirtualCard Card, IReadOnlyList<byte[]> Commands) SignatureInProcess()
    {
        (VirtualCard card, CardProfile profile) = Copy();
        WithAnswer(card, SelectApplication);
        WithAnswer(card, Verify(profile));
        return (card, [.. new[] { ChooseKey, Authenticate, FetchSignature }.Select(Convert.FromHexString)]);
    }

    private static string Verify(CardProfile profile) =>
        $"00200001{profile.CodePorteur.Length:X2}{Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(profile.CodePorteur))}";

    private static string WithAnswer(VirtualCard card, string command)
    {
        byte[] answer = new byte[VirtualCard.MaxResponseLength];
        int length = card.Transmit(Convert.FromHexString(command), answer);
        return answer.AsSpan(0, length) is [.., 0x90, 0x00] or [0x61, _]
            ? $"{command}={Convert.ToHexString(answer, 0, length)}"
            : throw new InvalidOperationException($"the card answers {Convert.ToHexString(answer, 0, length)} to {command[..8]}");
    }
}
