using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Profiles;

/// <summary>One file of a card generation.</summary>
/// <param name="Path">File identifiers from the master file down, for example <c>3F00/0001/5031</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="ShortIdentifier">Short identifier, 1 to 30, or <see langword="null"/>.</param>
/// <param name="Read">Who may read it.</param>
/// <param name="Bytes">Its content, or <see langword="null"/> when <paramref name="Content"/> says what it is made from.</param>
/// <param name="Content">What its content is made from, or <see langword="null"/> when <paramref name="Bytes"/> is the content.</param>
public sealed record FileEntry(
    string Path,
    string Name,
    byte? ShortIdentifier,
    SecurityCondition Read,
    byte[]? Bytes,
    FileContent? Content)
{
    internal const string MasterFile = "3F00";
    internal const string Application = "3F00/0001";

    /// <summary>The last part of the path.</summary>
    public ushort Identifier => Convert.ToUInt16(Path[^4..], 16);

    /// <summary>The path without its last part.</summary>
    public string Directory => Path[..^5];

    internal static FileEntry From(FixtureObject json)
    {
        string path = json.Text("path");
        string[] parts = path.Split('/');
        bool known = parts.Length > 1
            && string.Join('/', parts[..^1]) is MasterFile or Application
            && parts[^1].Length == 4
            && parts[^1].All(char.IsAsciiHexDigit);
        if (!known)
        {
            throw json.Mistake("path", $"a file of {MasterFile} or {Application} is expected here, for example \"3F00/2F01\", found \"{path}\".");
        }

        bool hasBytes = json.Has("bytes");
        if (hasBytes == json.Has("content"))
        {
            throw json.Mistake(null, "either \"bytes\" or \"content\" is expected here.");
        }

        byte? shortIdentifier = json.Has("shortIdentifier") ? json.Byte("shortIdentifier") : null;
        if (shortIdentifier is 0 or > 30)
        {
            throw json.Mistake("shortIdentifier", "01 to 1E is expected here.");
        }

        return new(
            path,
            json.Text("name"),
            shortIdentifier,
            json.Has("read") ? new(json.Byte("read")) : SecurityCondition.Always,
            hasBytes ? json.Bytes("bytes", 1, 32_767) : null,
            hasBytes ? null : json.Value<FileContent>("content"));
    }
}
