using CardConformance.Harness.Actors;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Certificates;

namespace CardConformance.Perf.Benchmarks;

/// <summary>A doctor's CPS3 in process, and what its answers have to be before anything is measured.</summary>
internal sealed class BenchedCard
{
    private readonly IssuedCard _issued =
        new CardIssuer(CardIssuing.OpenAuthority(), CacheFolder.Path).Reissue(CardIssuing.Catalogue.Load("medecin"), revocationList: null);

    /// <summary>The card.</summary>
    internal VirtualCard Card => _issued.Card;

    /// <summary>The card with its certificates.</summary>
    internal IssuedCard Issued => _issued;

    /// <summary>Sends commands that have to succeed.</summary>
    /// <exception cref="InvalidOperationException">One does not.</exception>
    internal void Prepare(params string[] commands)
    {
        foreach (string command in commands)
        {
            Expect(Bytes(command), "9000");
        }
    }

    /// <summary>Sends a command to the card.</summary>
    /// <returns>The command, whose answer is what it has to be.</returns>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    internal byte[] Checked(string command, string status, int length = 0)
    {
        byte[] bytes = Bytes(command);
        Expect(bytes, status, length);
        return bytes;
    }

    /// <summary>Sends a command to the card and compares its answer.</summary>
    /// <exception cref="InvalidOperationException">Status word or length are others.</exception>
    internal byte[] Expect(byte[] command, string status, int length = 0) => Expect(Card, command, status, length);

    /// <summary>Sends a command to a layer around the card and compares its answer.</summary>
    /// <exception cref="InvalidOperationException">Status word or length are others.</exception>
    internal static byte[] Expect(ICard card, byte[] command, string status, int length = 0)
    {
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        int received = card.Transmit(command, response);
        string answer = received < 2 ? "nothing" : Convert.ToHexString(response, received - 2, 2);
        if (answer != status || received != length + 2)
        {
            throw new InvalidOperationException(
                $"The command with INS {command[1]:X2} was answered with {received - 2} bytes and {answer}; {length} bytes and {status} are expected.");
        }

        return response[..length];
    }

    internal static byte[] Bytes(string hexadecimal) => Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal));
}
