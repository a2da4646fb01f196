namespace CardConformance.Reference.ProSanteConnect;

/// <summary>Somebody wants to log in to a service.</summary>
/// <param name="Next">Where the browser goes afterwards, with a ticket.</param>
/// <param name="Service">What the service calls itself.</param>
internal sealed record ServiceLogin(string Next, string Service)
{
    /// <summary>What was asked on the person's phone, when the login is by e-CPS.</summary>
    internal PhoneRequest? Request { get; set; }
}
