using System.Security.Cryptography.X509Certificates;
using CardConformance.Harness.StandIns;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Actors;

/// <summary>A professional of one scenario, with a card that nobody else has.</summary>
/// <param name="Profile">Who it is, and what the card is like.</param>
/// <param name="Card">The card, with faults to be armed.</param>
/// <param name="Certificate">The card's authentication certificate.</param>
/// <param name="Reach">Where the person can be reached.</param>
public sealed record Person(CardProfile Profile, FaultyCard Card, X509Certificate2 Certificate, Correspondence Reach)
{
    /// <summary>National identifier.</summary>
    public string IdentifiantNational => Profile.Holder.IdentifiantNational;

    /// <summary>Given name and family name, as the card has them.</summary>
    public string FullName => Profile.Holder.DisplayName;

    /// <summary>The code porteur that the person knows. Never write it anywhere.</summary>
    public string CodePorteur => Profile.CodePorteur;

    /// <summary>A code of the right form that is not the code porteur.</summary>
    public string WrongCode => Profile.WrongCode;

    /// <summary>Who it is, without anything secret.</summary>
    public override string ToString() => $"{FullName}, {Profile.Holder.Occupation}, {IdentifiantNational}";
}
