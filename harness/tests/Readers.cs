using System.Collections.Concurrent;
using CardConformance.Harness.Middleware;
using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Tests;

/// <summary>One pcscd for all tests, with enough readers for those that run at the same time.</summary>
[SetUpFixture]
public sealed class Readers
{
    /// <summary>Long enough for anything that is to happen.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>After this time without an answer the readers of these tests call a card mute.</summary>
    internal static readonly TimeSpan AnswerLimit = TimeSpan.FromMilliseconds(1500);

    private static readonly BlockingCollection<int> Free = [];
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("cardconformance-tests-");
    private static PcscDaemon? _daemon;

    internal static PcscDaemon Daemon => _daemon ?? throw new InvalidOperationException("pcscd was not started");

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _daemon = await PcscDaemon.StartAsync(new() { Readers = PcscDaemon.MaxReaders, PinPad = true, AnswerLimit = AnswerLimit });
        NativeEnvironment.Set(PcscDaemon.SocketVariable, _daemon.ClientSocket);
        foreach (int slot in Enumerable.Range(0, PcscDaemon.MaxReaders))
        {
            Free.Add(slot);
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_daemon is not null)
        {
            await _daemon.DisposeAsync();
        }

        Folder.Delete(recursive: true);
    }

    /// <summary>A reader that no other test uses until it is given back.</summary>
    internal static Lease Take() => new(Free.Take());

    internal sealed class Lease(int slot) : IDisposable
    {
        private readonly List<ReaderLink> _links = [];

        internal int Slot { get; } = slot;

        internal string Name { get; } = PcscDaemon.ReaderName(slot);

        internal string Socket { get; } = Daemon.SlotSockets[slot];

        /// <summary>What a middleware's process needs to find this reader, and no other.</summary>
        internal IReadOnlyDictionary<string, string> MiddlewareEnvironment()
        {
            string configuration = Path.Combine(Folder.FullName, $"opensc{Slot}.conf");
            OpenSc.WriteConfiguration(configuration, Enumerable.Range(0, PcscDaemon.MaxReaders).Where(other => other != Slot).Select(PcscDaemon.ReaderName));
            return new Dictionary<string, string>
            {
                [PcscDaemon.SocketVariable] = Daemon.ClientSocket,
                [OpenSc.ConfigurationVariable] = configuration,
                ["LC_ALL"] = "C.UTF-8",
            };
        }

        /// <summary>Puts a card in and waits until PC/SC has seen it.</summary>
        internal ReaderLink Insert(ICard card, PinPad? pinPad = null)
        {
            ReaderLink link = InsertWithoutWaiting(card, pinPad);
            using var context = PcscContext.Establish();
            context.WaitFor(Name, status => status.HasCard, Limit);
            return link;
        }

        internal ReaderLink InsertWithoutWaiting(ICard card, PinPad? pinPad = null)
        {
            var link = ReaderLink.Insert(Socket, card, pinPad);
            _links.Add(link);
            return link;
        }

        public void Dispose()
        {
            _links.ForEach(link => link.Dispose());
            using var context = PcscContext.Establish();
            context.WaitFor(Name, status => status.State.HasFlag(ReaderStates.Empty), Limit);
            Free.Add(Slot);
        }
    }
}
