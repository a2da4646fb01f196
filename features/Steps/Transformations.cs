using CardConformance.Harness.Actors;
using CardConformance.Harness.Pages;
using CardConformance.Harness.ProSanteConnect;

namespace CardConformance.Features.Steps;

/// <summary>Words of the features become values here, and nowhere else.</summary>
[Binding]
public static class Transformations
{
    [StepArgumentTransformation]
    public static Role ToRole(string name) => Role.Named(name);

    [StepArgumentTransformation]
    public static Screen ToScreen(string name) => Screen.Named(name);

    [StepArgumentTransformation]
    public static ProviderFault ToProviderFault(string words) => ProviderFault.Named(words);

    [StepArgumentTransformation]
    public static TypedIdentifier ToTypedIdentifier(string words) => TypedIdentifier.Named(words);
}
