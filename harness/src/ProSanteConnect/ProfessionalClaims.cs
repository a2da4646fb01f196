using System.Text.Json.Nodes;
using CardConformance.Harness.StandIns;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.ProSanteConnect;

/// <summary>What Pro Santé Connect says of a professional, by the names of its own samples.</summary>
/// <remarks>
/// Source: userinfo samples of ANS's public code (esignsante-psc and others). What neither card nor directory says, such as the address of a
/// structure, is there and empty.
/// </remarks>
public static class ProfessionalClaims
{
    private const string ProfessionTable = "1.2.250.1.213.1.1.5.5";
    private const string SectorTable = "1.2.250.1.71.4.2.4";

    // The registration authority's OIDs in "origine" are not public: RPPS and ADELI by name, as the samples do.
    private const string Rpps = "RPPS";
    private const string Adeli = "ADELI";
    private const string Other = "STRUCTURE";

    /// <summary>The claims about the holder of a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="entry">What the back ends know about the holder.</param>
    public static JsonObject Of(CardProfile card, DirectoryEntry entry)
    {
        CardHolder holder = card.Holder;
        PracticeSituation? first = card.Situations.Count > 0 ? card.Situations[0] : null;
        JsonObject claims = Identity(entry);
        claims["codeCivilite"] = "";
        claims["SubjectRole"] = holder.Profession is { } profession ? new JsonArray($"{profession.Code}^{ProfessionTable}") : new JsonArray();
        claims["Secteur_Activite"] = first?.Sector is { } sector ? $"{sector}^{SectorTable}" : "";
        claims["SubjectOrganization"] = first?.Organisation ?? holder.Employer?.Name ?? "";
        claims["SubjectOrganizationID"] = first?.Structure ?? holder.Employer?.Identifier ?? "";
        claims["Mode_Acces_Raison"] = "";
        claims["Acces_Regulation_Medicale"] = "FAUX";
        claims["UITVersion"] = "1.0";
        claims["Palier_Authentification"] = "APPPRIP3^1.2.250.1.213.1.5.1.1.1";
        claims["PSI_Locale"] = "1.2.250.1.213.1.3.1.1";
        claims["otherIds"] = new JsonArray(new JsonObject
        {
            ["identifiant"] = entry.IdentifiantNational,
            ["origine"] = OriginOf(entry.IdentifiantNational),
            ["qualite"] = 1,
        });
        claims["SubjectRefPro"] = new JsonObject
        {
            ["codeCivilite"] = "",
            ["exercices"] = holder.Profession is null ? new JsonArray() : new JsonArray(Exercise(card, entry)),
        };
        return claims;
    }

    /// <summary>The claims about somebody without professional data.</summary>
    /// <param name="entry">What the back ends know about the person.</param>
    public static JsonObject Identity(DirectoryEntry entry) => new()
    {
        ["SubjectNameID"] = entry.IdentifiantNational,
        ["preferred_username"] = entry.IdentifiantNational,
        ["given_name"] = entry.GivenName,
        ["family_name"] = entry.FamilyName,
    };

    private static JsonObject Exercise(CardProfile card, DirectoryEntry entry) => new()
    {
        ["codeProfession"] = card.Holder.Profession!.Code,
        ["codeCategorieProfessionnelle"] = card.Kind == CardKind.CPF ? "E" : "C",
        ["codeCiviliteDexercice"] = "",
        ["nomDexercice"] = entry.FamilyName,
        ["prenomDexercice"] = entry.GivenName,
        ["codeTypeSavoirFaire"] = card.Holder.Specialty is null ? "" : "S",
        ["codeSavoirFaire"] = card.Holder.Specialty ?? "",
        ["activities"] = new JsonArray([.. card.Situations.Select(Activity)]),
    };

    private static JsonObject Activity(PracticeSituation situation)
    {
        // The type digit says what the number is: 1 FINESS, 2 SIREN, 3 SIRET; 4 and others are numbers of a practice.
        string number = situation.Structure[1..];
        char type = situation.Structure[0];
        return new()
        {
            // L: private practice, sector SA07; S: employed.
            ["codeModeExercice"] = situation.Sector switch { "SA07" => "L", null => "", _ => "S" },
            ["codeSecteurDactivite"] = situation.Sector ?? "",
            ["codeSectionPharmacien"] = "",
            ["codeRole"] = "",
            ["codeGenreActivite"] = "",
            ["numeroSiretSite"] = type == '3' ? number : "",
            ["numeroSirenSite"] = type switch { '2' => number, '3' => number[..9], _ => "" },
            ["numeroFinessSite"] = type == '1' ? number : "",
            ["numeroFinessetablissementJuridique"] = "",
            ["identifiantTechniqueDeLaStructure"] = situation.Structure,
            ["raisonSocialeSite"] = situation.Organisation,
            ["ancienIdentifiantDeLaStructure"] = "",
            ["autoriteDenregistrement"] = "",
        };
    }

    private static string OriginOf(string identifiantNational) => identifiantNational switch
    {
        ['8', ..] => Rpps,
        ['0', ..] => Adeli,
        _ => Other,
    };
}
