using CardConformance.Simulator.Card;
using CardConformance.Simulator.Files;

namespace CardConformance.Fuzz.Rules;

/// <summary>The files of a card, those of its older part (class A0) among them.</summary>
internal static class CardFiles
{
    /// <summary>Every file, directories in depth.</summary>
    internal static IEnumerable<ElementaryFile> Of(CardLayout card) =>
        card.Cps2ter is { } part ? Below(card.MasterFile).Concat(Below(part)) : Below(card.MasterFile);

    private static IEnumerable<ElementaryFile> Below(DedicatedFile directory) =>
        directory.Files.Concat(directory.Directories.SelectMany(Below));
}
