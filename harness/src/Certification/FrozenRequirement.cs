using System.Security.Cryptography;
using System.Text;
using CardConformance.Harness.Certification.CucumberMessages;

namespace CardConformance.Harness.Certification;

/// <summary>What a revision of the plans demands of one requirement.</summary>
/// <param name="Level">What it counts for.</param>
/// <param name="Scenarios">How many scenarios try it, each example one.</param>
/// <param name="Digest">SHA-256, in hexadecimal, of its line and of the words of its scenarios.</param>
public sealed record FrozenRequirement(Level Level, int Scenarios, string Digest)
{
    /// <summary>What the working copy demands.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="features">All feature files.</param>
    internal static FrozenRequirement Of(Requirement requirement, IEnumerable<FeatureDocument> features)
    {
        // The order of files and of scenarios in them says nothing.
        string[] scenarios =
        [
            .. features.SelectMany(feature => feature.Pickles)
                .Where(pickle => pickle.Tags.Any(tag => tag.Name == $"@{requirement.Id}"))
                .Select(Words)
                .Order(StringComparer.Ordinal),
        ];
        string line = $"{requirement.Id}|{requirement.Level}|{requirement.Needs}|{string.Join(' ', requirement.Cards ?? [])}|{requirement.Words}|{requirement.Sources}";
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n\n", scenarios.Prepend(line))));
        return new(requirement.Level, scenarios.Length, Convert.ToHexStringLower(digest));
    }

    private static string Words(Pickle pickle) => string.Join(
        '\n',
        pickle.Steps.Select(step => $"{step.Text}{Argument(step)}").Prepend(pickle.Title));

    private static string Argument(PickleStep step) => step.Argument switch
    {
        Gherkin.Ast.DataTable table => string.Concat(table.Rows.Select(row => "\n|" + string.Join('|', row.Cells.Select(cell => step.Fill(cell.Value))))),
        Gherkin.Ast.DocString text => "\n" + step.Fill(text.Content),
        _ => "",
    };
}
