using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests;

/// <summary>Sends hexadecimal to a card in process and gets hexadecimal back, so that tests read like a trace.</summary>
/// <param name="card">The card.</param>
internal sealed class CardTerminal(ICard card)
{
    internal CardTerminal()
        : this(TestCards.New())
    {
    }

    internal ICard Card => card;

    /// <summary>Makes the card speak T=1, which a contact CPS3 refuses: only the rules of the protocol are of interest here.</summary>
    internal void UseT1() => ((VirtualCard)card).State.Protocol = TransmissionProtocol.T1;

    /// <summary>One command as the reader sends it.</summary>
    internal string Send(string hexadecimal)
    {
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        int length = card.Transmit(Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal)), response);
        return length switch
        {
            ICard.Mute => "mute",
            ICard.Removed => "removed",
            _ => Convert.ToHexString(response, 0, length),
        };
    }

    /// <summary>One command, its answer fetched as a T=0 reader's software does: GET RESPONSE while 61XX, again on 6CXX.</summary>
    internal string Fetch(string hexadecimal)
    {
        string answer = Send(hexadecimal);
        if (answer[^4..^2] == "6C")
        {
            return Fetch(hexadecimal[..^2] + answer[^2..]);
        }

        string data = answer[..^4];
        while (answer[^4..^2] == "61")
        {
            answer = Send("00C00000" + answer[^2..]);
            data += answer[..^4];
        }

        return data + answer[^4..];
    }

    /// <summary>The same for several commands, of which only the last answer counts; the others must succeed.</summary>
    internal string Run(params string[] commands)
    {
        foreach (string command in commands[..^1])
        {
            Assert.That(Fetch(command), Does.EndWith("9000"), command);
        }

        return Fetch(commands[^1]);
    }
}
