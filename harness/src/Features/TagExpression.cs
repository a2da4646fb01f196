using CardConformance.Harness.Cli;

namespace CardConformance.Harness.Features;

/// <summary>Which scenarios are wanted, by their tags: <c>A_05 or B_* and not lent</c>, with parentheses.</summary>
/// <remarks><c>not</c> binds closer than <c>and</c>, and <c>and</c> closer than <c>or</c>; <c>*</c> stands for any characters.</remarks>
internal abstract record TagExpression
{
    /// <summary>Reads an expression.</summary>
    /// <param name="text">What somebody typed.</param>
    /// <param name="known">The tags there are.</param>
    /// <exception cref="UserException">It cannot be understood; the message says where, and what is expected there.</exception>
    internal static TagExpression Parse(string text, IReadOnlyCollection<string> known) => new TagExpressionParser(text, known).Parse();

    /// <summary>Whether a scenario is wanted.</summary>
    /// <param name="tags">Its tags.</param>
    internal abstract bool IsMatch(IReadOnlyCollection<string> tags);

    /// <summary>The expression as the test runner takes it.</summary>
    /// <param name="negated">Whether what is asked for is the contrary: the runner knows no "not" before a parenthesis.</param>
    internal abstract string ToFilter(bool negated = false);

    /// <summary>One of these tags.</summary>
    internal sealed record Tags(IReadOnlyList<string> Names) : TagExpression
    {
        internal override bool IsMatch(IReadOnlyCollection<string> tags) => Names.Any(tags.Contains);

        internal override string ToFilter(bool negated) => negated
            ? $"({string.Join('&', Names.Select(name => $"TestCategory!={name}"))})"
            : $"({string.Join('|', Names.Select(name => $"TestCategory={name}"))})";
    }

    /// <summary>The contrary.</summary>
    internal sealed record Not(TagExpression Part) : TagExpression
    {
        internal override bool IsMatch(IReadOnlyCollection<string> tags) => !Part.IsMatch(tags);

        internal override string ToFilter(bool negated) => Part.ToFilter(!negated);
    }

    /// <summary>Both.</summary>
    internal sealed record And(TagExpression Left, TagExpression Right) : TagExpression
    {
        internal override bool IsMatch(IReadOnlyCollection<string> tags) => Left.IsMatch(tags) && Right.IsMatch(tags);

        internal override string ToFilter(bool negated) => $"({Left.ToFilter(negated)}{(negated ? '|' : '&')}{Right.ToFilter(negated)})";
    }

    /// <summary>At least one.</summary>
    internal sealed record Or(TagExpression Left, TagExpression Right) : TagExpression
    {
        internal override bool IsMatch(IReadOnlyCollection<string> tags) => Left.IsMatch(tags) || Right.IsMatch(tags);

        internal override string ToFilter(bool negated) => $"({Left.ToFilter(negated)}{(negated ? '&' : '|')}{Right.ToFilter(negated)})";
    }
}
