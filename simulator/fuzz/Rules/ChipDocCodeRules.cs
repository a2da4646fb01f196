namespace CardConformance.Fuzz.Rules;

/// <summary>What becomes of a code that a command of a CPS4 names. What becomes of the others: <see cref="CodeRules"/>.</summary>
/// <remarks>
/// A CPS4 sets a code anew in two steps: one command fills the counter (2C), another one sets the digits (24). Neither proves
/// anything.
/// </remarks>
internal static class ChipDocCodeRules
{
    /// <summary>The code that a command names; -1 for none.</summary>
    internal static int CodeNamedBy(in Exchange exchange) => exchange switch
    {
        { Ins: Ins.ResetRetryCounter, P2: >= 0x80 } => exchange.P2 & 0x7F,
        { Ins: Ins.ResetRetryCounter } => -1,
        _ => exchange.P2,
    };

    internal static void Check(in Exchange exchange, CodeSnapshot before, CodeSnapshot after)
    {
        switch (exchange.Ins)
        {
            case Ins.Verify:
                CheckPresentation(exchange, before, after);
                break;
            case Ins.ChangeReferenceData:
                CheckNewDigits(exchange, before, after);
                break;
            default:
                CheckFreshTries(exchange, before, after);
                break;
        }
    }

    private static void CheckPresentation(in Exchange exchange, CodeSnapshot before, CodeSnapshot after)
    {
        ReadOnlySpan<byte> presented = exchange.Shape.Data;
        bool compared = exchange.P1 == 0
            && presented.Length == before.Definition.Length
            && exchange.Before.Allows(before.Definition.Verify)
            && !before.Blocked;
        if (compared)
        {
            CodeRules.CheckCompared(exchange, presented.SequenceEqual(before.Value), before.Value, before, after);
            return;
        }

        CodeRules.Require(after.IsSameAs(before), "What is no try leaves the code as it was", before, after);
        bool asked = exchange.P1 == 0 && presented.IsEmpty;
        bool right = exchange.Status switch
        {
            0x6983 => before.Blocked,
            >= 0x63C0 and <= 0x63CF => asked && !before.Blocked && exchange.Status == (0x63C0 | before.TriesLeft),
            _ => !asked && !exchange.Done,
        };
        CodeRules.Require(right, "Only the right code is answered as the right code", before, after);
    }

    private static void CheckNewDigits(in Exchange exchange, CodeSnapshot before, CodeSnapshot after)
    {
        bool byHolder = before.Verified && exchange.Before.Allows(before.Definition.Change);
        bool allowed = exchange.P1 == 0x01
            && exchange.Shape.Data.Length == before.Definition.Length
            && !before.Blocked
            && (byHolder || exchange.Before.Allows(before.Definition.Reset));
        bool right = exchange.Done == allowed
            && after.HasCountersOf(before)
            && after.Verified == before.Verified
            && after.Value.SequenceEqual(allowed ? exchange.Shape.Data : before.Value);
        CodeRules.Require(right, "New digits need the old ones or the code de déblocage, and change the digits only", before, after);
    }

    private static void CheckFreshTries(in Exchange exchange, CodeSnapshot before, CodeSnapshot after)
    {
        bool allowed = exchange.P1 == 0x03 && exchange.Shape.Data.IsEmpty && exchange.Before.Allows(before.Definition.Reset);
        bool right = exchange.Done == allowed
            && after.TriesLeft == (allowed ? before.Definition.MaxTries : before.TriesLeft)
            && after.UsesLeft == before.UsesLeft
            && after.Verified == before.Verified
            && after.Value.SequenceEqual(before.Value);
        CodeRules.Require(right, "Only the code de déblocage sets a code anew", before, after);
    }
}
