using System.Globalization;

namespace CardConformance.Simulator.Profiles;

/// <summary>How a card generation lays down practice situations ("situations d'exercice"): data objects behind the code porteur.</summary>
/// <param name="Label">PKCS #15 label; <c>{0}</c> stands for the situation's number in two digits.</param>
/// <param name="FirstFile">File of situation 1; situation n has the n-th file from there.</param>
public sealed record SituationLayout(string Label, ushort FirstFile)
{
    /// <summary>The label of a situation.</summary>
    /// <param name="number">Its number, 1 to 16.</param>
    public string LabelOf(int number) =>
        Label.Replace("{0}", number.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The file of a situation.</summary>
    /// <param name="number">Its number, 1 to 16.</param>
    public ushort FileOf(int number) => (ushort)(FirstFile + number - 1);

    internal static SituationLayout From(FixtureObject json) => new(json.Text("label"), json.Identifier("firstFile"));
}
