namespace CardConformance.Reference;

/// <summary>What can be wrong with the reference on order, so that whoever certifies with the scenarios can see each of them found.</summary>
/// <remarks><c>fixtures/defects.json</c> says which requirement each breaks. On the command line they are written as <c>qr-code-outlives-its-time</c>.</remarks>
internal enum Defect
{
    /// <summary>The application opens on systems that it does not support.</summary>
    OldPhoneLetIn,

    /// <summary>The phone does not say that it has no network.</summary>
    NetworkLossUnsaid,

    /// <summary>Who refuses the conditions goes on all the same.</summary>
    RefusedConditionsIgnored,

    /// <summary>The wallet is never told of an activation that the screens show as done.</summary>
    ActivationNeverTold,

    /// <summary>The holder's name stands in the address of the page after the login.</summary>
    NameInAddress,

    /// <summary>A card that was let in opens no session.</summary>
    LoginWithoutSession,

    /// <summary>The advice for a blocked card is that for readers.</summary>
    BlockedCardWrongAdvice,

    /// <summary>The session goes on when the card is gone.</summary>
    SessionWithoutCard,

    /// <summary>A card in nobody's name is taken for a broken one.</summary>
    AnonymousCardUnnamed,

    /// <summary>A card is refused a day before its end.</summary>
    CardExpiresEarly,

    /// <summary>Nobody looks whether a card was revoked.</summary>
    RevokedCardLetIn,

    /// <summary>A card of another authority is let in.</summary>
    ForeignCardLetIn,

    /// <summary>A QR code may be scanned for ten minutes.</summary>
    QrCodeOutlivesItsTime,

    /// <summary>A phone that has one person's e-CPS takes another's.</summary>
    PhoneTakesAnothersECps,

    /// <summary>A code d'ajout may be typed for an hour.</summary>
    CodeAjoutOutlivesItsTime,

    /// <summary>Wrong codes d'ajout are not counted.</summary>
    CodesAjoutUncounted,

    /// <summary>A descending password is accepted.</summary>
    DescendingPassword,

    /// <summary>The second entry of a password may be any.</summary>
    ConfirmationNotCompared,

    /// <summary>The phone is not told that the activation began anew.</summary>
    RestartUntold,

    /// <summary>An e-CPS of before is replaced without asking.</summary>
    ReplacedUnasked,

    /// <summary>A second try at the wallet counts as another activation.</summary>
    RetryIsAnother,

    /// <summary>The SMS is sent twice.</summary>
    SmsSentTwice,

    /// <summary>The QR code in the e-mail is not that of its link.</summary>
    MailQrCodeLeadsNowhere,

    /// <summary>The oldest version of the rule holds for everybody.</summary>
    OldestRuleHolds,

    /// <summary>The key of an RPPS number is not looked at.</summary>
    IdentifierKeyUnchecked,

    /// <summary>Staff of structures are told what only holds for cards.</summary>
    StaffToldOtherwise,

    /// <summary>Nobody looks whether the directory has a mobile number.</summary>
    MissingMobileIgnored,

    /// <summary>A correction counts at once.</summary>
    CorrectionCountsAtOnce,

    /// <summary>E-mails follow each other without a pause.</summary>
    MailsWithoutPause,

    /// <summary>An e-mail's link serves for ever.</summary>
    MailOutlivesItsTime,

    /// <summary>An SMS carries another code than the one that is expected.</summary>
    SmsCarriesAnotherCode,

    /// <summary>The code of an SMS serves for ever.</summary>
    SmsCodeOutlivesItsTime,

    /// <summary>Wrong codes of an SMS are not counted.</summary>
    SmsCodesUncounted,

    /// <summary>SMS follow each other without a pause.</summary>
    SmsWithoutPause,

    /// <summary>An e-mail that could not be sent counts as one.</summary>
    FailedMailCounts,

    /// <summary>Who confirmed on the phone comes to the portal and not to the service.</summary>
    ECpsLoginLeadsHome,

    /// <summary>Who logs in to a service with the card stays on the portal.</summary>
    CardLoginStaysHere,

    /// <summary>Any of the dynamic codes that the phone offers is right.</summary>
    AnyDynamicCode,
}
