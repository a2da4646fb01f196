namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether the server that was named can be reached by TLS, and trusted.</summary>
internal sealed class TlsServerCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "TLS server";

    /// <inheritdoc/>
    public async Task<Finding> RunAsync(Workplace workplace)
    {
        ServerAnswer answer = (await workplace.AskServerAsync())!;
        string host = workplace.Request.TestSsl!.Authority;
        workplace.ServerIsTrusted = answer.Certificate == ServerTrust.Trusted;
        return answer.Certificate switch
        {
            null => Finding.Bad($"{host} cannot be reached: {answer.Problem}", Remedy.Ours("Look at the address, and at this machine's network, proxy and firewall.")),
            ServerTrust.Trusted when answer.Status == 0 => Finding.Good($"{host} is reached and trusted, and wants a card before it says more"),
            ServerTrust.Trusted => Finding.Good($"{host} is reached and trusted"),
            ServerTrust.OutOfDate when workplace.ClockIsWrong => Finding.NotTestable("the clock is wrong"),
            ServerTrust.OutOfDate => Finding.Bad($"the certificate of {host} is out of date", Remedy.Ours("Tell whoever runs the server.")),
            ServerTrust.OtherName => Finding.Bad($"the certificate is not that of {host}", Remedy.Ours("Look at the address; do not type a code there.")),
            _ => Finding.Bad($"the certificate of {host} comes from an unknown authority", Remedy.Ours("Give its authorities: --authorities FILE (PEM).")),
        };
    }
}
