using System.Globalization;
using CardConformance.Fuzz.Rules;

namespace CardConformance.Fuzz;

/// <summary>What a run has sent and seen.</summary>
/// <remarks>Not thread-safe: each thread has its own, added to the run's after each card.</remarks>
internal sealed class FuzzStatistics
{
    private readonly long[] _answers = new long[PermittedAnswers.Count];

    /// <summary>Commands sent.</summary>
    internal long Commands { get; private set; }

    /// <summary>Cards used up.</summary>
    internal long Cards { get; private set; }

    /// <summary>Commands for which the card computed with a private key.</summary>
    internal long Computations { get; private set; }

    /// <summary>Pairs of command and answer that never occurred.</summary>
    internal IEnumerable<string> NeverSeen =>
        _answers.Select((count, number) => (count, number)).Where(pair => pair.count == 0).Select(pair => PermittedAnswers.Describe(pair.number));

    /// <summary>Counts a command.</summary>
    /// <param name="answer">Command and answer, see <see cref="PermittedAnswers"/>; <see langword="null"/> when it did not reach the card.</param>
    /// <param name="computed">Whether the card computed with a private key.</param>
    internal void Count(int? answer, bool computed)
    {
        if (answer is { } number)
        {
            _answers[number]++;
        }

        Commands++;
        Computations += computed ? 1 : 0;
    }

    /// <summary>Counts a card.</summary>
    internal void CountCard() => Cards++;

    /// <summary>Adds those of another one, which begins anew.</summary>
    internal void Take(FuzzStatistics other)
    {
        for (int i = 0; i < _answers.Length; i++)
        {
            _answers[i] += other._answers[i];
        }

        Commands += other.Commands;
        Cards += other.Cards;
        Computations += other.Computations;
        Array.Clear(other._answers);
        other.Commands = other.Cards = other.Computations = 0;
    }

    /// <summary>How often each command got each answer, one per line.</summary>
    internal string Table() => string.Join('\n', _answers.Select((count, number) =>
        string.Create(CultureInfo.InvariantCulture, $"{count,12:N0}  {PermittedAnswers.Describe(number)}")));

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Commands:N0} commands, {Cards:N0} cards, {Computations:N0} private key operations");
}
