using System.Diagnostics;
using CardConformance.Harness.Middleware;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Reader;

namespace CardConformance.Perf.Throughput;

/// <summary>Authentication signatures of the card, beside what OpenSSL does with a key at hand, on one core.</summary>
internal sealed class RsaMeasurement : IMeasurement
{
    private static readonly Goal NearlyAsFast = new(0.9, AtLeast: true, OfRatio: true);

    public string Name => "rsa";

    public string Question => "How many authentication signatures per second, of what OpenSSL can do?";

    public string? MissingCapability => NativePrograms.Missing;

    public IReadOnlyList<string> PeerPackages => [SoftHsm.Package];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Pace pace, TextWriter progress, CancellationToken stop)
    {
        await using StartedParts parts = new();
        TemporaryFolder folder = parts.Add(new TemporaryFolder());
        IReadOnlyList<string> signature = CardQuestions.Signature();
        Contender socket = parts.Add(await Contender.StartAsync(
            "our card",
            await MeasuringClient.StartAsync("reader", new Dictionary<string, string>(), "slot", folder["slot"]),
            _ => Task.FromResult(MeasuredCard.OursIn(folder["slot"])),
            signature));
        PcscDaemon pcscd = parts.Add(await PcscMeasurement.StartPcscdAsync());
        Contender pcsc = parts.Add(await PcscMeasurement.StartOursAsync(pcscd, 1, signature));

        // Another card for OpenSC: what it verifies and selects is the card's, whoever uses it.
        MeasuredCard forOpenSc = parts.Add(MeasuredCard.OursIn(pcscd.SlotSockets[1]));
        MeasuringClient openSc = parts.Add(await StartOpenScAsync(pcscd, forOpenSc, folder));
        MeasuringClient? softHsm = SoftHsm.IsInstalled ? parts.Add(await SigningClient.StartAsync(SoftHsm.Module, SoftHsm.Label, await SoftHsm.PrepareAsync(folder))) : null;
        List<(string Name, Func<TimeSpan, Task<double>> Measure)> measured =
        [
            ("openssl speed", OpensslSpeed.SignaturesPerSecondAsync),
            ("in process", span => OneCore.RunAsync(() => SignInProcess(span))),
            ("on the reader's socket", span => socket.PerSecondAsync(0, span)),
            ("through pcscd", span => pcsc.PerSecondAsync(0, span)),
            ("OpenSC", async span => (await openSc.MeasureAsync(0, span)).PerSecond),
        ];
        if (softHsm is not null)
        {
            measured.Add(("SoftHSM2", async span => (await softHsm.MeasureAsync(0, span)).PerSecond));
        }

        foreach ((string name, Func<TimeSpan, Task<double>> measure) in measured[1..])
        {
            await progress.WriteLineAsync($"  warming up {name}");
            await measure(pace.Span);
        }

        await progress.WriteLineAsync("  in turn");
        IReadOnlyList<IReadOnlyList<double>> samples = await Turns.TakeAsync(pace, pace.Span, Turns.Second, stop, [.. measured.Select(one => one.Measure)]);
        return
        [
            Beside("rsa-in-process", "MSE, INTERNAL AUTHENTICATE and GET RESPONSE in process, one core", samples[1], samples[0]),
            Beside("rsa-socket", "MSE, INTERNAL AUTHENTICATE and GET RESPONSE on the socket of our driver, one core", samples[2], samples[0]),
            Beside("rsa-pcsc", "MSE, INTERNAL AUTHENTICATE and GET RESPONSE by SCardTransmit, one core", samples[3], samples[0]),
            Beside("rsa-opensc", "C_SignInit and C_Sign through OpenSC and pcscd, our card, one core", samples[4], samples[0]) with { Goal = null },
            .. softHsm is null
                ? Array.Empty<Figure>()
                :
                [
                    Beside("rsa-opensc-vs-softhsm", "C_SignInit and C_Sign through OpenSC and pcscd, our card, one core", samples[4], samples[5]) with
                    {
                        BesideName = "SoftHSM2",
                        Goal = null,
                    },
                    Beside("rsa-socket-vs-softhsm", "our card on the socket of our driver, one core", samples[2], samples[5]) with
                    {
                        BesideName = "SoftHSM2",
                        Goal = null,
                    },
                ],
        ];
    }

    private static Figure Beside(string id, string what, IReadOnlyList<double> samples, IReadOnlyList<double> openssl) => new()
    {
        Id = id,
        What = what,
        Unit = "signatures/s",
        Samples = samples,
        BesideName = "openssl speed rsa2048",
        Beside = openssl,
        Goal = NearlyAsFast,
        Remark = "RSA of 2,048 bits. Each signature is compared.",
    };

    private static double SignInProcess(TimeSpan span)
    {
        (VirtualCard card, IReadOnlyList<byte[]> commands) = CardQuestions.SignatureInProcess();
        byte[] answer = new byte[VirtualCard.MaxResponseLength];
        byte[] first = new byte[VirtualCard.MaxResponseLength];
        int length = 0;
        foreach (byte[] command in commands)
        {
            length = card.Transmit(command, first);
        }

        int count = 0;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < span)
        {
            int got = 0;
            foreach (byte[] command in commands)
            {
                got = card.Transmit(command, answer);
            }

            if (!answer.AsSpan(0, got).SequenceEqual(first.AsSpan(0, length)))
            {
                throw new InvalidOperationException("another signature of the same bytes");
            }

            count++;
        }

        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<MeasuringClient> StartOpenScAsync(PcscDaemon pcscd, MeasuredCard card, TemporaryFolder folder)
    {
        OpenSc.WriteConfiguration(
            folder["opensc.conf"], Enumerable.Range(0, PcscDaemon.MaxReaders).Where(slot => slot != 1).Select(PcscDaemon.ReaderName));
        var variables = new Dictionary<string, string> { [PcscDaemon.SocketVariable] = pcscd.ClientSocket };

        // OpenSC looks for cards once: ours has to be in by then.
        await using (MeasuringClient waiting = await MeasuringClient.StartAsync("pcsc", variables, "transmit", PcscDaemon.ReaderName(1)))
        {
            await card.WhileInAsync(waiting.PrepareAsync([]));
        }

        variables[OpenSc.ConfigurationVariable] = folder["opensc.conf"];
        variables["CODE"] = CardQuestions.Copy().Profile.CodePorteur;
        return await SigningClient.StartAsync(OpenSc.Module, "CPS_PRIV_AUT", variables);
    }
}
