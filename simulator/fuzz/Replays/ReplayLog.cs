namespace CardConformance.Fuzz.Replays;

/// <summary>Writes down what is done to a card, without making garbage of each command.</summary>
internal sealed class ReplayLog
{
    private readonly List<(ReplayAction Action, int End)> _steps = [];
    private byte[] _bytes = new byte[1 << 16];
    private int _length;

    /// <summary>How many steps were written down.</summary>
    internal int Count => _steps.Count;

    /// <summary>Begins anew.</summary>
    internal void Clear()
    {
        _steps.Clear();
        _length = 0;
    }

    /// <summary>Adds what a reader did.</summary>
    internal void Add(ReplayAction action) => Add(action, []);

    /// <summary>Adds a command, or a fault.</summary>
    internal void Add(ReplayAction action, ReadOnlySpan<byte> command)
    {
        if (_length + command.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + command.Length));
        }

        command.CopyTo(_bytes.AsSpan(_length));
        _length += command.Length;
        _steps.Add((action, _length));
    }

    /// <summary>All steps.</summary>
    internal List<ReplayStep> ToSteps()
    {
        var steps = new List<ReplayStep>(_steps.Count);
        int start = 0;
        foreach ((ReplayAction action, int end) in _steps)
        {
            steps.Add(new(action, _bytes.AsSpan(start, end - start).ToArray()));
            start = end;
        }

        return steps;
    }
}
