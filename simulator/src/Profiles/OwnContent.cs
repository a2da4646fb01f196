using System.Globalization;
using CardConformance.Simulator.Pkcs15;
using CardConformance.Simulator.Tlv;

namespace CardConformance.Simulator.Profiles;

/// <summary>What files hold in which every card has something else, its certificates apart.</summary>
internal static class OwnContent
{
    // ANS's number as card issuer, first part of every card's serial number.
    private static readonly byte[] IssuerNumber = [0x80, 0x25, 0x00, 0x00, 0x01];

    /// <summary>The content of one file.</summary>
    /// <param name="content">What it is made from.</param>
    /// <param name="profile">The card.</param>
    /// <param name="period">From when to when it is valid.</param>
    internal static byte[] Write(FileContent content, CardProfile profile, ValidityPeriod period) => content switch
    {
        FileContent.SerialNumber => SerialNumber(profile.SerialNumber),
        FileContent.UpdateDates => UpdateDates(period.NotBefore, period.NotAfter),
        FileContent.TokenInformation => TokenInformation.Encode(profile.Generation.Token, profile.TokenLabel),
        FileContent.CardIdentification => HolderData.CardIdentification(profile, period.NotBefore, period.NotAfter),
        FileContent.HolderName => HolderData.Name(profile.Holder),
        FileContent.HolderLanguage => HolderData.Language(profile.Holder),
        FileContent.HolderProfession => HolderData.Profession(profile.Holder),
        _ => throw new ArgumentOutOfRangeException(nameof(content), content, "No such content."),
    };

    // Tag 5A, then digits two by two: issuer, serial, Luhn key, and F to fill the last byte.
    private static byte[] SerialNumber(string serial)
    {
        string digits = Convert.ToHexString(IssuerNumber) + serial;
        byte[] number = Convert.FromHexString($"{digits}{Luhn.KeyOf(digits)}F");
        return BerTlv.Encode(0x5A, number);
    }

    private static byte[] UpdateDates(DateTimeOffset from, DateTimeOffset to) =>
        BerTlv.Encode(0xEC, BerTlv.Encode(0x81, DateDigits(from)), BerTlv.Encode(0x82, DateDigits(to)));

    private static byte[] DateDigits(DateTimeOffset date) =>
        Convert.FromHexString(date.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
}
