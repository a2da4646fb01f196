using CardConformance.Simulator.Card;
using CardConformance.Simulator.Files;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>Cards in which one file is not as personalisation makes it.</summary>
internal static class ChangedFile
{
    /// <summary>The same card with another content of a file, or without the file.</summary>
    /// <param name="card">A card as it leaves personalisation.</param>
    /// <param name="identifier">The file, in the master file or in the application.</param>
    /// <param name="change">Makes the new content from the old one; <see langword="null"/> takes the file away.</param>
    internal static VirtualCard In(VirtualCard card, ushort identifier, Func<byte[], byte[]?> change)
    {
        CardImage image = card.State.Image;
        byte tag = image.MasterFile.ControlParameters[0];
        DedicatedFile application = Copy(image.KeyDirectory, [], identifier, change, tag);
        DedicatedFile[] others = [.. image.MasterFile.Directories.Where(directory => directory != image.KeyDirectory)];
        return new(new(image with { MasterFile = Copy(image.MasterFile, [application, .. others], identifier, change, tag), KeyDirectory = application }));
    }

    /// <summary>The same card with another tag around the control parameters of its files.</summary>
    internal static VirtualCard WithControlTag(VirtualCard card, byte tag)
    {
        CardImage image = card.State.Image;
        DedicatedFile application = Copy(image.KeyDirectory, [], 0, content => content, tag);
        return new(new(image with { MasterFile = Copy(image.MasterFile, [application], 0, content => content, tag), KeyDirectory = application }));
    }

    private static DedicatedFile Copy(DedicatedFile directory, DedicatedFile[] below, ushort identifier, Func<byte[], byte[]?> change, byte tag) => new(
        directory.Identifier,
        directory.Name.ToArray(),
        [.. below],
        [
            .. directory.Files
                .Select(file => (file, content: file.Identifier == identifier ? change(file.Content.ToArray()) : file.Content.ToArray()))
                .Where(changed => changed.content is not null)
                .Select(changed => new ElementaryFile(
                    changed.file.Identifier, changed.file.ShortIdentifier, changed.content!, changed.file.Read, changed.file.Update, tag)),
        ],
        tag);
}
