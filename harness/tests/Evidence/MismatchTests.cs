using CardConformance.Harness.Evidence;
using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Tests.Evidence;

/// <summary>Failures say what was expected and what was seen, where they compare anything.</summary>
public sealed class MismatchTests
{
    [Test]
    public void Screen_says_both()
    {
        var mismatch = new Mismatch("« Portail »", "« Panne »", "portail");
        Assert.That(Mismatch.Of(new ScreenException("…", mismatch)), Is.EqualTo(mismatch));
    }

    [Test]
    public void Assertion_says_both()
    {
        AssertionException failure = FailureOf(() => Assert.That(Environment.ProcessId, Is.EqualTo(-3), "essais restants"));
        Assert.That(Mismatch.Of(failure), Is.EqualTo(new Mismatch("-3", $"{Environment.ProcessId}")));
    }

    [Test]
    public void Long_comparison_is_kept_whole_and_its_arrow_left_out()
    {
        AssertionException failure = FailureOf(() => Assert.That(string.Concat("Port", "ail"), Is.EqualTo("Portier")));
        Assert.That(Mismatch.Of(failure), Is.EqualTo(new Mismatch("\"Portier\"", "\"Portail\"")));
    }

    [Test]
    public void Other_failure_says_neither()
    {
        Assert.That(Mismatch.Of(new TimeoutException("30 s")), Is.Null);
        Assert.That(Mismatch.Of(null), Is.Null);
    }

    private static AssertionException FailureOf(Action check)
    {
        using (new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext())
        {
            return Assert.Throws<AssertionException>(() => check())!;
        }
    }
}
