namespace CardConformance.Harness.Targets;

/// <summary>What a product can have, or let us do. A product that lacks one is not judged by the requirements and scenarios that need it.</summary>
public enum Capability
{
    /// <summary>An e-CPS is activated with the card in a reader (method A).</summary>
    CardActivation,

    /// <summary>An e-CPS is activated without a card, by e-mail and SMS (method B).</summary>
    ActivationWithoutCard,

    /// <summary>Questions that prepare an activation.</summary>
    Orientation,

    /// <summary>Pages that install and try a workstation.</summary>
    Workstation,

    /// <summary>People log in to services by Pro Santé Connect.</summary>
    ProSanteConnect,

    /// <summary>The portal tells people which services they may use.</summary>
    ServiceRights,

    /// <summary>We may stop and move a person's time: the product answers <c>temps</c> at its control address.</summary>
    Clock,

    /// <summary>We may choose the version of a rule for a person: the product answers <c>regles</c> at its control address.</summary>
    Rules,

    /// <summary>We may read what the product writes into its log.</summary>
    Log,
}
