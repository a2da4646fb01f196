using CardConformance.Reference.Activation;
using CardConformance.Reference.Login;

namespace CardConformance.Reference.ProSanteConnect;

/// <summary>An e-CPS with which its owner can log in.</summary>
/// <param name="Owner">Whose.</param>
/// <param name="Phone">The phone that has it, by the name that the application gave it.</param>
/// <param name="Password">What is kept of its password.</param>
internal sealed record RegisteredECps(Professional Owner, string Phone, PasswordHash Password);
