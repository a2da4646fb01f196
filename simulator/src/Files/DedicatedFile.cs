using System.Collections.Immutable;
using CardConformance.Simulator.Security;
using CardConformance.Simulator.Tlv;

namespace CardConformance.Simulator.Files;

/// <summary>A dedicated file (DF): a directory or application. The master file (MF) is the one at the root. Immutable and shareable.</summary>
public sealed class DedicatedFile
{
    private readonly byte[] _name;
    private readonly byte[] _controlParameters;

    /// <summary>A directory with all it holds.</summary>
    /// <param name="identifier">File identifier, for example <c>3F00</c>.</param>
    /// <param name="name">DF name (application identifier), 1 to 16 bytes, or empty for none.</param>
    /// <param name="directories">The directories below it.</param>
    /// <param name="files">The files in it.</param>
    /// <param name="controlTag">Tag of its control parameters: <c>62</c>, or <c>6F</c> on cards that call them control information.</param>
    public DedicatedFile(
        ushort identifier,
        byte[] name,
        ImmutableArray<DedicatedFile> directories,
        ImmutableArray<ElementaryFile> files,
        byte controlTag = 0x62)
    {
        Identifier = identifier;
        _name = name;
        Directories = directories;
        Files = files;
        foreach (DedicatedFile directory in directories)
        {
            directory.Parent = this;
        }

        _controlParameters = BerTlv.Encode(
            controlTag,
            BerTlv.Encode(0x82, [0x38]),
            BerTlv.Encode(0x83, [(byte)(identifier >> 8), (byte)identifier]),
            name.Length == 0 ? [] : BerTlv.Encode(0x84, name),
            AccessRule.Encode(SecurityCondition.Never, SecurityCondition.Always),
            AccessRule.OperationalLifeCycle);
    }

    /// <summary>File identifier, for example <c>3F00</c>.</summary>
    public ushort Identifier { get; }

    /// <summary>DF name (application identifier), or empty for none.</summary>
    public ReadOnlySpan<byte> Name => _name;

    /// <summary>The directory that holds it, or <see langword="null"/> for the master file.</summary>
    public DedicatedFile? Parent { get; private set; }

    /// <summary>The directories below it.</summary>
    public ImmutableArray<DedicatedFile> Directories { get; }

    /// <summary>The files in it.</summary>
    public ImmutableArray<ElementaryFile> Files { get; }

    /// <summary>File control parameters, as SELECT returns them.</summary>
    public ReadOnlySpan<byte> ControlParameters => _controlParameters;

    /// <summary>The directory below this one with an identifier, or <see langword="null"/>.</summary>
    /// <param name="identifier">File identifier.</param>
    public DedicatedFile? FindDirectory(ushort identifier)
    {
        foreach (DedicatedFile directory in Directories)
        {
            if (directory.Identifier == identifier)
            {
                return directory;
            }
        }

        return null;
    }

    /// <summary>The file in this directory with an identifier, or <see langword="null"/>.</summary>
    /// <param name="identifier">File identifier.</param>
    public ElementaryFile? FindFile(ushort identifier)
    {
        foreach (ElementaryFile file in Files)
        {
            if (file.Identifier == identifier)
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>The file in this directory with a short identifier, or <see langword="null"/>.</summary>
    /// <param name="shortIdentifier">Short identifier, 1 to 30.</param>
    public ElementaryFile? FindFileByShortIdentifier(int shortIdentifier)
    {
        foreach (ElementaryFile file in Files)
        {
            if (file.ShortIdentifier == shortIdentifier)
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>This directory or one below it with a DF name, or <see langword="null"/>.</summary>
    /// <param name="name">The whole DF name; a part of it finds nothing.</param>
    public DedicatedFile? FindByName(ReadOnlySpan<byte> name)
    {
        if (!name.IsEmpty && name.SequenceEqual(_name))
        {
            return this;
        }

        foreach (DedicatedFile directory in Directories)
        {
            if (directory.FindByName(name) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
