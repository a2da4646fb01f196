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
        CardLayout layout = card.State.Layout;
        byte tag = layout.MasterFile.ControlParameters[0];
        DedicatedFile application = Copy(card, layout.KeyDirectory, [], identifier, change, tag);
        DedicatedFile[] others = [.. layout.MasterFile.Directories.Where(directory => directory != layout.KeyDirectory)];
        return With(card, Copy(card, layout.MasterFile, [application, .. others], identifier, change, tag), application);
    }

    /// <summary>The same card with another tag around the control parameters of its files.</summary>
    internal static VirtualCard WithControlTag(VirtualCard card, byte tag)
    {
        CardLayout layout = card.State.Layout;
        DedicatedFile application = Copy(card, layout.KeyDirectory, [], 0, content => content, tag);
        return With(card, Copy(card, layout.MasterFile, [application], 0, content => content, tag), application);
    }

    private static VirtualCard With(VirtualCard card, DedicatedFile masterFile, DedicatedFile application) =>
        new(new(card.State.Image with { Layout = card.State.Layout with { MasterFile = masterFile, KeyDirectory = application } }));

    private static DedicatedFile Copy(VirtualCard card, DedicatedFile directory, DedicatedFile[] below, ushort identifier, Func<byte[], byte[]?> change, byte tag) => new(
        directory.Identifier,
        directory.Name.ToArray(),
        [.. below],
        [
            .. directory.Files
                .Select(file => (file, content: file.Identifier == identifier ? change(card.State.ContentOf(file).ToArray()) : card.State.ContentOf(file).ToArray()))
                .Where(changed => changed.content is not null)
                .Select(changed => new ElementaryFile(
                    changed.file.Identifier, changed.file.ShortIdentifier, changed.content!, changed.file.Read, changed.file.Update, tag)),
        ],
        tag);
}
