namespace CardConformance.Simulator.Card;

/// <summary>Which commands a card understands.</summary>
public enum CommandSet
{
    /// <summary>IAS-ECC, as a CPS3 speaks it: class 00.</summary>
    IasEcc,

    /// <summary>NXP ChipDoc, as a CPS4 speaks it: class 01, which is logical channel 1.</summary>
    ChipDoc,
}
