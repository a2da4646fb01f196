namespace CardConformance.Fuzz.Rules;

/// <summary>Which status words each command may be answered with.</summary>
/// <remarks>
/// Source: ISO/IEC 7816-4:2005, 5.1.3 and the table of each command there; ISO/IEC 7816-8:2004 for PSO; GSM 11.11, 9.4 for class
/// A0; for a CPS4 (class 01) the commands that ANS's CryptoLib sends to it. A status word with a number in it stands here with 0 in its place.
/// </remarks>
internal static class PermittedAnswers
{
    private const int UnknownClass = 512;
    private const int Malformed = 513;
    private const int ChainPart = 514;
    private const int ChainOfAnother = 515;
    private const int UnknownInstruction = 516;
    private const int UnknownInstructionA0 = 517;
    private const int TooEarly = 518;

    // Commands of a CPS4 stand here with their instruction behind this number.
    private const int ChipDoc = 768;

    private static readonly Dictionary<int, ushort[]> Table = new()
    {
        [Ins.Verify] = [0x9000, 0x63C0, 0x6700, 0x6982, 0x6983, 0x6A86, 0x6A88],
        [Ins.ChangeReferenceData] = [0x9000, 0x63C0, 0x6700, 0x6982, 0x6983, 0x6A86, 0x6A88],
        [Ins.ResetRetryCounter] = [0x9000, 0x6700, 0x6982, 0x6A86, 0x6A88],
        [Ins.ManageSecurityEnvironment] = [0x9000, 0x6A80, 0x6A86, 0x6A88],
        [Ins.PerformSecurityOperation] = [0x9000, 0x6100, 0x6700, 0x6982, 0x6985, 0x6A80, 0x6A86],
        [Ins.InternalAuthenticate] = [0x9000, 0x6100, 0x6700, 0x6982, 0x6985, 0x6A86],
        [Ins.GetChallenge] = [0x9000, 0x6C00, 0x6700, 0x6A86],
        [Ins.Select] = [0x9000, 0x6100, 0x6700, 0x6A82, 0x6A86],
        [Ins.ReadBinary] = [0x9000, 0x6282, 0x6C00, 0x6700, 0x6982, 0x6986, 0x6A82, 0x6A86, 0x6B00],
        [Ins.UpdateBinary] = [0x9000, 0x6700, 0x6982, 0x6986, 0x6A82, 0x6A84, 0x6A86, 0x6B00],
        [Ins.GetResponse] = [0x9000, 0x6100, 0x6C00, 0x6700, 0x6985, 0x6A86],
        [Ins.GetData] = [0x9000, 0x6100, 0x6A80, 0x6A86, 0x6A88],
        [256 + Ins.Select] = [0x9F00, 0x6700, 0x6B00, 0x9404],
        [256 + Ins.GetResponse] = [0x9000, 0x6C00, 0x6700, 0x6B00],
        [256 + Ins.ReadBinary] = [0x9000, 0x6C00, 0x6700, 0x6B00, 0x9400, 0x9804],
        [ChipDoc + Ins.Verify] = [0x9000, 0x63C0, 0x6700, 0x6982, 0x6983, 0x6A86, 0x6A88],
        [ChipDoc + Ins.ChangeReferenceData] = [0x9000, 0x6700, 0x6982, 0x6983, 0x6A86, 0x6A88],
        [ChipDoc + Ins.ResetRetryCounter] = [0x9000, 0x6700, 0x6982, 0x6A86, 0x6A88],
        [ChipDoc + Ins.ManageSecurityEnvironment] = [0x9000, 0x6A80, 0x6A86, 0x6A88],
        [ChipDoc + Ins.PerformSecurityOperation] = [0x9000, 0x6100, 0x6700, 0x6982, 0x6985, 0x6A80, 0x6A86],
        [ChipDoc + Ins.GetChallenge] = [0x9000, 0x6C00, 0x6700, 0x6A86],
        [ChipDoc + Ins.Select] = [0x9000, 0x6100, 0x6700, 0x6A82, 0x6A86],
        [ChipDoc + Ins.ReadBinary] = [0x9000, 0x6282, 0x6C00, 0x6700, 0x6982, 0x6986, 0x6A82, 0x6A86, 0x6B00],

        // A CPS4 has no file that anybody may change.
        [ChipDoc + Ins.UpdateBinary] = [0x6982, 0x6986, 0x6A82, 0x6A86],
        [ChipDoc + Ins.GetResponse] = [0x9000, 0x6100, 0x6C00, 0x6700, 0x6985, 0x6A86],
        [TooEarly] = [0x6881],
        [UnknownClass] = [0x6E00],
        [Malformed] = [0x6700],
        [ChainPart] = [0x9000, 0x6700],
        [ChainOfAnother] = [0x6884],
        [UnknownInstruction] = [0x6D00],
        [UnknownInstructionA0] = [0x6D00],
    };

    private static readonly ushort[]?[] Answers = [.. Enumerable.Range(0, ChipDoc + 256).Select(Table.GetValueOrDefault)];

    /// <summary>How many numbers <see cref="Of"/> gives, one for each pair of command and answer.</summary>
    internal static int Count { get; } = Table.Values.Sum(answers => answers.Length);

    private static readonly int[] First = NumberFirst();

    /// <summary>The number of this pair of command and answer.</summary>
    /// <exception cref="BrokenRuleException">The command may not be answered so.</exception>
    internal static int Of(in Exchange exchange)
    {
        int kind = KindOf(exchange);
        int index = Answers[kind].AsSpan().IndexOf(WithoutNumber(exchange.Status));
        if (index < 0)
        {
            throw new BrokenRuleException(
                "A command has the answers that ISO 7816 and the card's description give it", $"{NameOf(kind)} was answered {exchange.Status:X4}");
        }

        return First[kind] + index;
    }

    /// <summary>Command and answer of a number, for people.</summary>
    internal static string Describe(int number)
    {
        int kind = Array.FindLastIndex(First, first => first >= 0 && first <= number);
        return $"{NameOf(kind)} {Answers[kind]![number - First[kind]]:X4}";
    }

    private static int KindOf(in Exchange exchange)
    {
        if (!exchange.Shape.IsShort)
        {
            return Malformed;
        }

        bool older = exchange.Cla == 0xA0 && exchange.Before.Cps2terDirectory is not null;
        if (older)
        {
            return Answers[256 + exchange.Ins] is null ? UnknownInstructionA0 : 256 + exchange.Ins;
        }

        int plain = (exchange.IsChipDoc ? ChipDoc : 0) + exchange.Ins;
        return exchange switch
        {
            { IsTooEarly: true } => TooEarly,
            { IsPlain: true } => Answers[plain] is null ? UnknownInstruction : plain,
            { IsChainPart: true } => exchange.Ins == Ins.PerformSecurityOperation ? ChainPart : ChainOfAnother,
            _ => UnknownClass,
        };
    }

    private static ushort WithoutNumber(ushort status) => (status >> 8) switch
    {
        0x61 or 0x6C or 0x9F => (ushort)(status & 0xFF00),
        0x63 => (ushort)(status & 0xFFF0),
        _ => status,
    };

    private static int[] NumberFirst()
    {
        int next = 0;
        int[] first = new int[Answers.Length];
        for (int kind = 0; kind < first.Length; kind++)
        {
            first[kind] = Answers[kind] is null ? -1 : next;
            next += Answers[kind]?.Length ?? 0;
        }

        return first;
    }

    private static string NameOf(int kind) => kind switch
    {
        UnknownClass => "a command of an unknown class",
        Malformed => "a command whose lengths disagree",
        ChainPart => "a part of a PSO",
        ChainOfAnother => "a part of another command",
        TooEarly => "a command before the channel was opened",
        UnknownInstruction => "an unknown instruction",
        UnknownInstructionA0 => "an unknown instruction of class A0",
        >= ChipDoc => $"01 {kind - ChipDoc:X2}",
        >= 256 => $"A0 {kind - 256:X2}",
        _ => $"00 {kind:X2}",
    };
}
