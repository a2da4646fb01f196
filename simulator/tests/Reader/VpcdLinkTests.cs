using System.Net;
using System.Net.Sockets;
using CardConformance.Simulator.Faults;
using CardConformance.Simulator.Reader;

namespace CardConformance.Simulator.Tests.Reader;

/// <summary>The card's end of vpcd's protocol, over a real TCP connection.</summary>
public sealed class VpcdLinkTests
{
    private const string PowerDown = "00";
    private const string PowerUp = "01";
    private const string Reset = "02";
    private const string GetAtr = "04";
    private const string Atr = "3BAC00402A00122500648000031000" + "9000";
    private const string RightCode = "00 20 00 01 04 31323334";
    private const string AskForTries = "00 20 00 01 00";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Test]
    public void Power_up_and_the_question_for_the_ATR_may_come_together()
    {
        using var slot = new VpcdSlot(TestCards.New());
        slot.Tell(PowerUp, GetAtr);
        Assert.That(slot.Receive(), Is.EqualTo(Atr));
    }

    [TestCase(PowerUp)]
    [TestCase(Reset)]
    [TestCase(PowerDown)]
    public void A_session_ends(string control)
    {
        using var slot = new VpcdSlot(TestCards.New());
        Assert.That(slot.Exchange(RightCode), Is.EqualTo("9000"));
        slot.Tell(control);
        Assert.That(slot.Exchange(AskForTries), Is.EqualTo("63C3"), "the next answer belongs to the next message");
    }

    [Test]
    public void The_ATR_may_be_asked_for_in_a_session()
    {
        using var slot = new VpcdSlot(TestCards.New());
        slot.Exchange(RightCode);
        Assert.That(slot.Exchange(GetAtr), Is.EqualTo(Atr), "vpcd does so to see whether the card is still there");
        Assert.That(slot.Exchange(AskForTries), Is.EqualTo("9000"));
    }

    [Test]
    public void Messages_in_two_parts_are_put_together()
    {
        using var slot = new VpcdSlot(TestCards.New());
        for (int i = 0; i < 100; i++)
        {
            slot.TellInTwoParts(AskForTries);
            Assert.That(slot.Receive(), Is.EqualTo("63C3"));
        }
    }

    [Test]
    public void Several_commands_at_once_are_answered_in_their_order()
    {
        using var slot = new VpcdSlot(TestCards.New());
        slot.Tell(AskForTries, RightCode, AskForTries);
        Assert.That(new[] { slot.Receive(), slot.Receive(), slot.Receive() }, Is.EqualTo(["63C3", "9000", "9000"]));
    }

    [Test]
    public void An_empty_command_is_refused()
    {
        using var slot = new VpcdSlot(TestCards.New());
        Assert.That(slot.Exchange(""), Is.EqualTo("6700"));
    }

    [Test]
    public void A_long_answer_keeps_its_length()
    {
        var card = new FaultyCard(TestCards.New());
        using var slot = new VpcdSlot(card);
        card.Arm(new(new Padding(65_000)));
        Assert.That(slot.Exchange(AskForTries), Has.Length.EqualTo(2 * 65_000).And.EndsWith("63C3"));
    }

    [Test]
    public void An_answer_that_vpcd_has_no_length_for_is_told_and_not_cut()
    {
        var card = new FaultyCard(TestCards.New());
        using var slot = new VpcdSlot(card);
        card.Arm(new(new Padding(65_536)));
        Assert.That(slot.Exchange(AskForTries), Is.EqualTo("removed"));
        Assert.That(async () => await slot.Link.Ended.WaitAsync(Limit), Throws.InvalidOperationException.With.Message.Contains("65535"));
    }

    [Test]
    public void A_mute_card_sends_nothing_and_hears_the_next_command()
    {
        var card = new FaultyCard(TestCards.New());
        using var slot = new VpcdSlot(card);
        card.Arm(new(new Mute()));
        slot.Tell(RightCode);
        Assert.That(slot.Exchange(AskForTries), Is.EqualTo("63C3"));
    }

    [Test]
    public async Task A_card_that_leaves_by_itself_closes_the_connection()
    {
        var card = new FaultyCard(TestCards.New());
        using var slot = new VpcdSlot(card);
        card.Arm(new(Removal.Within));
        Assert.That(slot.Exchange(RightCode), Is.EqualTo("removed"));
        await slot.Link.Ended.WaitAsync(Limit);
        Assert.That(slot.Link.LeftByItself, Is.True);
    }

    [Test]
    public void An_unknown_message_of_the_reader_is_a_defect()
    {
        using var slot = new VpcdSlot(TestCards.New());
        Assert.That(slot.Exchange("7F"), Is.EqualTo("removed"));
        Assert.That(async () => await slot.Link.Ended.WaitAsync(Limit), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("vpcd"));
    }

    [Test]
    public async Task Removal_ends_the_connection()
    {
        using var slot = new VpcdSlot(TestCards.New());
        Assert.That(slot.Link.WasUsed, Is.False);
        slot.Exchange(AskForTries);
        slot.Link.Remove();
        await slot.Link.Ended.WaitAsync(Limit);
        Assert.That((slot.Link.WasUsed, slot.Receive()), Is.EqualTo((true, "removed")));
    }

    [Test]
    public async Task A_reader_that_goes_away_ends_it()
    {
        using var slot = new VpcdSlot(TestCards.New());
        slot.Exchange(AskForTries);
        slot.GoAway();
        await slot.Link.Ended.WaitAsync(Limit);
        Assert.That(slot.Link.LeftByItself, Is.False);
    }

    [Test]
    public void Commands_allocate_nothing()
    {
        var card = new AllocationMeter(TestCards.New());
        using var slot = new VpcdSlot(card);
        for (int i = 0; i < 200; i++)
        {
            slot.Exchange(AskForTries);
        }

        long before = card.AllocatedByLink;
        for (int i = 0; i < 200; i++)
        {
            slot.Exchange(AskForTries);
        }

        Assert.That(card.AllocatedByLink - before, Is.Zero);
    }

    [Test]
    public void A_card_needs_a_reader()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.That(() => VpcdLink.Insert("127.0.0.1", port, TestCards.New()), Throws.InstanceOf<SocketException>());
    }
}
