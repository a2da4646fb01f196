using CardConformance.Simulator.Profiles;

namespace CardConformance.Simulator.Faults;

/// <summary>One fault: what goes wrong, at which moment, and for how long.</summary>
/// <remarks>Read from <c>fixtures/faults/*.json</c>, or made by a test.</remarks>
/// <param name="Effect">What goes wrong.</param>
public sealed record CardFault(FaultEffect Effect)
{
    /// <summary>What it is, in French, for lists and reports.</summary>
    public string Description { get; init; } = "";

    /// <summary>What it waits for; the next command unless told otherwise.</summary>
    public FaultCause Cause { get; init; } = FaultCause.AnyCommand;

    /// <summary>When it is over; after one time unless told otherwise.</summary>
    public FaultEnd End { get; init; } = FaultEnd.Once;

    /// <summary>Why this effect cannot have this cause, or <see langword="null"/>.</summary>
    internal string? Contradiction => Cause.IsReset
        ? Effect.BefallsResets ? null : "this effect has a command as its cause, not a reset."
        : Effect.BefallsCommands ? null : "this effect has a reset as its cause, not a command.";

    /// <summary>Reads a fault.</summary>
    /// <param name="file">Path of the JSON file.</param>
    /// <exception cref="FixtureException">Something in the file is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CardFault Load(string file) => FixtureObject.Load(file).Whole(From);

    private static CardFault From(FixtureObject json)
    {
        string description = json.Text("description");
        FaultCause cause = json.Part("cause", FaultCause.From);
        var fault = new CardFault(json.Part("effect", FaultEffect.Read))
        {
            Description = description,
            Cause = cause,
            End = json.Part("end", FaultEnd.From),
        };
        return fault.Contradiction is { } contradiction ? throw json.Mistake("effect", contradiction) : fault;
    }
}
