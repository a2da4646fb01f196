using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.Card;

public sealed class CommandChainTests
{
    private readonly CommandChain _chain = new();

    [TestCase("002A808601AA", true, TestName = "Same_command_goes_on")]
    [TestCase("002A9E8601AA", false, TestName = "Another_P1_does_not_go_on")]
    [TestCase("002A809A01AA", false, TestName = "Another_P2_does_not_go_on")]
    [TestCase("0022808601AA", false, TestName = "Another_instruction_does_not_go_on")]
    [TestCase("0000000001AA", false, TestName = "Nothing_in_common_does_not_go_on")]
    public void Goes_on(string command, bool expected)
    {
        Assert.That(Append("102A8086020102"), Is.True);
        Assert.That(_chain.IsContinuedBy(Parse(command)), Is.EqualTo(expected));
    }

    [TestCase("0000000001AA", TestName = "New_chain_is_none")]
    [TestCase("002A808601AA", TestName = "Forgotten_chain_is_none")]
    public void A_chain_without_a_part_is_not_continued(string command)
    {
        if (command.StartsWith("002A", StringComparison.Ordinal))
        {
            Append("102A8086020102");
            _chain.Clear();
        }

        Assert.That(_chain.IsContinuedBy(Parse(command)), Is.False);
    }

    [Test]
    public void Another_command_begins_a_chain_of_its_own()
    {
        Append("102A8086020102");
        Append("102A9E9A0103");
        Assert.That(_chain.Data.ToArray(), Is.EqualTo(new byte[] { 3 }));
    }

    [Test]
    public void Holds_512_bytes_and_refuses_one_more()
    {
        string part = "102A8086FF" + new string('5', 510);
        Assert.That((Append(part), Append(part), Append("102A8086020102")), Is.EqualTo((true, true, true)));
        Assert.That(_chain.Length, Is.EqualTo(512));
        Assert.That(Append("102A80860103"), Is.False);
        Assert.That(_chain.Length, Is.EqualTo(512), "what does not fit adds nothing");
    }

    private bool Append(string command) => _chain.TryAppend(Parse(command));

    private static CommandApdu Parse(string command)
    {
        Assert.That(CommandApdu.TryParse(Convert.FromHexString(command), out CommandApdu parsed), Is.True);
        return parsed;
    }
}
