using System.Globalization;
using System.Text.Json;

namespace CardConformance.Simulator.Profiles;

/// <summary>One JSON object of a data file, read member by member; every mistake becomes a <see cref="FixtureException"/>.</summary>
/// <remarks>Members that nobody reads are mistakes too: <see cref="End"/> names them, so that a typing error is never ignored.</remarks>
public sealed class FixtureObject
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    private readonly string _file;
    private readonly string _path;
    private readonly JsonElement _element;
    private readonly HashSet<string> _read = [];

    private FixtureObject(string file, string path, JsonElement element)
    {
        _file = file;
        _path = path;
        _element = element;
    }

    /// <summary>Reads a file that holds one JSON object; comments and trailing commas are allowed.</summary>
    /// <param name="file">Path of the file.</param>
    /// <exception cref="FixtureException">The file is not JSON, or not an object.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FixtureObject Load(string file) => Parse(file, File.ReadAllBytes(file));

    /// <summary>Reads the content of such a file.</summary>
    /// <param name="file">Path of the file, for messages.</param>
    /// <param name="content">What is in it.</param>
    /// <exception cref="FixtureException">It is not JSON, or not an object.</exception>
    public static FixtureObject Parse(string file, ReadOnlyMemory<byte> content)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(file, "$", document.RootElement.Clone())
                : throw new FixtureException(file, "$", "a JSON object is expected here.");
        }
        catch (JsonException mistake)
        {
            string place = $"line {mistake.LineNumber + 1}, byte {mistake.BytePositionInLine + 1}";
            string problem = mistake.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            throw new FixtureException(file, place, problem);
        }
    }

    /// <summary>A text.</summary>
    /// <param name="name">The member.</param>
    public string Text(string name)
    {
        JsonElement value = Member(name);
        return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw Wrong(name, "a text that is not empty");
    }

    /// <summary>A text, or <see langword="null"/> when the member is missing.</summary>
    /// <param name="name">The member.</param>
    public string? OptionalText(string name) => Has(name) ? Text(name) : null;

    /// <summary>A text that is one of a few words.</summary>
    /// <param name="name">The member.</param>
    /// <param name="known">The words.</param>
    public string Choice(string name, IReadOnlyCollection<string> known)
    {
        string text = Text(name);
        return known.Contains(text) ? text : throw Wrong(name, $"one of {string.Join(", ", known)}");
    }

    /// <summary>A word that names a value of an enumeration; in JSON the first letter is small, unless all are capitals.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="name">The member.</param>
    public T Value<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(Choice(name, Words<T>()), ignoreCase: true);

    /// <summary>A list of words that name values of an enumeration; empty when the member is missing.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="name">The member.</param>
    public IReadOnlyList<T> Values<T>(string name)
        where T : struct, Enum => [.. Choices(name, Words<T>()).Select(word => Enum.Parse<T>(word, ignoreCase: true))];

    /// <summary>A text of a fixed number of decimal digits.</summary>
    /// <param name="name">The member.</param>
    /// <param name="count">How many digits.</param>
    public string Digits(string name, int count) =>
        TryDigits(name, count) ?? throw Wrong(name, $"a text of {count} digits");

    /// <summary>A secret text of a fixed number of decimal digits. A message about it never repeats it.</summary>
    /// <param name="name">The member.</param>
    /// <param name="count">How many digits.</param>
    public string SecretDigits(string name, int count) =>
        TryDigits(name, count)
        ?? throw Mistake(name, $"a text of {count} digits is expected here (what was found is not shown: it may be a code).");

    /// <summary>Bytes in hexadecimal, spaces allowed.</summary>
    /// <param name="name">The member.</param>
    /// <param name="least">Fewest bytes.</param>
    /// <param name="most">Most bytes.</param>
    public byte[] Bytes(string name, int least, int most)
    {
        string digits = Text(name).Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit))
        {
            throw Wrong(name, "bytes in hexadecimal, for example \"3F 00\"");
        }

        byte[] bytes = Convert.FromHexString(digits);
        return bytes.Length >= least && bytes.Length <= most
            ? bytes
            : throw Mistake(name, $"{Count(least, most)} expected here, found {bytes.Length}.");
    }

    /// <summary>One byte in hexadecimal.</summary>
    /// <param name="name">The member.</param>
    public byte Byte(string name) => Bytes(name, 1, 1)[0];

    /// <summary>Two bytes in hexadecimal as one number, high byte first.</summary>
    /// <param name="name">The member.</param>
    public ushort Identifier(string name)
    {
        byte[] bytes = Bytes(name, 2, 2);
        return (ushort)((bytes[0] << 8) | bytes[1]);
    }

    /// <summary>A whole number.</summary>
    /// <param name="name">The member.</param>
    /// <param name="least">Smallest value.</param>
    /// <param name="most">Largest value.</param>
    public int Number(string name, int least, int most)
    {
        JsonElement value = Member(name);
        return value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out int number)
            && number >= least
            && number <= most
                ? number
                : throw Wrong(name, $"a whole number from {least} to {most}");
    }

    /// <summary>A whole number, or <see langword="null"/> when the member is missing.</summary>
    /// <param name="name">The member.</param>
    /// <param name="least">Smallest value.</param>
    /// <param name="most">Largest value.</param>
    public int? OptionalNumber(string name, int least, int most) => Has(name) ? Number(name, least, most) : null;

    /// <summary><see langword="true"/> or <see langword="false"/>.</summary>
    /// <param name="name">The member.</param>
    public bool Boolean(string name)
    {
        JsonElement value = Member(name);
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw Wrong(name, "true or false");
    }

    /// <summary>A list of texts.</summary>
    /// <param name="name">The member.</param>
    public IReadOnlyList<string> Texts(string name)
    {
        JsonElement value = Member(name);
        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : throw Wrong(name, "a list of texts");
    }

    /// <summary>A list of words, each one of a few; empty when the member is missing.</summary>
    /// <param name="name">The member.</param>
    /// <param name="known">The words.</param>
    public IReadOnlyList<string> Choices(string name, IReadOnlyCollection<string> known)
    {
        if (!Has(name))
        {
            return [];
        }

        string expected = $"a list of words out of {string.Join(", ", known)}";
        JsonElement value = Member(name);
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(name, expected);
        }

        List<string> words = [];
        foreach (JsonElement item in value.EnumerateArray())
        {
            string? word = item.ValueKind == JsonValueKind.String ? item.GetString() : null;
            words.Add(word is not null && known.Contains(word) ? word : throw Wrong(name, expected));
        }

        return words;
    }

    /// <summary>An object inside this one.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="name">The member.</param>
    /// <param name="read">Makes it; unread members are refused afterwards.</param>
    public T Part<T>(string name, Func<FixtureObject, T> read)
    {
        JsonElement value = Member(name);
        return value.ValueKind == JsonValueKind.Object
            ? new FixtureObject(_file, $"{_path}.{name}", value).Whole(read)
            : throw Wrong(name, "an object in braces");
    }

    /// <summary>A list of objects.</summary>
    /// <typeparam name="T">What is made of each.</typeparam>
    /// <param name="name">The member.</param>
    /// <param name="read">Makes one; unread members are refused afterwards.</param>
    public IReadOnlyList<T> List<T>(string name, Func<FixtureObject, T> read)
    {
        JsonElement value = Member(name);
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object))
        {
            throw Wrong(name, "a list of objects in brackets");
        }

        return [.. value.EnumerateArray().Select((item, i) => new FixtureObject(_file, $"{_path}.{name}[{i}]", item).Whole(read))];
    }

    /// <summary>The members' names.</summary>
    public IReadOnlyList<string> Names => [.. _element.EnumerateObject().Select(member => member.Name)];

    /// <summary>Members that nobody has read or asked for so far, as mistakes.</summary>
    public IEnumerable<FixtureException> Unknown() =>
        Names.Where(name => !_read.Contains(name)).Select(name => Mistake(name, $"this member is not known; known are {string.Join(", ", _read)}."));

    /// <summary>Whether a member is there.</summary>
    /// <param name="name">The member.</param>
    public bool Has(string name)
    {
        _read.Add(name);
        return _element.TryGetProperty(name, out _);
    }

    /// <summary>Whether a member is there and says <c>null</c>.</summary>
    /// <param name="name">The member.</param>
    public bool IsNull(string name) => Has(name) && Member(name).ValueKind == JsonValueKind.Null;

    /// <summary>Makes something of the whole object and refuses members that were not read.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="read">Makes it.</param>
    public T Whole<T>(Func<FixtureObject, T> read)
    {
        T made = read(this);
        End();
        return made;
    }

    /// <summary>A mistake at a member, or at the object itself.</summary>
    /// <param name="name">The member, or <see langword="null"/> for the object.</param>
    /// <param name="problem">What was found and what was expected.</param>
    public FixtureException Mistake(string? name, string problem) => new(_file, name is null ? _path : $"{_path}.{name}", problem);

    private void End()
    {
        if (Unknown().FirstOrDefault() is { } unknown)
        {
            throw unknown;
        }
    }

    private string? TryDigits(string name, int count)
    {
        JsonElement value = Member(name);
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return text?.Length == count && text.All(char.IsAsciiDigit) ? text : null;
    }

    private JsonElement Member(string name)
    {
        _read.Add(name);
        return _element.TryGetProperty(name, out JsonElement value)
            ? value
            : throw Mistake(null, $"the member \"{name}\" is missing.");
    }

    private FixtureException Wrong(string name, string expected) =>
        Mistake(name, $"{expected} is expected here, found {Shown(_element.GetProperty(name))}.");

    private static string[] Words<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(word => word.All(char.IsAsciiLetterUpper) ? word : char.ToLowerInvariant(word[0]) + word[1..])];

    private static string Shown(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= 60 ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, 60)}…");
    }

    private static string Count(int least, int most) => least == most ? $"{least} bytes are" : $"{least} to {most} bytes are";
}
