namespace CardConformance.Fuzz.Rules;

/// <summary>What every answer must be like, whatever the command.</summary>
internal static class AnswerRules
{
    internal static void Check(in Exchange exchange)
    {
        if (exchange.Data.IsEmpty)
        {
            return;
        }

        if (!exchange.Done)
        {
            throw new BrokenRuleException("A refusal carries no data", $"{exchange.Status:X4} came with {exchange.Data.Length} bytes");
        }

        if (exchange.Data.Length > exchange.Shape.Ne)
        {
            throw new BrokenRuleException(
                "An answer is not longer than Le allows", $"{exchange.Data.Length} bytes, {exchange.Shape.Ne} asked for");
        }

        if (exchange.Before.Protocol == 0 && !exchange.Shape.Data.IsEmpty)
        {
            throw new BrokenRuleException("T=0 carries data one way", $"{exchange.Data.Length} bytes answered a command with data");
        }
    }
}
