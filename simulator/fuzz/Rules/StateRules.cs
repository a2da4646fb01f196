using CardConformance.Simulator.Security;

namespace CardConformance.Fuzz.Rules;

/// <summary>Which parts of a card each command may change, and what becomes of answers and chains that wait.</summary>
internal static class StateRules
{
    internal static void Check(in Exchange exchange)
    {
        CardParts changed = exchange.After.ChangedSince(exchange.Before);
        CardParts wrongly = changed & ~MayChange(exchange);
        if (wrongly != CardParts.None)
        {
            throw new BrokenRuleException(
                exchange.Done ? "A command changes only what it is for" : "A refused command changes nothing",
                $"{exchange.Status:X4} changed {wrongly}");
        }

        bool heard = !exchange.IsTooEarly;
        if (exchange.IsPlain && heard)
        {
            CheckPending(exchange);
        }

        if (exchange.IsPlain && heard && exchange.Ins != Ins.GetResponse && !exchange.After.Chain.IsEmpty)
        {
            throw new BrokenRuleException("A whole command ends the chain", $"{exchange.After.Chain.Length} bytes still wait");
        }

        if (exchange.IsChainPart && heard)
        {
            CheckChain(exchange);
        }

        if (exchange.Is(Ins.ManageSecurityEnvironment) && exchange.Done)
        {
            CheckEnvironment(exchange);
        }

        if (exchange.IsChipDoc)
        {
            CheckChannel(exchange);
        }

        if (exchange.Shape.IsShort && exchange.Cla == 0xA0 && exchange.Before.Cps2terDirectory is not null)
        {
            CheckCps2terPending(exchange);
        }
    }

    private static CardParts MayChange(in Exchange exchange)
    {
        if (!exchange.Shape.IsShort)
        {
            return CardParts.None;
        }

        return exchange switch
        {
            { IsTooEarly: true } => CardParts.None,
            { IsPlain: true } => MayChangePlain(exchange),
            { IsChainPart: true, Ins: Ins.PerformSecurityOperation } => CardParts.Pending | CardParts.Chain,
            { Cla: 0xA0 } when exchange.Before.Cps2terDirectory is not null => MayChangeCps2ter(exchange),
            _ => CardParts.None,
        };
    }

    private static CardParts MayChangePlain(in Exchange exchange)
    {
        if (exchange.Ins == Ins.GetResponse)
        {
            return exchange.Done ? CardParts.Pending : CardParts.None;
        }

        // Any command but GET RESPONSE ends what was going on: an answer not fetched, a chain not finished.
        const CardParts Always = CardParts.Pending | CardParts.Chain;
        return exchange switch
        {
            { Done: false, Sw1: 0x63, Ins: Ins.Verify or Ins.ChangeReferenceData } => Always | CardParts.Codes,
            { Done: false } => Always,
            { Ins: Ins.Verify or Ins.ChangeReferenceData or Ins.ResetRetryCounter } => Always | CardParts.Codes,
            { Ins: Ins.ManageSecurityEnvironment } => Always | CardParts.Environment,
            { Ins: Ins.PerformSecurityOperation, P1: 0x90 or 0x9E } => Always | CardParts.Hash,
            { Ins: Ins.Select, IsChipDoc: true, SelectsByName: true } => Always | CardParts.Selection | CardParts.Channel,
            { Ins: Ins.Select } => Always | CardParts.Selection,
            { Ins: Ins.ReadBinary, P1: >= 0x80 } => Always | CardParts.Selection,
            { Ins: Ins.UpdateBinary, P1: >= 0x80 } => Always | CardParts.Selection | CardParts.Contents,
            { Ins: Ins.UpdateBinary } => Always | CardParts.Contents,
            _ => Always,
        };
    }

    private static CardParts MayChangeCps2ter(in Exchange exchange) => exchange switch
    {
        { Ins: Ins.GetResponse, Done: false } => CardParts.None,
        { Ins: Ins.Select, Done: true } => CardParts.Cps2terPending | CardParts.Cps2terSelection,
        _ => CardParts.Cps2terPending,
    };

    private static void CheckPending(in Exchange exchange)
    {
        ReadOnlySpan<byte> left = exchange.After.Pending;
        if (exchange.Ins == Ins.GetResponse)
        {
            CheckFetched(exchange);
        }
        else if (exchange.Sw1 != 0x61 && !left.IsEmpty)
        {
            throw new BrokenRuleException("Only a 61XX leaves something to fetch", $"{left.Length} bytes wait behind {exchange.Status:X4}");
        }

        bool announced = exchange.Sw1 != 0x61 || (left.Length is >= 1 and <= 256 && (byte)exchange.Status == (byte)left.Length);
        if (!announced)
        {
            throw new BrokenRuleException("61XX says how much waits", $"{exchange.Status:X4}, and {left.Length} bytes wait");
        }
    }

    private static void CheckFetched(in Exchange exchange)
    {
        ReadOnlySpan<byte> waited = exchange.Before.Pending;
        int fetched = exchange.Data.Length;
        bool right = !exchange.Done
            || (fetched > 0
                && fetched <= waited.Length
                && waited[..fetched].SequenceEqual(exchange.Data)
                && waited[fetched..].SequenceEqual(exchange.After.Pending)
                && exchange.Sw1 == (fetched < waited.Length ? 0x61 : 0x90));
        bool corrected = exchange.Sw1 != 0x6C || (byte)exchange.Status == (byte)waited.Length;
        if (!right || !corrected)
        {
            throw new BrokenRuleException(
                "GET RESPONSE gives what waits, in order", $"{fetched} of {waited.Length} bytes with {exchange.Status:X4}");
        }
    }

    private static void CheckChain(in Exchange exchange)
    {
        if (exchange.Ins != Ins.PerformSecurityOperation)
        {
            return;
        }

        CardSnapshot before = exchange.Before;
        bool goesOn = !before.Chain.IsEmpty && before.ChainHeader == ((exchange.Ins << 16) | exchange.P1P2);
        ReadOnlySpan<byte> chained = goesOn ? before.Chain : default;
        ReadOnlySpan<byte> now = exchange.After.Chain;
        bool right = exchange.Done
            ? now.StartsWith(chained) && now[chained.Length..].SequenceEqual(exchange.Shape.Data)
            : now.IsEmpty && chained.Length + exchange.Shape.Data.Length > 512;
        if (!right || !exchange.After.Pending.IsEmpty)
        {
            throw new BrokenRuleException("A chain is its parts in order", $"{chained.Length} bytes became {now.Length}");
        }
    }

    private static void CheckEnvironment(in Exchange exchange)
    {
        CardSnapshot before = exchange.Before;
        CardSnapshot after = exchange.After;
        bool othersStay = (exchange.P2 == 0xA4 || after.AuthenticationKey == before.AuthenticationKey)
            && (exchange.P2 == 0xB6 || (after.SignatureKey == before.SignatureKey && after.SignatureAlgorithm == before.SignatureAlgorithm))
            && (exchange.P2 == 0xB8 || after.DecipherKey == before.DecipherKey)
            && (exchange.P2 == 0xAA || after.HashAlgorithm == before.HashAlgorithm);
        PrivateKey? key = exchange.P2 switch
        {
            0xA4 => after.AuthenticationKey,
            0xB6 => after.SignatureKey,
            0xB8 => after.DecipherKey,
            _ => null,
        };
        bool named = exchange.IsChipDoc ? ChipDocNames(exchange, key) : exchange.P2 == 0xAA
            ? exchange.Shape.Data.IndexOf((ReadOnlySpan<byte>)[0x80, 0x01, after.HashAlgorithm]) >= 0
            : key is not null
                && before.Directory == before.Layout.KeyDirectory
                && exchange.Shape.Data.IndexOf((ReadOnlySpan<byte>)[0x84, 0x01, key.Definition.Reference]) >= 0;
        if (!othersStay || !named)
        {
            throw new BrokenRuleException("MANAGE SECURITY ENVIRONMENT sets the template that it names", $"template {exchange.P2:X2}");
        }
    }

    // 91 names an algorithm and a key, 83 a key.
    private static bool ChipDocNames(in Exchange exchange, PrivateKey? key)
    {
        CardSnapshot before = exchange.Before;
        if (key is null || before.Directory != before.Layout.KeyDirectory)
        {
            return false;
        }

        byte reference = key.Definition.Reference;
        return exchange.P1P2 == 0x81B6
            ? exchange.Shape.Data.SequenceEqual((ReadOnlySpan<byte>)[0x91, 0x02, exchange.After.SignatureAlgorithm, (byte)(0x80 | reference)])
            : exchange.P1P2 == 0x41B8 && exchange.Shape.Data.SequenceEqual((ReadOnlySpan<byte>)[0x83, 0x01, reference]);
    }

    private static void CheckChannel(in Exchange exchange)
    {
        bool opens = exchange.Is(Ins.Select) && exchange.SelectsByName && exchange.Done;
        if (exchange.After.ChannelOpen != (exchange.Before.ChannelOpen || opens))
        {
            throw new BrokenRuleException("A SELECT by name opens the channel, and nothing closes it but a reset", $"{exchange.Status:X4}");
        }
    }

    private static void CheckCps2terPending(in Exchange exchange)
    {
        ReadOnlySpan<byte> waited = exchange.Before.Cps2terPending;
        ReadOnlySpan<byte> left = exchange.After.Cps2terPending;
        bool right = exchange switch
        {
            { Ins: Ins.GetResponse, Done: true } => !exchange.Data.IsEmpty && waited.StartsWith(exchange.Data) && left.IsEmpty,
            { Ins: Ins.GetResponse, Sw1: 0x6C } => (byte)exchange.Status == waited.Length,
            { Ins: Ins.GetResponse } => true,
            { Sw1: 0x9F } => left.Length == (byte)exchange.Status,
            _ => left.IsEmpty,
        };
        if (!right)
        {
            throw new BrokenRuleException("9FXX says how much waits", $"{exchange.Status:X4}, {waited.Length} bytes waited, {left.Length} wait");
        }
    }
}
