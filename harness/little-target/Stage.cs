namespace CardConformance.LittleTarget;

/// <summary>How far an activation is.</summary>
internal enum Stage
{
    Scan,
    Late,
    Question,
    Code,
    Password,
    Confirmation,
    Done,
    Unfinished,
    Stopped,
    Kept,
}
