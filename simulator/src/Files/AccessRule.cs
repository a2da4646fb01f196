using CardConformance.Simulator.Security;
using CardConformance.Simulator.Tlv;

namespace CardConformance.Simulator.Files;

/// <summary>The parts that the control parameters of every file end with.</summary>
/// <remarks>
/// Source: ISO/IEC 7816-4:2005, 5.3.3 and 5.4.3.1. Access mode byte <c>7B</c> announces six conditions: delete, terminate,
/// activate, deactivate, update, read. <c>8C</c> holds those of the contact interface, <c>9C</c> those of the other one.
/// </remarks>
internal static class AccessRule
{
    /// <summary>Life cycle status: operational, activated.</summary>
    internal static readonly byte[] OperationalLifeCycle = BerTlv.Encode(0x8A, [0x05]);

    /// <summary>The access rule of a file that nobody may delete, terminate, activate or deactivate.</summary>
    /// <param name="update">Who may change it; for a DF, who may create files in it.</param>
    /// <param name="read">Who may read it; for a DF, who may select files in it.</param>
    internal static byte[] Encode(SecurityCondition update, SecurityCondition read)
    {
        byte never = SecurityCondition.Never.Scb;
        byte[] conditions = [0x7B, never, never, never, never, update.Scb, read.Scb];
        return BerTlv.Encode(0xA1, BerTlv.Encode(0x8C, conditions), BerTlv.Encode(0x9C, conditions));
    }
}
