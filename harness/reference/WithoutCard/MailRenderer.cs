using CardConformance.Reference.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CardConformance.Reference.WithoutCard;

/// <summary>Writes the e-mail that starts an activation.</summary>
internal sealed class MailRenderer(IServiceProvider services, ILoggerFactory loggers, Entrances entrances, Defects defects)
{
    /// <summary>Subject of the e-mail.</summary>
    internal const string Subject = "Activation de votre e-CPS";

    /// <summary>The e-mail, HTML that needs nothing from elsewhere.</summary>
    internal async Task<string> RenderAsync(CorrespondenceActivation activation)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(ActivationMail.Owner)] = activation.Holder.Professional,
            [nameof(ActivationMail.Link)] = new Uri(entrances.Portal, $"telephone/demande/courriel/{activation.Token}"),
            [nameof(ActivationMail.Token)] = defects.Has(Defect.MailQrCodeLeadsNowhere) ? RandomText.New() : activation.Token,
        });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ActivationMail>(parameters)).ToHtmlString());
    }
}
