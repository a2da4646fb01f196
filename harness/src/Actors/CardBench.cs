using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Trace;

namespace CardConformance.Harness.Actors;

/// <summary>A card that a tester sends commands to: without any reader, or through a real reader and PC/SC.</summary>
/// <param name="profile">Whose card it is.</param>
/// <param name="card">The card, with faults to be armed.</param>
/// <param name="certificate">Its authentication certificate.</param>
public sealed class CardBench(CardProfile profile, FaultyCard card, X509Certificate2 certificate) : IDisposable
{
    private const int LongestResponse = 65_538;

    private CardReader? _reader;
    private PcscContext? _context;
    private PcscCard? _connection;
    private ICard _seen = card;

    /// <summary>Whose card it is.</summary>
    public CardProfile Profile => profile;

    /// <summary>Its authentication certificate.</summary>
    public X509Certificate2 Certificate => certificate;

    /// <summary>The last answer, data and status word; empty when there was none.</summary>
    public byte[] Answer { get; private set; } = [];

    /// <summary>What PC/SC said instead of an answer, or <see langword="null"/>.</summary>
    public PcscError? Error { get; private set; }

    /// <summary>Gives the card power without any reader.</summary>
    /// <param name="evidence">Where its exchanges go.</param>
    public void PowerUp(ScenarioEvidence evidence)
    {
        _seen = new TracedCard(card, evidence.Add);
        _seen.Reset();
    }

    /// <summary>Puts the card into a reader and connects to it by PC/SC.</summary>
    /// <param name="reader">The reader, empty.</param>
    public void Insert(CardReader reader)
    {
        Disconnect();
        _reader = reader;
        reader.Insert(card);
        _context = PcscContext.Establish();
        _connection = _context.Connect(reader.Name);
    }

    /// <summary>Lets the card fail in one of the ways of <c>fixtures/faults</c>.</summary>
    /// <param name="fault">Name of the fault.</param>
    /// <param name="evidence">Where the report takes it from.</param>
    /// <exception cref="UnknownFaultException">There is no such fault; the message lists those there are.</exception>
    public void Arm(string fault, ScenarioEvidence evidence) => CardFaults.Arm(card, fault, evidence);

    /// <summary>Faults that were armed and never had an effect.</summary>
    public IReadOnlyList<CardFault> UnmetFaults => card.Unmet;

    /// <summary>The ATR, as the reader has it.</summary>
    public byte[] Atr => _connection?.Status() ?? _seen.Atr.ToArray();

    /// <summary>Waits until programs were told that the card is gone from its reader.</summary>
    /// <exception cref="InvalidOperationException">The card is in no reader.</exception>
    /// <exception cref="TimeoutException">It is still there.</exception>
    public void WaitUntilGone() => (_reader ?? throw new InvalidOperationException("la carte n'est dans aucun lecteur")).WaitUntilGone();

    /// <summary>Sends one command and keeps what comes back.</summary>
    /// <param name="command">The command.</param>
    public void Send(ReadOnlySpan<byte> command)
    {
        (Answer, Error) = ([], null);
        if (_connection is null)
        {
            byte[] response = new byte[LongestResponse];
            int length = _seen.Transmit(command, response);
            Answer = length > 0 ? response[..length] : [];
            return;
        }

        try
        {
            Answer = _connection.Transmit(command);
        }
        catch (PcscException failure)
        {
            Error = failure.Error;
        }
    }

    /// <summary>Sends one command and fetches all of its answer.</summary>
    /// <param name="command">The command.</param>
    /// <returns>The data, without the status word.</returns>
    /// <exception cref="InvalidOperationException">The card refused.</exception>
    public byte[] Fetch(ReadOnlySpan<byte> command)
    {
        List<byte> data = [];
        Send(command);
        while (Answer is [.., 0x61, var more])
        {
            data.AddRange(Answer[..^2]);
            Send([0x00, 0xC0, 0x00, 0x00, more]);
        }

        data.AddRange(Answer is [.., 0x90, 0x00] ? Answer[..^2] : throw new InvalidOperationException($"the card answered {Convert.ToHexString(Answer)}"));
        return [.. data];
    }

    /// <summary>Resets the card.</summary>
    public void Reset()
    {
        if (_connection is null)
        {
            _seen.Reset();
        }
        else
        {
            _connection.Reconnect(PcscCard.Initialization.Reset);
        }
    }

    /// <summary>Ends the connection; whoever has the reader takes the card out.</summary>
    public void Dispose() => Disconnect();

    private void Disconnect()
    {
        _connection?.Dispose();
        _context?.Dispose();
    }
}
