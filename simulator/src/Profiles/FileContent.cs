namespace CardConformance.Simulator.Profiles;

/// <summary>What the content of a file is made from when a card is personalised.</summary>
public enum FileContent
{
    /// <summary>EF.SN.ICC: ANS's issuer number and the card's serial number.</summary>
    SerialNumber,

    /// <summary>EF_ACTUA: from when to when the content is current.</summary>
    UpdateDates,

    /// <summary>EF.ODF: where the PKCS #15 directories are.</summary>
    ObjectDirectory,

    /// <summary>EF.TokenInfo: label and algorithms.</summary>
    TokenInformation,

    /// <summary>EF.AODF: the codes.</summary>
    AuthenticationObjects,

    /// <summary>EF.PrKDF: the private keys.</summary>
    PrivateKeys,

    /// <summary>EF.CDF: the certificates.</summary>
    Certificates,

    /// <summary>EF.DODF: the data objects.</summary>
    DataObjects,

    /// <summary>The certificate of the signature key, X.509 DER.</summary>
    SignatureCertificate,

    /// <summary>The certificate of the authentication key, X.509 DER.</summary>
    AuthenticationCertificate,

    /// <summary>CPS_DATA: room that software may use.</summary>
    BusinessData,

    /// <summary>CPS_ID_CARD: kind, number and validity of the card.</summary>
    CardIdentification,

    /// <summary>CPS_NAME_PS: who holds it.</summary>
    HolderName,

    /// <summary>CPS_LANG_PS: the holder's language.</summary>
    HolderLanguage,

    /// <summary>CPS_INFO_PS: profession and specialty.</summary>
    HolderProfession,
}
