using System.Globalization;
using System.Text;
using CardConformance.Simulator.Tlv;

namespace CardConformance.Simulator.Profiles;

/// <summary>What the data objects of a card say about it and its holder.</summary>
/// <remarks>
/// ANS has not published their layout, except in part: a practice situation is a template <c>EE</c> with <c>84</c> name of the
/// structure, <c>85</c> its identifier, <c>86</c> sector; CPS_INFO_PS ends with the specialty. The rest here is ours.
/// </remarks>
internal static class HolderData
{
    private const int Template = 0xEE;

    // Room for software to write into; the size on real cards is not public.
    private const int BusinessDataLength = 250;

    internal static byte[] BusinessData() => new byte[BusinessDataLength];

    internal static byte[] CardIdentification(CardProfile profile, DateTimeOffset notBefore, DateTimeOffset notAfter) =>
        BerTlv.Encode(
            Template,
            Text(0x80, profile.Kind.ToString()),
            Text(0x81, profile.CardNumber),
            Text(0x82, Date(notBefore)),
            Text(0x83, Date(notAfter)));

    internal static byte[] Name(CardHolder holder) =>
        BerTlv.Encode(
            Template,
            Text(0x80, holder.IdentifiantNational),
            Text(0x81, holder.FamilyName ?? holder.Pseudonym!),
            Text(0x82, holder.GivenName ?? ""));

    internal static byte[] Language(CardHolder holder) => BerTlv.Encode(Template, Text(0x80, holder.Language));

    internal static byte[] Profession(CardHolder holder) =>
        BerTlv.Encode(
            Template,
            Text(0x80, holder.Profession?.Code ?? ""),
            Text(0x81, holder.Occupation),
            Text(0x82, holder.Specialty ?? ""));

    internal static byte[] Situation(PracticeSituation situation) =>
        BerTlv.Encode(
            Template,
            Text(0x84, situation.Organisation),
            Text(0x85, situation.Structure),
            Text(0x86, situation.Sector ?? ""));

    internal static byte[] Billing(CardProfile profile) =>
        BerTlv.Encode(
            Template,
            [Text(0x80, profile.Holder.IdentifiantNational), .. profile.Situations.Take(1).Select(situation => Text(0x85, situation.Structure))]);

    private static byte[] Text(int tag, string text) => BerTlv.Encode(tag, Encoding.UTF8.GetBytes(text));

    private static string Date(DateTimeOffset date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
