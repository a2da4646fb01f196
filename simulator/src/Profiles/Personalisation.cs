using System.Globalization;
using System.Text;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Files;
using CardConformance.Simulator.Pkcs15;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Profiles;

/// <summary>Makes a card from a profile: writes its files, codes and keys, as a personalisation centre does.</summary>
public static class Personalisation
{
    // ANS's number as card issuer, first part of every card's serial number.
    private static readonly byte[] IssuerNumber = [0x80, 0x25, 0x00, 0x00, 0x01];

    /// <summary>Makes a card.</summary>
    /// <param name="profile">Whose it is, and of which generation.</param>
    /// <param name="credentials">Its keys and certificates.</param>
    public static VirtualCard Make(CardProfile profile, CardCredentials credentials) => new(new CardState(MakeImage(profile, credentials)));

    private static CardImage MakeImage(CardProfile profile, CardCredentials credentials)
    {
        CardGeneration generation = profile.Generation;
        var application = new DedicatedFile(
            0x0001,
            generation.ApplicationName,
            [],
            [.. FilesOf(FileEntry.Application, profile, credentials), .. DataObjectFiles(profile, credentials)],
            generation.FileControlTag);
        DedicatedFile? cps2ter = generation.Cps2ter is { } layout ? Cps2terFiles(profile, layout) : null;
        bool listed = generation.Cps2ter is { Listed: true };
        var masterFile = new DedicatedFile(
            0x3F00,
            generation.MasterFileName,
            [application, .. listed ? cps2ter!.Directories : []],
            [.. FilesOf(FileEntry.MasterFile, profile, credentials), .. listed ? cps2ter!.Files : []],
            generation.FileControlTag);
        return new(
            generation.Atr,
            generation.Protocols,
            generation.Commands,
            masterFile,
            application,
            [.. generation.Codes.Select(code => (code.Definition, (ReadOnlyMemory<byte>)Encoding.ASCII.GetBytes(profile.CodeOf(code.Role))))],
            [.. generation.Keys.Select(key => new PrivateKey(key.Definition, credentials.KeyOf(key.Role)))],
            listed ? null : cps2ter,
            generation.Codes.ToDictionary(code => code.Environment, code => code.Definition.Reference));
    }

    private static DedicatedFile Cps2terFiles(CardProfile profile, Cps2terLayout layout)
    {
        byte tag = profile.Generation.FileControlTag;
        SecurityCondition holder = HolderOnly(profile.Generation);
        var billing = new ElementaryFile(layout.BillingFile, null, HolderData.Billing(profile), holder, SecurityCondition.Never, tag);
        IEnumerable<ElementaryFile> situations = profile.Situations.Select(situation => new ElementaryFile(
            layout.FileOf(situation.Number), null, HolderData.Situation(situation), holder, SecurityCondition.Never, tag));
        return new(0x3F00, [], [new DedicatedFile(layout.BillingDirectory, [], [], [billing], tag)], [.. situations]);
    }

    private static SecurityCondition HolderOnly(CardGeneration generation) =>
        new((byte)(0x10 | (generation.FindCode(CodeRole.CodePorteur)?.Environment ?? 0)));

    private static IEnumerable<ElementaryFile> FilesOf(string directory, CardProfile profile, CardCredentials credentials) =>
        profile.Generation.Files
            .Where(file => file.Directory == directory)
            .Select(file => new ElementaryFile(
                file.Identifier,
                file.ShortIdentifier,
                file.Bytes ?? Content(file.Content!.Value, profile, credentials),
                file.Read,
                SecurityCondition.Never,
                profile.Generation.FileControlTag));

    private static IEnumerable<ElementaryFile> DataObjectFiles(CardProfile profile, CardCredentials credentials)
    {
        CardGeneration generation = profile.Generation;
        SecurityCondition holder = HolderOnly(generation);
        foreach (DataObjectEntry entry in generation.DataObjects)
        {
            SecurityCondition update = entry.Flags.Contains(ObjectFlag.Modifiable) ? holder : SecurityCondition.Never;
            yield return new(entry.File, null, Content(entry.Content, profile, credentials), SecurityCondition.Always, update, generation.FileControlTag);
        }

        foreach (PracticeSituation situation in profile.Situations)
        {
            ushort file = generation.Situations.FileOf(situation.Number);
            yield return new(file, null, HolderData.Situation(situation), holder, SecurityCondition.Never, generation.FileControlTag);
        }
    }

    private static byte[] Content(FileContent content, CardProfile profile, CardCredentials credentials)
    {
        CardGeneration generation = profile.Generation;
        DateTimeOffset notBefore = credentials.AuthenticationCertificate.NotBefore.ToUniversalTime();
        DateTimeOffset notAfter = credentials.AuthenticationCertificate.NotAfter.ToUniversalTime();
        return content switch
        {
            FileContent.SerialNumber => SerialNumber(profile.SerialNumber),
            FileContent.UpdateDates => UpdateDates(notBefore, notAfter),
            FileContent.ObjectDirectory => ObjectDirectory.Encode(generation.Files),
            FileContent.TokenInformation => TokenInformation.Encode(generation.Token, profile.TokenLabel),
            FileContent.AuthenticationObjects => AuthenticationObjects.Encode(generation.Codes),
            FileContent.PrivateKeys => PrivateKeyObjects.Encode(generation),
            FileContent.Certificates => CertificateObjects.Encode(generation),
            FileContent.DataObjects => DataObjects.Encode(profile),
            FileContent.SignatureCertificate => credentials.SignatureCertificate.RawData,
            FileContent.AuthenticationCertificate => credentials.AuthenticationCertificate.RawData,
            FileContent.BusinessData => HolderData.BusinessData(),
            FileContent.CardIdentification => HolderData.CardIdentification(profile, notBefore, notAfter),
            FileContent.HolderName => HolderData.Name(profile.Holder),
            FileContent.HolderLanguage => HolderData.Language(profile.Holder),
            FileContent.HolderProfession => HolderData.Profession(profile.Holder),
            _ => throw new ArgumentOutOfRangeException(nameof(content), content, "No such content."),
        };
    }

    // Tag 5A, then digits two by two: issuer, serial, Luhn key, and F to fill the last byte.
    private static byte[] SerialNumber(string serial)
    {
        string digits = Convert.ToHexString(IssuerNumber) + serial;
        byte[] number = Convert.FromHexString($"{digits}{Luhn.KeyOf(digits)}F");
        return Tlv.BerTlv.Encode(0x5A, number);
    }

    private static byte[] UpdateDates(DateTimeOffset from, DateTimeOffset to) =>
        Tlv.BerTlv.Encode(0xEC, Tlv.BerTlv.Encode(0x81, DateDigits(from)), Tlv.BerTlv.Encode(0x82, DateDigits(to)));

    private static byte[] DateDigits(DateTimeOffset date) =>
        Convert.FromHexString(date.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
}
