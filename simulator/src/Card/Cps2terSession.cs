using CardConformance.Simulator.Files;

namespace CardConformance.Simulator.Card;

/// <summary>What the older part of a CPS3 ("volet CPS2ter", class A0) remembers since the last reset. The codes are those of the whole card.</summary>
public sealed class Cps2terSession
{
    private readonly DedicatedFile _root;
    private ByteRegister _pending = new(capacity: 16);

    /// <summary>A session that begins.</summary>
    /// <param name="root">The part's own file tree.</param>
    public Cps2terSession(DedicatedFile root)
    {
        _root = root;
        CurrentDirectory = root;
    }

    /// <summary>The directory that SELECT starts from.</summary>
    public DedicatedFile CurrentDirectory { get; private set; }

    /// <summary>The file that READ BINARY reads, or <see langword="null"/>.</summary>
    public ElementaryFile? CurrentFile { get; private set; }

    /// <summary>Answer bytes that wait for GET RESPONSE.</summary>
    public ref ByteRegister Pending => ref _pending;

    /// <summary>The directory or file with an identifier: the root itself, or what lies in the root or in the current directory.</summary>
    /// <param name="identifier">File identifier.</param>
    /// <returns>Whether there is one; it is then the current one.</returns>
    public bool TrySelect(ushort identifier)
    {
        DedicatedFile? directory = identifier == _root.Identifier ? _root : _root.FindDirectory(identifier);
        if (directory is not null)
        {
            (CurrentDirectory, CurrentFile) = (directory, null);
            return true;
        }

        if (CurrentDirectory.FindFile(identifier) is not { } file)
        {
            return false;
        }

        CurrentFile = file;
        return true;
    }

    /// <summary>Forgets selection and answers.</summary>
    public void Reset()
    {
        (CurrentDirectory, CurrentFile) = (_root, null);
        Pending.Clear();
    }
}
