using CardConformance.Harness.Accessibility;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;
using CardConformance.Harness.Targets;
using Microsoft.Playwright;

namespace CardConformance.Harness.Blaming;

/// <summary>Decides who has to mend a failure, at once, while everything is still as it was.</summary>
/// <param name="rig">The run.</param>
public sealed class BlameJudge(Rig rig)
{
    // What Chromium says of an address that can never be reached, whatever the product does.
    private static readonly string[] AddressErrors = ["net::ERR_NAME_NOT_RESOLVED", "net::ERR_CERT_", "net::ERR_SSL_PROTOCOL_ERROR", "net::ERR_INVALID_URL"];

    /// <summary>The rule that explains a failure.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="isExpectation">Whether a check of the scenario itself said so.</param>
    /// <param name="isAboutOwnCard">Whether the scenario's requirement is about our own card.</param>
    public async Task<BlameRule> DecideAsync(Exception failure, bool isExpectation, bool isAboutOwnCard)
    {
        if (rig.FindBrokenPart() is not null)
        {
            return BlameRule.BrokenPart;
        }

        if (isAboutOwnCard)
        {
            return BlameRule.OwnCard;
        }

        if (failure is TargetException)
        {
            return BlameRule.Description;
        }

        if (failure is PlaywrightException && AddressErrors.Any(error => failure.Message.Contains(error, StringComparison.Ordinal)))
        {
            return BlameRule.Address;
        }

        if (await TargetCheck.FindDeadAsync(rig.Target) is not null)
        {
            return BlameRule.Down;
        }

        return failure switch
        {
            ScreenException or AccessibilityException => BlameRule.Expectation,
            _ when isExpectation => BlameRule.Expectation,
            TimeoutException => BlameRule.Missing,
            _ => BlameRule.Unexplained,
        };
    }
}
