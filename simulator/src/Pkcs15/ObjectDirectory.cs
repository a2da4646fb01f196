using System.Formats.Asn1;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Pkcs15;

/// <summary>EF.ODF: says in which files the other directories are.</summary>
/// <remarks>Source: PKCS #15 v1.1, 6.2. The tags are the choices of PKCS15Objects.</remarks>
internal static class ObjectDirectory
{
    private static readonly (FileContent Directory, int Tag)[] Choices =
    [
        (FileContent.PrivateKeys, 0),
        (FileContent.Certificates, 4),
        (FileContent.DataObjects, 7),
        (FileContent.AuthenticationObjects, 8),
    ];

    /// <summary>The content of the file.</summary>
    /// <param name="files">The files of the generation.</param>
    internal static byte[] Encode(IReadOnlyList<FileEntry> files)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        foreach ((FileContent directory, int tag) in Choices)
        {
            if (files.FirstOrDefault(file => file.Content == directory) is { } file)
            {
                using (writer.PushSequence(AsnWriterExtensions.Tag(tag)))
                {
                    writer.WritePath(file.Identifier);
                }
            }
        }

        return writer.Encode();
    }
}
