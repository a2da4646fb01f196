using CardConformance.Harness;
using NUnit.Framework.Interfaces;

namespace CardConformance.Features.Hooks;

/// <summary>Begins no further scenario once one has failed, when the run asks for it; those under way go on to their end.</summary>
/// <remarks>NUnit's own setting for this waits for its workers for ever now and then, since one of them is who asks them to stop.</remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class UntilFailureAttribute : NUnitAttribute, ITestAction
{
    private static readonly bool Wanted = HarnessSettings.Read().UntilFailure;
    private static volatile bool _failed;

    /// <inheritdoc/>
    public ActionTargets Targets => ActionTargets.Test;

    /// <inheritdoc/>
    public void BeforeTest(ITest test)
    {
        if (Wanted && _failed)
        {
            Assert.Ignore("Un scénario a échoué : celui-ci n'est pas commencé (--until-failure).");
        }
    }

    /// <inheritdoc/>
    public void AfterTest(ITest test)
    {
        // An action of the assembly comes after all that clears up: what failed there counts as well.
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
        {
            _failed = true;
        }
    }
}
