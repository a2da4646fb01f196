using CardConformance.Harness.Pcsc;

namespace CardConformance.Harness.Diagnosis;

/// <summary>Whether programs of this machine can ask for readers at all.</summary>
internal sealed class PcscServiceCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "PC/SC service";

    /// <inheritdoc/>
    public Task<Finding> RunAsync(Workplace workplace)
    {
        try
        {
            workplace.Pcsc = PcscContext.Establish();
            return Task.FromResult(Finding.Good("pcscd answers"));
        }
        catch (PcscException failure)
        {
            return Task.FromResult(Finding.Bad(
                $"pcscd does not answer ({failure.Error})",
                Remedy.Ours("Start it: systemctl start pcscd.socket (Debian: apt-get install pcscd). For a virtual reader, export the line that \"card insert\" prints."),
                Remedy.OfGuide("S029")));
        }
    }
}
