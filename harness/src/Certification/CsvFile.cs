using System.Text;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Certification;

/// <summary>Reads comma-separated values.</summary>
/// <remarks>Source: RFC 4180, 2; without line breaks inside fields.</remarks>
internal static class CsvFile
{
    /// <summary>The rows below the header.</summary>
    /// <param name="file">Path of the file, UTF-8.</param>
    /// <param name="columns">The header that is expected.</param>
    /// <exception cref="FixtureException">Header or a row is wrong; the message names the line.</exception>
    internal static IEnumerable<IReadOnlyList<string>> Read(string file, params string[] columns)
    {
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            List<string> fields = Split(line)
                ?? throw new FixtureException(file, $"line {number}", "a quotation mark is opened and not closed.");
            if (number == 1 && !fields.SequenceEqual(columns))
            {
                throw new FixtureException(file, "line 1", $"the header {string.Join(',', columns)} is expected here, found {line}.");
            }

            if (fields.Count != columns.Length)
            {
                throw new FixtureException(file, $"line {number}", $"{columns.Length} fields are expected here, found {fields.Count}.");
            }

            if (number > 1)
            {
                yield return fields;
            }
        }

        if (number == 0)
        {
            throw new FixtureException(file, "line 1", $"the header {string.Join(',', columns)} is expected here, found nothing.");
        }
    }

    private static List<string>? Split(string line)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '"' when quoted && i + 1 < line.Length && line[i + 1] == '"':
                    field.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                default:
                    field.Append(line[i]);
                    break;
            }
        }

        fields.Add(field.ToString());
        return quoted ? null : fields;
    }
}
