using System.Text.Json;
using CardConformance.Reference.BackEnds;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.Rights;

/// <summary>Who may use which service: data, read once.</summary>
internal sealed class RightsTable
{
    /// <summary>Who holds which card.</summary>
    internal const string ProfessionsFile = "professions.csv";

    /// <summary>The mark of each profession at each service.</summary>
    internal const string RightsFile = "rights.csv";

    /// <summary>The services, and what is assumed where the source says nothing.</summary>
    internal const string ServicesFile = "services.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly IReadOnlyList<Line> _lines;

    private RightsTable(IReadOnlyList<Line> lines) => _lines = lines;

    /// <summary>A table in which nobody stands.</summary>
    internal static RightsTable Empty { get; } = new([]);

    /// <summary>Reads the table.</summary>
    /// <param name="folder">Folder of the three files.</param>
    /// <exception cref="FormatException">A line is wrong; the message names it.</exception>
    internal static RightsTable Load(string folder)
    {
        Catalogue catalogue = JsonSerializer.Deserialize<Catalogue>(File.ReadAllText(Path.Combine(folder, ServicesFile)), Json)
            ?? throw new JsonException($"{ServicesFile} says nothing.");
        List<string[]> professions = Read(folder, ProfessionsFile, "row,profession,card,directory,profiles,kinds,codes,practice");
        string header = $"row,profession,{string.Join(',', catalogue.Services.Select(service => service.Id))}";
        List<string[]> rights = Read(folder, RightsFile, header);
        if (rights.Count != professions.Count)
        {
            throw new FormatException($"{RightsFile}: {professions.Count} rows are expected, as in {ProfessionsFile}, found {rights.Count}.");
        }

        return new([.. professions.Zip(rights, (profession, cells) => MakeLine(profession, cells, catalogue))]);
    }

    /// <summary>The rights of somebody: the certificate says which card, the directory how its holder practises.</summary>
    /// <param name="card">What the certificate says.</param>
    /// <param name="holder">What the directory says.</param>
    /// <returns><see langword="null"/> when the two do not fit together, or the table does not have such a card.</returns>
    internal HolderRights? Find(CertifiedCard card, Holder holder) =>
        card.CanBe(holder.CardKind)
            ? _lines.SingleOrDefault(line =>
                line.Kinds.Contains(holder.CardKind!)
                && (card.Profession.Length == 0 ? line.Codes.Count == 0 : line.Codes.Contains(card.Profession))
                && line.Practice == (holder.Practice ?? ""))?.Rights
            : null;

    private static Line MakeLine(string[] profession, string[] cells, Catalogue catalogue)
    {
        if (profession[0] != cells[0] || profession[1] != cells[1])
        {
            throw new FormatException(
                $"{RightsFile}: row {profession[0]}, {profession[1]}, is expected where row {cells[0]}, {cells[1]}, was found.");
        }

        var rights = new HolderRights(
            profession[1], profession[2], [.. catalogue.Services.Zip(cells.Skip(2), (service, cell) => MakeRight(service, cell, cells[0], catalogue))]);
        return new(Words(profession[5]), Words(profession[6]), profession[7], rights);
    }

    private static Right MakeRight(Service service, string cell, string row, Catalogue catalogue)
    {
        string mark = cell.Split(':')[0];
        string words = cell.Length > mark.Length ? cell[(mark.Length + 1)..] : "";
        Assumption? assumption = catalogue.Assumptions.SingleOrDefault(one => one.Mark == mark);
        return assumption is not null || mark is Right.Yes or Right.No || (mark == Right.Conditional && words.Length > 0)
            ? new(service, mark, words, assumption)
            : throw new FormatException(
                $"{RightsFile}: row {row}, {service.Id}: yes, no, conditional with its condition, or a mark of {ServicesFile} is expected, found \"{cell}\".");
    }

    private static List<string[]> Read(string folder, string file, string header)
    {
        string[] lines = File.ReadAllLines(Path.Combine(folder, file));
        if (lines.Length == 0 || lines[0] != header)
        {
            throw new FormatException($"{file}: line 1: {header} is expected, found {lines.FirstOrDefault()}.");
        }

        int columns = header.Split(',').Length;
        List<string[]> rows = [];
        for (int i = 1; i < lines.Length; i++)
        {
            string[] fields = lines[i].Split(',');
            rows.Add(fields.Length == columns
                ? fields
                : throw new FormatException($"{file}: line {i + 1}: {columns} fields are expected, found {fields.Length}."));
        }

        return rows;
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private sealed record Line(IReadOnlyList<string> Kinds, IReadOnlyList<string> Codes, string Practice, HolderRights Rights);

    private sealed record Catalogue(
        IReadOnlyList<Service> Services,
        IReadOnlyList<Assumption> Assumptions);
}
