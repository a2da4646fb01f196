namespace CardConformance.Harness.StandIns;

/// <summary>Where a professional can be reached, as the directory has it ("coordonnées de correspondance").</summary>
/// <param name="Mobile">Mobile number, international, of the ranges that nobody has: for example <c>+33639981234</c>.</param>
/// <param name="Email">E-mail address in <c>.example</c>.</param>
public sealed record Correspondence(string Mobile, string Email);
