using System.Globalization;

namespace CardConformance.Harness.Pcsc;

/// <summary>A call of the PC/SC API did not succeed.</summary>
/// <param name="call">The function.</param>
/// <param name="error">What it returned.</param>
public sealed class PcscException(string call, PcscError error)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{call}: {error} ({(uint)error:X8})"))
{
    /// <summary>What the call returned.</summary>
    public PcscError Error { get; } = error;

    internal static void ThrowUnlessSuccess(string call, nint result)
    {
        var error = (PcscError)(uint)result;
        if (error != PcscError.Success)
        {
            throw new PcscException(call, error);
        }
    }
}
