using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Files;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Profiles;

/// <summary>How cards of one generation with as many practice situations are made: their common layout, and what is written into each.</summary>
/// <remarks>A card's files are as different as their holders' names: few. The rest is made once, so that very many cards fit into one process.</remarks>
internal sealed class PersonalisationPlan
{
    private static readonly ConditionalWeakTable<CardGeneration, ConcurrentDictionary<string, PersonalisationPlan>> Plans = [];

    private readonly CardGeneration _generation;

    // By place: what makes the content of a file in which every card has something else, certificates apart.
    private readonly List<Func<CardProfile, ValidityPeriod, byte[]>> _contents = [];

    private PersonalisationPlan(CardProfile profile)
    {
        _generation = profile.Generation;

        // First, so that what is read most lies together at the beginning.
        ElementaryFile[] ofMasterFile = [.. FilesOf(FileEntry.MasterFile, profile)];
        var application = new DedicatedFile(
            0x0001,
            _generation.ApplicationName,
            [],
            [.. FilesOf(FileEntry.Application, profile), .. DataObjectFiles(profile)],
            _generation.FileControlTag);
        DedicatedFile? cps2ter = _generation.Cps2ter is { } part ? Cps2terFiles(profile, part) : null;
        bool listed = _generation.Cps2ter is { Listed: true };
        var masterFile = new DedicatedFile(
            0x3F00,
            _generation.MasterFileName,
            [application, .. listed ? cps2ter!.Directories : []],
            [.. ofMasterFile, .. listed ? cps2ter!.Files : []],
            _generation.FileControlTag);
        Layout = new(
            _generation.Atr,
            [.. _generation.Protocols],
            _generation.Commands,
            masterFile,
            application,
            [.. _generation.Codes.Select(code => code.Definition)],
            listed ? null : cps2ter,
            _generation.Codes.ToFrozenDictionary(code => code.Environment, code => code.Definition.Reference));
    }

    /// <summary>What the cards have in common.</summary>
    internal CardLayout Layout { get; }

    private SecurityCondition HolderOnly => new((byte)(0x10 | (_generation.FindCode(CodeRole.CodePorteur)?.Environment ?? 0)));

    /// <summary>The plan that a card is made by.</summary>
    /// <param name="profile">The card.</param>
    internal static PersonalisationPlan For(CardProfile profile)
    {
        string situations = string.Concat(profile.Situations.Select(situation => (char)situation.Number));
        return Plans.GetOrCreateValue(profile.Generation).GetOrAdd(situations, static (_, first) => new(first), profile);
    }

    /// <summary>What is written into the files of one card that are each card's own, certificates apart.</summary>
    /// <param name="profile">The card.</param>
    /// <param name="period">From when to when it is valid.</param>
    internal OwnContents Write(CardProfile profile, ValidityPeriod period)
    {
        byte[][] contents = new byte[_contents.Count][];
        for (int place = 0; place < contents.Length; place++)
        {
            contents[place] = _contents[place](profile, period);
        }

        return new(contents);
    }

    private DedicatedFile Cps2terFiles(CardProfile profile, Cps2terLayout part)
    {
        ElementaryFile billing = OwnFile((card, _) => HolderData.Billing(card), part.BillingFile, null, HolderOnly, SecurityCondition.Never);
        return new(
            0x3F00,
            [],
            [new DedicatedFile(part.BillingDirectory, [], [], [billing], _generation.FileControlTag)],
            [.. profile.Situations.Select((situation, index) => SituationFile(part.FileOf(situation.Number), index))]);
    }

    private IEnumerable<ElementaryFile> FilesOf(string directory, CardProfile profile) =>
        _generation.Files.Where(file => file.Directory == directory).Select(file => file.Bytes is { } bytes
            ? CommonFile(bytes, file.Identifier, file.ShortIdentifier, file.Read, SecurityCondition.Never)
            : FileOf(file.Content!.Value, profile, file.Identifier, file.ShortIdentifier, file.Read, SecurityCondition.Never));

    private IEnumerable<ElementaryFile> DataObjectFiles(CardProfile profile)
    {
        foreach (DataObjectEntry entry in _generation.DataObjects)
        {
            SecurityCondition update = entry.Flags.Contains(ObjectFlag.Modifiable) ? HolderOnly : SecurityCondition.Never;
            yield return FileOf(entry.Content, profile, entry.File, null, SecurityCondition.Always, update);
        }

        foreach ((int index, PracticeSituation situation) in profile.Situations.Index())
        {
            yield return SituationFile(_generation.Situations.FileOf(situation.Number), index);
        }
    }

    private ElementaryFile SituationFile(ushort identifier, int index) =>
        OwnFile((card, _) => HolderData.Situation(card.Situations[index]), identifier, null, HolderOnly, SecurityCondition.Never);

    private ElementaryFile FileOf(
        FileContent content, CardProfile profile, ushort identifier, byte? shortIdentifier, SecurityCondition read, SecurityCondition update)
    {
        if (content is FileContent.SignatureCertificate or FileContent.AuthenticationCertificate)
        {
            KeyRole role = content == FileContent.SignatureCertificate ? KeyRole.Signature : KeyRole.Authentication;
            return ElementaryFile.OfCertificate(identifier, shortIdentifier, role, read, update, _generation.FileControlTag);
        }

        return CommonContent.Write(content, profile) is { } bytes
            ? CommonFile(bytes, identifier, shortIdentifier, read, update)
            : OwnFile((card, period) => OwnContent.Write(content, card, period), identifier, shortIdentifier, read, update);
    }

    private ElementaryFile CommonFile(byte[] content, ushort identifier, byte? shortIdentifier, SecurityCondition read, SecurityCondition update) =>
        new(identifier, shortIdentifier, content, read, update, _generation.FileControlTag);

    private ElementaryFile OwnFile(
        Func<CardProfile, ValidityPeriod, byte[]> content,
        ushort identifier,
        byte? shortIdentifier,
        SecurityCondition read,
        SecurityCondition update)
    {
        _contents.Add(content);
        return ElementaryFile.OfEachCard(identifier, shortIdentifier, _contents.Count - 1, read, update, _generation.FileControlTag);
    }
}
