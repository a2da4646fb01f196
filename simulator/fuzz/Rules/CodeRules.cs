namespace CardConformance.Fuzz.Rules;

/// <summary>What becomes of the codes: who may change a counter or a value, and by how much.</summary>
internal static class CodeRules
{
    internal static void Check(in Exchange exchange)
    {
        bool codeCommand = exchange.IsPlain && exchange.Ins is Ins.Verify or Ins.ChangeReferenceData or Ins.ResetRetryCounter;
        if (!codeCommand || exchange.IsTooEarly)
        {
            // StateRules sees that no code has changed.
            return;
        }

        ReadOnlySpan<CodeSnapshot> before = exchange.Before.Codes;
        ReadOnlySpan<CodeSnapshot> after = exchange.After.Codes;
        int named = exchange.IsChipDoc ? ChipDocCodeRules.CodeNamedBy(exchange) : exchange.P2;
        for (int i = 0; i < before.Length; i++)
        {
            bool meant = named == before[i].Definition.Reference;
            if (meant && exchange.IsChipDoc)
            {
                ChipDocCodeRules.Check(exchange, before[i], after[i]);
            }
            else if (meant && exchange.Ins == Ins.ResetRetryCounter)
            {
                CheckUnblocking(exchange, before[i], after[i]);
            }
            else if (meant)
            {
                CheckPresentation(exchange, before[i], after[i]);
            }
            else
            {
                CheckOther(exchange, exchange.Before.Code(named), before[i], after[i]);
            }
        }
    }

    private static void CheckPresentation(in Exchange exchange, CodeSnapshot before, CodeSnapshot after)
    {
        bool change = exchange.Ins == Ins.ChangeReferenceData;
        int length = before.Definition.Length;
        ReadOnlySpan<byte> data = exchange.Shape.Data;
        bool presented = exchange.P1 == 0
            && data.Length == (change ? 2 * length : length)
            && exchange.Before.Allows(change ? before.Definition.Change : before.Definition.Verify);
        if (!presented || before.Blocked)
        {
            CheckNotPresented(exchange, before, after);
        }
        else
        {
            CheckCompared(exchange, data[..length].SequenceEqual(before.Value), change ? data[length..] : before.Value, before, after);
        }
    }

    /// <summary>A code was compared.</summary>
    /// <param name="exchange">The command.</param>
    /// <param name="equal">Whether it was the right one.</param>
    /// <param name="value">What it is from now on, if so.</param>
    /// <param name="before">The code before.</param>
    /// <param name="after">The code after.</param>
    internal static void CheckCompared(
        in Exchange exchange, bool equal, ReadOnlySpan<byte> value, CodeSnapshot before, CodeSnapshot after)
    {
        if (equal)
        {
            bool right = exchange.Status == 0x9000
                && after.Verified
                && after.TriesLeft == before.Definition.MaxTries
                && after.UsesLeft == before.UsesLeft
                && after.Value.SequenceEqual(value);
            Require(right, "The right code is accepted and fills the counter", before, after);
        }
        else
        {
            bool right = exchange.Status == (0x63C0 | after.TriesLeft)
                && !after.Verified
                && after.TriesLeft == before.TriesLeft - 1
                && after.UsesLeft == before.UsesLeft
                && after.Value.SequenceEqual(before.Value);
            Require(right, "A wrong code of the right length costs exactly one try", before, after);
        }
    }

    // Nothing to compare, of another length, not allowed, or blocked: no try is lost and none is won, and nothing is proved.
    private static void CheckNotPresented(in Exchange exchange, CodeSnapshot before, CodeSnapshot after)
    {
        Require(after.IsSameAs(before), "What is no try leaves the code as it was", before, after);
        bool asked = exchange.Ins == Ins.Verify && exchange.P1 == 0 && exchange.Shape.Data.IsEmpty;
        bool right = exchange.Status switch
        {
            0x9000 => asked && before.Verified && !before.Blocked,
            0x6983 => before.Blocked,
            >= 0x63C0 and <= 0x63CF => asked && !before.Blocked && exchange.Status == (0x63C0 | before.TriesLeft),
            _ => !asked,
        };
        Require(right, "Only the right code is answered as the right code", before, after);
    }

    private static void CheckUnblocking(in Exchange exchange, CodeSnapshot before, CodeSnapshot after)
    {
        bool allowed = exchange.P1 == 0x02
            && exchange.Shape.Data.Length == before.Definition.Length
            && exchange.Before.Allows(before.Definition.Reset);
        bool right = exchange.Done == allowed
            && (allowed
                ? !after.Verified
                    && after.TriesLeft == before.Definition.MaxTries
                    && after.UsesLeft == before.UsesLeft
                    && after.Value.SequenceEqual(exchange.Shape.Data)
                : after.IsSameAs(before));
        Require(right, "Only the code de déblocage sets a code anew", before, after);
    }

    // The code that allowed an unblocking has one use less, and is worth nothing once it has none.
    private static void CheckOther(in Exchange exchange, CodeSnapshot? meant, CodeSnapshot before, CodeSnapshot after)
    {
        bool used = exchange is { Ins: Ins.ResetRetryCounter, Done: true }
            && meant is not null
            && meant.Definition.Reset.NeedsCode
            && exchange.Before.Layout.EnvironmentPins[meant.Definition.Reset.Environment] == before.Definition.Reference;
        if (!used || before.UsesLeft is null)
        {
            Require(after.IsSameAs(before), "A command changes the code that it names and no other", before, after);
            return;
        }

        bool right = after.UsesLeft == before.UsesLeft - 1
            && after.UsesLeft >= 0
            && after.TriesLeft == before.TriesLeft
            && after.Value.SequenceEqual(before.Value);
        Require(right, "Each unblocking costs one use, and there are no more than that", before, after);
    }

    internal static void Require(bool right, string rule, CodeSnapshot before, CodeSnapshot after)
    {
        if (!right)
        {
            throw new BrokenRuleException(rule, $"code {before.Definition.Reference}: {before} became {after}");
        }
    }
}
