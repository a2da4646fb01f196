using CardConformance.Harness.Actors;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Profiles;
using CardConformance.Simulator.Reader;
using CardConformance.Simulator.Trace;
using CardConformance.Simulator.Zoo;

namespace CardConformance.Harness.Cli;

/// <summary>What somebody at the terminal puts into the reader.</summary>
/// <param name="Card">The card.</param>
/// <param name="Code">The code that its holder types at the PIN pad.</param>
/// <param name="Introduction">What it is, line by line.</param>
internal sealed record CardToInsert(ICard Card, Func<PinPadRequest, string> Code, IReadOnlyList<string> Introduction)
{
    private const byte CodeDeblocage = 2;

    /// <summary>The card as far as its faults go, if it was given any.</summary>
    internal FaultyCard? Faulty { get; private init; }

    internal static CardToInsert OfPhrase(string phrase, InsertOptions options)
    {
        if (CardIssuing.Zoo.FindOther(phrase) is { } other)
        {
            return options.State is not null ? throw new UserException($"--state: {other.Phrase} remembers nothing.") : new(
                other,
                request => new string('0', request.MinLength),
                [other.Phrase, $"  ATR      {(other.Atr.IsEmpty ? "none" : Hexadecimal.Format(other.Atr.Span))}"]);
        }

        CardOrder order = CardIssuing.Zoo.Find(phrase);
        CardProfile profile = order.Profile;
        CardHolder holder = profile.Holder;
        if (order.IsRevoked && options is not { RevocationList: not null, RevocationListFile: not null })
        {
            throw new UserException(
                "A revoked card names the list that it stands on: --revocation-list URL says where, --write-revocation-list FILE writes the list to be published there.");
        }

        TestAuthority authority = order.IsOfOtherAuthority ? CardIssuing.OpenOtherAuthority() : CardIssuing.OpenAuthority();
        IssuedCard issued = new CardIssuer(authority, CacheFolder.Path).Reissue(profile, options.RevocationList);
        if (options.RevocationListFile is { } file)
        {
            File.WriteAllBytes(file.FullName, CardIssuing.RevocationList(authority, order, issued));
        }

        VirtualCard card = order.Prepare(issued.Card);
        return new(
            options.State is null ? card : Keep(card, profile, options.State),
            request => request.Reference == CodeDeblocage ? profile.CodeDeblocage : profile.CodePorteur,
            [
                profile.Description,
                $"  token    {profile.TokenLabel}",
                $"  holder   {holder.DisplayName}, {holder.Occupation}, {holder.IdentifiantNational}",
            ]);
    }

    private static KeptCard Keep(VirtualCard card, CardProfile profile, FileInfo memory)
    {
        try
        {
            return KeptCard.Open(card, profile.TokenLabel, memory.FullName);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"--state: {failure.Message}");
        }
    }

    internal static CardToInsert OfTrace(TraceFile trace, ReplayMode mode)
    {
        var card = new ReplayedCard(trace, mode);
        return new(
            card,

            // Traces hold no codes, and take any.
            request => new string('0', request.MinLength),
            [
                "A card that knows nothing but a trace",
                $"  trace    {trace.Path}, {trace.Exchanges.Count(exchange => exchange.CommandBytes is not null)} commands, "
                    + (mode == ReplayMode.Strict ? "in this order and no other" : "others between them are skipped"),
                $"  ATR      {Hexadecimal.Format(card.Atr.Span)}",
            ]);
    }

    internal CardToInsert With(IReadOnlyList<CardFault> faults)
    {
        if (faults.Count == 0)
        {
            return this;
        }

        var faulty = new FaultyCard(Card);
        foreach (CardFault fault in faults)
        {
            faulty.Arm(fault);
        }

        return this with { Card = faulty, Faulty = faulty, Introduction = [.. Introduction, .. faults.Select(fault => $"  fault    {fault.Description}")] };
    }
}
