using CardConformance.Reference.Pages;

namespace CardConformance.Reference.Telephone;

/// <summary>Nothing of the application opens on a system that it does not support.</summary>
internal static class PhoneSystemCheck
{
    internal static void Use(IApplicationBuilder app, Defects defects) => app.Use((context, next) =>
        context.Request.Path.StartsWithSegments("/telephone", StringComparison.Ordinal)
        && PhoneSystem.Read(context.Request.Headers.UserAgent.ToString()) is { IsSupported: false } system
        && !defects.Has(Defect.OldPhoneLetIn)
            ? Page.Show<PhoneTooOldPage>(context, new { Text = PhoneTooOldText.Of(system) }).ExecuteAsync(context)
            : next(context));
}
