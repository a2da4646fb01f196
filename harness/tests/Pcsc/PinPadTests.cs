using CardConformance.Harness.Pcsc;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Tests.Pcsc;

/// <summary>The reader's PIN pad as PC/SC programs see it (part 10).</summary>
public sealed class PinPadTests : IDisposable
{
    private const uint GetFeatureRequest = 0x42000D48;
    private const uint VerifyPinDirect = 0x42330006;
    private const uint ModifyPinDirect = 0x42330007;

    // As OpenSC sends them: timers, formats, lengths 4 to 4, and the command without a code.
    private static readonly byte[] VerifyStructure = 
        Convert.FromHexString("1E1E8200000404020000000000000005000000" + "0020000100");
    private static readonly byte[] ModifyStructure = 
        Convert.FromHexString("1E1E020400000004040302" + "000000000000000000" + "05000000" + "0024000100");

    private readonly PcscContext _context = PcscContext.Establish();
    private readonly Readers.Lease _reader = Readers.Take();

    public void Dispose()
    {
        _reader.Dispose();
        _context.Dispose();
    }

    [Test]
    public void Reader_names_its_features()
    {
        using PcscCard card = Insert(_ => PinPadEntry.Cancelled);
        Assert.That(
            Convert.ToHexString(card.Control(GetFeatureRequest, [])),
            Is.EqualTo("060442330006" + "070442330007" + "0A044233000A" + "120442330012"));
        Assert.That(Convert.ToHexString(card.Control(0x4233000A, [])), Is.EqualTo("00000300"));
        Assert.That(
            Convert.ToHexString(card.Control(0x42330012, [])),
            Is.EqualTo("01020000" + "020103" + "030100" + "060104" + "07010C" + "090100" + "0A0400000000"));
    }

    [Test]
    public void Code_typed_at_the_pad_reaches_the_card()
    {
        using PcscCard card = Insert(_ => PinPadEntry.Typed("1234"));
        Assert.That(card.Control(VerifyPinDirect, VerifyStructure), Is.EqualTo(new byte[] { 0x90, 0x00 }));
        Assert.That(card.Transmit([0x00, 0x20, 0x00, 0x01, 0x00]), Is.EqualTo(new byte[] { 0x90, 0x00 }));
    }

    [Test]
    public void Wrong_code_costs_a_try_and_cancelling_does_not()
    {
        var entries = new Queue<PinPadEntry>([PinPadEntry.Typed("9999"), PinPadEntry.Cancelled, PinPadEntry.TimedOut, PinPadEntry.Typed("12")]);
        using PcscCard card = Insert(_ => entries.Dequeue());
        string[] answers = [.. Enumerable.Range(0, 4).Select(_ => Convert.ToHexString(card.Control(VerifyPinDirect, VerifyStructure)))];
        Assert.That(answers, Is.EqualTo(["63C2", "6401", "6400", "6403"]));
        Assert.That(card.Transmit([0x00, 0x20, 0x00, 0x01, 0x00]), Is.EqualTo(new byte[] { 0x63, 0xC2 }));
    }

    [Test]
    public void Code_is_changed_at_the_pad()
    {
        using PcscCard card = Insert(request => PinPadEntry.Typed(request.Prompt == PinPadPrompt.Current ? "1234" : "4321"));
        Assert.That(card.Control(ModifyPinDirect, ModifyStructure), Is.EqualTo(new byte[] { 0x90, 0x00 }));
        Assert.That(card.Transmit(Convert.FromHexString("002000010434333231")), Is.EqualTo(new byte[] { 0x90, 0x00 }));
    }

    [Test]
    public void Card_pulled_while_the_person_types()
    {
        ReaderLink? link = null;
        link = _reader.Insert(Cards.New(), new PinPad(_ =>
        {
            link!.Remove();
            return PinPadEntry.Typed("1234");
        }));
        using PcscCard card = _context.Connect(_reader.Name);
        Assert.That(
            () => card.Control(VerifyPinDirect, VerifyStructure),
            Throws.InstanceOf<PcscException>().With.Property(nameof(PcscException.Error)).EqualTo(PcscError.NotTransacted));
        _context.WaitFor(_reader.Name, status => status.State.HasFlag(ReaderStates.Empty), Readers.Limit);
    }

    [Test]
    public void Unknown_control_code_is_refused()
    {
        using PcscCard card = Insert(_ => PinPadEntry.Cancelled);
        Assert.That(
            () => card.Control(0x42331234, []),
            Throws.InstanceOf<PcscException>().With.Property(nameof(PcscException.Error)).EqualTo(PcscError.UnsupportedFeature));
    }

    private PcscCard Insert(Func<PinPadRequest, PinPadEntry> person)
    {
        _reader.Insert(Cards.New(), new PinPad(person));
        return _context.Connect(_reader.Name);
    }
}
