using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CardConformance.LittleTarget;

/// <summary>One activation: a person at the computer, a phone, and the steps that they take together.</summary>
internal sealed partial class Enrolment(Holder holder)
{
    private const int MostWrongCodes = 5;

    private static readonly TimeSpan ScanLimit = TimeSpan.FromSeconds(90);

    private readonly DateTimeOffset _begun = DateTimeOffset.UtcNow;
    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(16);
    private Stage _stage = Stage.Scan;
    private byte[] _password = [];
    private int _wrong;

    internal Holder Holder => holder;

    /// <summary>What the picture on the computer says.</summary>
    internal string Picture { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>What the phone shows, and the person types: a letter and five digits.</summary>
    internal string Code { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{(char)('A' + RandomNumberGenerator.GetInt32(26))}{RandomNumberGenerator.GetInt32(100_000):00000}");

    /// <summary>Under which the wallet hears of it, however often it is told.</summary>
    internal string Key { get; } = Guid.NewGuid().ToString();

    internal string? Phone { get; private set; }

    /// <summary>What was wrong with what was typed last.</summary>
    internal string? Complaint { get; private set; }

    internal Stage Stage => _stage == Stage.Scan && DateTimeOffset.UtcNow - _begun > ScanLimit ? Stage.Late : _stage;

    /// <summary>A phone has seen the picture; it serves once.</summary>
    internal bool TryScan(string phone)
    {
        if (Stage != Stage.Scan)
        {
            return false;
        }

        (Phone, _stage) = (phone, holder.ActivePhone is null ? Stage.Code : Stage.Question);
        return true;
    }

    /// <summary>Whether the card that is in a phone already is to be replaced.</summary>
    internal void Answer(bool replace)
    {
        if (Stage == Stage.Question)
        {
            _stage = replace ? Stage.Code : Stage.Kept;
        }
    }

    internal void TypeCode(string typed)
    {
        string code = typed.Trim().ToUpperInvariant();
        Complaint = !CodeShape().IsMatch(code) ? "D'abord une lettre, puis cinq chiffres."
            : code != Code ? "Ce n'est pas le code que montre votre téléphone."
            : null;
        _stage = Complaint is null ? Stage.Password : CodeShape().IsMatch(code) && ++_wrong == MostWrongCodes ? Stage.Stopped : Stage.Code;
    }

    internal void ChoosePassword(string typed)
    {
        Complaint = Password.Complaint(typed);
        if (Complaint is null)
        {
            (_password, _stage) = (Digest(typed), Stage.Confirmation);
        }
    }

    /// <summary>Whether it is the one that was chosen; else it is chosen anew.</summary>
    internal bool Confirm(string typed)
    {
        bool same = CryptographicOperations.FixedTimeEquals(Digest(typed), _password);
        Complaint = same ? null : "Vous avez tapé deux codes secrets différents.";
        _stage = same ? Stage.Unfinished : Stage.Password;
        return same;
    }

    internal void Finish() => _stage = Stage.Done;

    internal void Stop() => _stage = Stage.Stopped;

    private byte[] Digest(string password) => HMACSHA256.HashData(_salt, Encoding.UTF8.GetBytes(password));

    [GeneratedRegex("^[A-Z][0-9]{5}$")]
    private static partial Regex CodeShape();
}
