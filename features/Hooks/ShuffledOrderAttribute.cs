using CardConformance.Harness;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace CardConformance.Features.Hooks;

/// <summary>
/// Draws the order of folders, features, scenarios and examples by lot when the run asks for it: scenarios that need one another are
/// found out. The seed draws the same order again.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ShuffledOrderAttribute : NUnitAttribute, IApplyToTest
{
    // NUnit has built the whole tree by now, and begins each level by this property.
    public void ApplyToTest(Test test)
    {
        var settings = HarnessSettings.Read();
        if (settings.Shuffled)
        {
            Shuffle(test, new Random(settings.Seed));
        }
    }

    private static void Shuffle(ITest test, Random lot)
    {
        ITest[] children = [.. test.Tests.OrderBy(child => child.FullName, StringComparer.Ordinal)];
        lot.Shuffle(children);
        for (int i = 0; i < children.Length; i++)
        {
            children[i].Properties.Set(PropertyNames.Order, i);
            Shuffle(children[i], lot);
        }
    }
}
