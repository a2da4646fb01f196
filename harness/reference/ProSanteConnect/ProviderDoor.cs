using System.Security.Cryptography;
using System.Text;

namespace CardConformance.Reference.ProSanteConnect;

/// <summary>Where Pro Santé Connect's protocol side is, and how it is known again. Nothing is open before it has been introduced.</summary>
internal sealed class ProviderDoor
{
    private readonly Lock _lock = new();
    private string[] _addresses = [];
    private string _secret = "";

    /// <summary>Lets it in.</summary>
    /// <param name="addresses">Where browsers may be led back to: everything below these.</param>
    /// <param name="secret">What it shows with each question.</param>
    internal void Introduce(string[] addresses, string secret)
    {
        lock (_lock)
        {
            (_addresses, _secret) = (addresses, secret);
        }
    }

    /// <summary>Whether a browser may be led there.</summary>
    internal bool MayLeadTo(string address)
    {
        lock (_lock)
        {
            // Resolved first: "…/../" would lead out again.
            return Uri.TryCreate(address, UriKind.Absolute, out Uri? there)
                && there.AbsoluteUri == address
                && there.Query.Length + there.Fragment.Length == 0
                && _addresses.Any(known => address.StartsWith(known, StringComparison.Ordinal));
        }
    }

    /// <summary>Whether a request comes from it.</summary>
    internal bool Knows(HttpRequest request)
    {
        lock (_lock)
        {
            return _secret.Length > 0
                && CryptographicOperations.FixedTimeEquals(
                    Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes($"Bearer {_secret}"));
        }
    }
}
