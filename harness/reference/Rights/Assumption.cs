using System.Text.Json.Serialization;

namespace CardConformance.Reference.Rights;

/// <summary>What is done where the source does not say, or does not say any more.</summary>
/// <param name="Mark">The mark in the table that stands for it.</param>
/// <param name="LetsIn">Whether the service lets in.</param>
/// <param name="Sentence">What the person reads about it.</param>
public sealed record Assumption(
    string Mark,
    [property: JsonPropertyName("lets-in")] bool LetsIn,
    [property: JsonPropertyName("fr")] string Sentence);
