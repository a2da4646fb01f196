using CardConformance.Fuzz.Replays;
using CardConformance.Fuzz.Rules;
using CardConformance.Simulator.Card;
using FsCheck.Fluent;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>A refusal leaves the card as it was.</summary>
public sealed class RefusalPropertyTests
{
    // ISO/IEC 7816-4: an answer not fetched and a chain not finished end with the next command, refused or not.
    private const CardParts Unfinished = CardParts.Pending | CardParts.Chain | CardParts.Cps2terPending;

    [TestCaseSource(typeof(Generations), nameof(Generations.All))]
    public void A_refused_command_changes_nothing(string profile) => Always.Holds(Generations.SessionWith(profile), session =>
    {
        VirtualCard card = Generations.New(profile);
        return session.Steps.All(step => LeavesOrSucceeds(card, step));
    });

    [TestCaseSource(typeof(Generations), nameof(Generations.All))]
    public void A_refused_command_never_adds_to_what_can_be_fetched(string profile) => Always.Holds(Generations.SessionWith(profile), session =>
    {
        VirtualCard card = Generations.New(profile);
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        foreach (ReplayStep step in session.Steps)
        {
            byte[] waiting = card.State.Pending.Bytes.ToArray();
            int length = step.Perform(card, response);
            ReadOnlySpan<byte> now = card.State.Pending.Bytes;
            if (length > 0 && IsRefusal(response, length) && !now.IsEmpty && !now.SequenceEqual(waiting))
            {
                return false;
            }
        }

        return true;
    });

    [Test]
    public void A_length_byte_that_is_not_true_is_refused() => Always.Holds(
        from command in Any.Command
        where command.Length > 5 && command[4] > 0
        from lc in Gen.Choose(1, 255)
        where lc != command.Length - 5 && lc != command.Length - 6
        select (byte[])[.. command[..4], (byte)lc, .. command[5..]],
        command =>
        {
            VirtualCard card = TestCards.New();
            var before = new CardSnapshot(card.State);
            bool refused = new CardTerminal(card).Send(Convert.ToHexString(command)) == "6700";
            return refused && new CardSnapshot(card.State).ChangedSince(before) == CardParts.None;
        });

    private static bool LeavesOrSucceeds(VirtualCard card, ReplayStep step)
    {
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        var before = new CardSnapshot(card.State);
        int length = step.Perform(card, response);
        return length == 0
            || !IsRefusal(response, length)
            || (new CardSnapshot(card.State).ChangedSince(before) & ~Unfinished) == 0;
    }

    // 63CX is a refusal too, but one that counts.
    private static bool IsRefusal(byte[] response, int length) => response[length - 2] is not (0x90 or 0x61 or 0x9F or 0x62 or 0x63);
}
