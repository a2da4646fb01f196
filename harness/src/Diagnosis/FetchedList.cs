using System.Formats.Asn1;

namespace CardConformance.Harness.Diagnosis;

/// <summary>What came of asking for a revocation list.</summary>
/// <param name="Address">Where.</param>
/// <param name="List">The list, or <see langword="null"/> when none came.</param>
/// <param name="Date">The server's own clock, where it says.</param>
/// <param name="Problem">What went wrong, or <see langword="null"/>.</param>
internal sealed record FetchedList(Uri Address, RevocationList? List, DateTimeOffset? Date, string? Problem)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Asks for a list.</summary>
    /// <param name="address">Where.</param>
    internal static async Task<FetchedList> FetchAsync(Uri address)
    {
        using var client = new HttpClient { Timeout = Limit };
        DateTimeOffset? date = null;
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(address);
            date = answer.Headers.Date;
            return answer.IsSuccessStatusCode
                ? new(address, RevocationList.Read(await answer.Content.ReadAsByteArrayAsync()), date, null)
                : new(address, null, date, $"{address.Host} answers {(int)answer.StatusCode} for {address}");
        }
        catch (AsnContentException)
        {
            return new(address, null, date, $"what {address} gives is no revocation list");
        }
        catch (HttpRequestException failure)
        {
            return new(address, null, date, $"{address} cannot be reached: {failure.Message}");
        }
        catch (TaskCanceledException)
        {
            return new(address, null, date, $"{address} did not answer within {Limit.TotalSeconds} s");
        }
    }
}
