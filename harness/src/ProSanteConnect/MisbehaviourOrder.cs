namespace CardConformance.Harness.ProSanteConnect;

/// <summary>Pro Santé Connect's stand-in misbehaves as long as this is not disposed of.</summary>
public sealed class MisbehaviourOrder : IAsyncDisposable
{
    private readonly HttpClient _control;
    private readonly string _id;

    internal MisbehaviourOrder(HttpClient control, string id)
    {
        _control = control;
        _id = id;
    }

    /// <summary>Lets it behave well again.</summary>
    public async ValueTask DisposeAsync()
    {
        using HttpResponseMessage response = await _control.DeleteAsync($"misbehaviours/{_id}");
        response.EnsureSuccessStatusCode();
    }
}
