namespace CardConformance.Fuzz.Rules;

/// <summary>Instruction bytes of ISO/IEC 7816-4 and -8 that a CPS has.</summary>
internal static class Ins
{
    internal const byte Verify = 0x20;
    internal const byte ManageSecurityEnvironment = 0x22;
    internal const byte ChangeReferenceData = 0x24;
    internal const byte PerformSecurityOperation = 0x2A;
    internal const byte ResetRetryCounter = 0x2C;
    internal const byte GetChallenge = 0x84;
    internal const byte InternalAuthenticate = 0x88;
    internal const byte Select = 0xA4;
    internal const byte ReadBinary = 0xB0;
    internal const byte GetResponse = 0xC0;
    internal const byte GetData = 0xCB;
    internal const byte UpdateBinary = 0xD6;
}
