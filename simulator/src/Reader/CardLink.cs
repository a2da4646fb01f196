using System.Net.Sockets;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Reader;

/// <summary>A card in a reader: the connection is the card's contact, and ends when the card is pulled out.</summary>
public abstract class CardLink : IDisposable
{
    /// <summary>What the thread is called in which a card works.</summary>
    public const string ThreadName = "card";

    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Exception> _defect = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _holding = new();

    // Not any more once it is out: it may sit in another slot then, and must not be pulled out of that one.
    private bool _holdsCard = true;
    private volatile bool _removed;

    private protected CardLink(Socket socket, ICard card)
    {
        Socket = socket;
        Card = card;

        // A thread of its own: it waits in the system call for the next command, the shortest way there is.
        _thread = new Thread(Serve) { IsBackground = true, Name = ThreadName };
    }

    /// <summary>
    /// Ends when the card is out, whoever ended it; faulted when the simulator itself failed meanwhile, with an
    /// <see cref="InvalidDataException"/> when the reader broke its protocol.
    /// </summary>
    public Task Ended => _ended.Task;

    /// <summary>Ends as soon as the simulator has failed, with the card still in; never when all goes well.</summary>
    public Task<Exception> Defect => _defect.Task;

    /// <summary>Whether the reader has sent anything: a slot that was taken already closes the connection without a word.</summary>
    public bool WasUsed { get; private protected set; }

    /// <summary>Whether a fault of the card has pulled it out.</summary>
    public bool LeftByItself { get; private protected set; }

    private protected Socket Socket { get; }

    private protected ICard Card { get; }

    /// <summary>Whether the card was pulled out: what was on its way then does not reach it.</summary>
    private protected bool IsRemoved => _removed;

    /// <summary>Pulls the card out, also in the middle of a command. Nothing happens when it is out already.</summary>
    public void Remove()
    {
        _removed = true;
        lock (_holding)
        {
            if (_holdsCard)
            {
                Card.Pull();
            }
        }

        try
        {
            Socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception out_) when (out_ is SocketException or ObjectDisposedException)
        {
            // The reader was faster.
        }
    }

    /// <summary>Pulls the card out and waits until it is.</summary>
    public void Dispose()
    {
        Remove();
        _thread.Join();
        Socket.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Start() => _thread.Start();

    /// <summary>Waits for bytes of the reader.</summary>
    /// <returns>How many came; 0 when the reader is gone or the card was pulled out.</returns>
    private protected int Receive(Span<byte> buffer) =>
        OperatingSystem.IsLinux() ? BlockingSocket.Receive(Socket.SafeHandle, buffer) : Socket.Receive(buffer);

    /// <summary>Sends bytes to the reader, in one part. Does nothing when it is gone: the next reception says so.</summary>
    private protected void Send(ReadOnlySpan<byte> bytes)
    {
        if (OperatingSystem.IsLinux())
        {
            BlockingSocket.Send(Socket.SafeHandle, bytes);
        }
        else
        {
            Socket.Send(bytes);
        }
    }

    /// <summary>Waits for one frame and answers it.</summary>
    /// <returns>Whether the card is still in.</returns>
    private protected abstract bool ServeOne();

    // A defect of the simulator must not look like a silent card: it is answered 6F00, kept, and told when the card is out.
    private protected int Transmit(ReadOnlySpan<byte> command, Span<byte> answer)
    {
        try
        {
            return Card.Transmit(command, answer);
        }
        catch (Exception defect)
        {
            _defect.TrySetResult(defect);
            return new ResponseWriter(answer).End(StatusWord.Failure);
        }
    }

    private void Serve()
    {
        try
        {
            while (ServeOne())
            {
            }
        }
        catch (SocketException) when (_removed || !Socket.Connected)
        {
            // Pulled out by us, or the reader is gone.
        }
        catch (Exception defect)
        {
            _defect.TrySetResult(defect);
        }

        lock (_holding)
        {
            _holdsCard = false;
        }

        Card.PowerDown();
        Socket.Dispose();
        if (_defect.Task.IsCompleted)
        {
            _ended.SetException(_defect.Task.Result);
        }
        else
        {
            _ended.SetResult();
        }
    }
}
