using System.Collections.Concurrent;

namespace CardConformance.Reference.WithoutCard;

/// <summary>Everybody who asked for an activation without a card, found by person, e-mail or phone.</summary>
internal sealed class Applicants(VirtualTime time, Defects defects)
{
    private readonly ConcurrentDictionary<string, Applicant> _byPerson = [];
    private readonly ConcurrentDictionary<string, Applicant> _byPhone = [];

    /// <summary>A person, by national identifier.</summary>
    internal Applicant Of(string identifiantNational) =>
        _byPerson.GetOrAdd(identifiantNational, person => new(time.Of(person), defects));

    /// <summary>Whose e-mail carries a token and still serves, or <see langword="null"/>.</summary>
    internal Applicant? ByToken(string token) => _byPerson.Values.FirstOrDefault(applicant =>
        applicant.Activation is { CanStart: true } activation && activation.Token == token);

    /// <summary>Goes on with a phone, and uses an e-mail up.</summary>
    /// <returns>Whose activation it is, or <see langword="null"/> when the e-mail does not serve any more.</returns>
    internal Applicant? Start(string token, string phone)
    {
        if (ByToken(token) is not { Activation: { } activation } applicant || !activation.TryStart(phone))
        {
            return null;
        }

        return _byPhone[phone] = applicant;
    }

    /// <summary>Whose activation goes on with a phone, or <see langword="null"/>.</summary>
    internal Applicant? ByPhone(string phone) =>
        _byPhone.GetValueOrDefault(phone) is { Activation: { } activation } applicant && activation.Phone == phone ? applicant : null;
}
