namespace CardConformance.Simulator.Reader;

/// <summary>What the display of a PIN pad asks the person for.</summary>
/// <param name="Prompt">Which code.</param>
/// <param name="MinLength">Fewest digits.</param>
/// <param name="MaxLength">Most digits.</param>
/// <param name="Reference">The code's reference on the card: 1 code porteur, 2 code de déblocage.</param>
/// <param name="Timeout">How long the reader waits for the person.</param>
public sealed record PinPadRequest(PinPadPrompt Prompt, int MinLength, int MaxLength, byte Reference, TimeSpan Timeout);
