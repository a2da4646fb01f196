using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CardConformance.LittleTarget;

/// <summary>The back end that keeps the e-CPS, as <c>fixtures/contracts/portefeuille.yaml</c> has it.</summary>
internal sealed class WalletClient(Settings settings) : IDisposable
{
    private static readonly JsonSerializerOptions OnlyWhatThereIs = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpClient _http = new() { BaseAddress = settings.Wallet, Timeout = TimeSpan.FromSeconds(2) };

    /// <summary>The person as the wallet has them, or why nothing can be activated.</summary>
    internal async Task<(Holder? Holder, Refusal Why)> FindAsync(Holder holder)
    {
        try
        {
            using HttpResponseMessage answer = await _http.GetAsync($"porteurs/{Uri.EscapeDataString(holder.Identifier)}");
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                return (null, Refusal.NotInWallet);
            }

            answer.EnsureSuccessStatusCode();
            Known? known = await answer.Content.ReadFromJsonAsync<Known>();
            return (new(holder.Identifier, known!.Nom, known.Prenom, known.Profession, known.ECps?.Telephone), default);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or JsonException)
        {
            return (null, Refusal.NoWallet);
        }
    }

    /// <summary>Tells it of an activation.</summary>
    /// <returns>Whether it has understood.</returns>
    internal async Task<bool> TellAsync(Enrolment done)
    {
        for (int time = 0; time < (settings.TellsTwice ? 2 : 1); time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"porteurs/{Uri.EscapeDataString(done.Holder.Identifier)}/e-cps");
            request.Headers.Add("Idempotency-Key", done.Key);
            var told = new
            {
                identifiantNational = done.Holder.Identifier,
                nom = done.Holder.FamilyName,
                prenom = done.Holder.GivenName,
                profession = done.Holder.Profession,
                methode = "carte",
                telephone = done.Phone,
                remplace = done.Holder.ActivePhone,
            };
            request.Content = JsonContent.Create(told, options: OnlyWhatThereIs);
            try
            {
                using HttpResponseMessage answer = await _http.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.Created)
                {
                    return false;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose() => _http.Dispose();

    private sealed record Known(string Nom, string Prenom, string Profession, Card? ECps);

    private sealed record Card(string Telephone);
}
