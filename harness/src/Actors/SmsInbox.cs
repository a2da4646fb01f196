using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CardConformance.Harness.Evidence;
using CardConformance.Harness.Pages;
using CardConformance.Harness.StandIns;

namespace CardConformance.Harness.Actors;

/// <summary>The text messages on a professional's phone: what the product handed over for sending, as far as it arrived.</summary>
/// <remarks>The product hands a message over before it answers the browser, so there is nothing to wait for.</remarks>
/// <param name="standIn">The back ends.</param>
/// <param name="number">The number.</param>
/// <param name="evidence">What is to be kept free of codes.</param>
public sealed partial class SmsInbox(StandIn standIn, string number, ScenarioEvidence evidence)
{
    /// <summary>The codes of the messages in it, oldest first. Never write them anywhere.</summary>
    /// <exception cref="ScreenException">A message holds no code of six digits.</exception>
    public async Task<IReadOnlyList<string>> ReadCodesAsync()
    {
        string[] codes = [.. (await standIn.FindDeliveredAsync(BackEnd.Sms, number)).Select(message => CodeIn((string)JsonNode.Parse(message.Body)!["texte"]!))];
        foreach (string code in codes)
        {
            evidence.Conceal(code);
        }

        return codes;
    }

    /// <summary>The code of the newest message in it. Never write it anywhere.</summary>
    /// <exception cref="ScreenException">There is no message, or it holds no code of six digits.</exception>
    public async Task<string> ReadLastCodeAsync() =>
        await ReadCodesAsync() is [.., var last] ? last : throw new ScreenException("SMS attendu : aucun n'est arrivé");

    private static string CodeIn(string text) =>
        Code().Match(text) is { Success: true } code ? code.Value : throw new ScreenException("SMS attendu : un code à 6 chiffres ; celui qui est arrivé n'en contient pas");

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex Code();
}
