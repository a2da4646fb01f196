using System.Text.Json.Serialization;

namespace CardConformance.Harness.Evidence;

/// <summary>A way from the product to the world behind it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    /// <summary>The wallet and directory of the e-CPS.</summary>
    Wallet,

    /// <summary>What sends SMS.</summary>
    Sms,

    /// <summary>What sends e-mail.</summary>
    Mail,
}
