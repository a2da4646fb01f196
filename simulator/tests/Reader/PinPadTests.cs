using CardConformance.Simulator.Reader;

namespace CardConformance.Simulator.Tests.Reader;

public sealed class PinPadTests
{
    // As OpenSC sends them: timers, formats, lengths 4 to 4, and the command without a code.
    private const string VerifyStructure = "1E1E8200000404020000000000000005000000" + "0020000100";
    private const string ModifyStructure = "1E1E020400000004040302" + "000000000000000000" + "05000000" + "0024000100";

    private readonly List<PinPadRequest> _requests = [];

    [Test]
    public void Code_goes_into_the_command()
    {
        byte[]? refusal = Pad("1234").Verify(Convert.FromHexString(VerifyStructure), out byte[] command);
        Assert.That(refusal, Is.Null);
        Assert.That(Convert.ToHexString(command), Is.EqualTo("002000010431323334"));
        Assert.That(_requests, Is.EqualTo([new PinPadRequest(PinPadPrompt.Current, 4, 4, 1, TimeSpan.FromSeconds(30))]));
    }

    [Test]
    public void New_code_stands_behind_the_old_one()
    {
        byte[]? refusal = Pad("1234", "4321", "4321").Modify(Convert.FromHexString(ModifyStructure), out byte[] command);
        Assert.That(refusal, Is.Null);
        Assert.That(Convert.ToHexString(command), Is.EqualTo("0024000108" + "31323334" + "34333231"));
        Assert.That(_requests.Select(request => request.Prompt), Is.EqualTo([PinPadPrompt.Current, PinPadPrompt.New, PinPadPrompt.Confirmation]));
    }

    [TestCase("123", "6403", TestName = "Code_too_short_for_the_pad")]
    [TestCase("12345", "6403", TestName = "Code_too_long_for_the_pad")]
    [TestCase("12a4", "6403", TestName = "Letters_on_the_pad")]
    public void Wrong_length_never_reaches_the_card(string typed, string expected)
    {
        byte[]? refusal = Pad(typed).Verify(Convert.FromHexString(VerifyStructure), out byte[] command);
        Assert.That((Convert.ToHexString(refusal!), command.Length), Is.EqualTo((expected, 0)));
    }

    [Test]
    public void Two_different_new_codes_never_reach_the_card()
    {
        byte[]? refusal = Pad("1234", "4321", "4322").Modify(Convert.FromHexString(ModifyStructure), out byte[] command);
        Assert.That((Convert.ToHexString(refusal!), command.Length), Is.EqualTo(("6402", 0)));
    }

    [Test]
    public void Red_key_and_lost_patience_have_their_own_answers()
    {
        byte[] structure = Convert.FromHexString(VerifyStructure);
        Assert.That(new PinPad(_ => PinPadEntry.Cancelled).Verify(structure, out _), Is.EqualTo(new byte[] { 0x64, 0x01 }));
        Assert.That(new PinPad(_ => PinPadEntry.TimedOut).Verify(structure, out _), Is.EqualTo(new byte[] { 0x64, 0x00 }));
    }

    [TestCase("", TestName = "Empty_structure")]
    [TestCase("1E1E81000004040200000000000000050000000020000100", TestName = "Code_in_BCD")]
    [TestCase("1E1E82000004040200000000000000060000000020000100", TestName = "Length_that_is_not_the_commands")]
    [TestCase("1E1E820000040402000000000000000300000000200001", TestName = "Command_too_short")]
    public void Structures_it_cannot_follow_are_refused(string structure) =>
        Assert.That(Pad().Verify(Convert.FromHexString(structure), out _), Is.EqualTo(new byte[] { 0x6B, 0x80 }));

    [Test]
    public void A_change_may_leave_out_the_old_code_and_the_confirmation()
    {
        // bConfirmPIN 00.
        byte[]? refusal = Pad("4321").Modify(Convert.FromHexString(ModifyStructure.Replace("040302", "040002", StringComparison.Ordinal)), out byte[] command);
        Assert.That((refusal, Convert.ToHexString(command)), Is.EqualTo(((byte[]?)null, "0024000104" + "34333231")));
        Assert.That(_requests.Select(request => request.Prompt), Is.EqualTo([PinPadPrompt.New]));
    }

    [Test]
    public void A_change_given_up_never_reaches_the_card()
    {
        byte[]? refusal = new PinPad(_ => PinPadEntry.Cancelled).Modify(Convert.FromHexString(ModifyStructure), out byte[] command);
        Assert.That((Convert.ToHexString(refusal!), command.Length), Is.EqualTo(("6401", 0)));
    }

    [Test]
    public void A_change_it_cannot_follow_is_refused() =>
        Assert.That(Pad().Modify(Convert.FromHexString(VerifyStructure), out _), Is.EqualTo(new byte[] { 0x6B, 0x80 }));

    [Test]
    public void Without_a_limit_of_the_application_the_person_has_30_seconds()
    {
        Pad("1234").Verify(Convert.FromHexString("00" + VerifyStructure[2..]), out _);
        Assert.That(_requests.Single().Timeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    private PinPad Pad(params string[] typed)
    {
        var entries = new Queue<string>(typed);
        return new(request =>
        {
            _requests.Add(request);
            return PinPadEntry.Typed(entries.Dequeue());
        });
    }
}
