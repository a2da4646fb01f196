using CardConformance.Fuzz.Rules;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>A reset ends the session and nothing else.</summary>
public sealed class ResetPropertyTests
{
    [Test]
    public void A_reset_card_answers_as_a_new_one_but_for_its_codes() => Always.Holds(Any.Session, session =>
    {
        VirtualCard card = TestCards.New();
        session.Play(card);
        card.Reset();
        var terminal = new CardTerminal(card);
        return terminal.Send("00 C0 00 00 00") == "6985"
            && terminal.Send("A0 C0 00 00 07") == "6700"
            && terminal.Send("00 B0 00 00 01") == "6986"
            && terminal.Send("A0 B0 00 00 01") == "9400"
            && terminal.Send("00 2A 90 A0 16 9014" + new string('0', 40)) == "6985"
            && terminal.Send("00 2A 9E 9A 00") == "6985"
            && terminal.Send("00 88 00 00 01 00") == "6985"
            && terminal.Send("00 20 00 01 00") is "63C3" or "63C2" or "63C1" or "6983";
    });

    [TestCaseSource(typeof(Generations), nameof(Generations.All))]
    public void A_reset_forgets_whatever_belongs_to_the_session(string profile) => Always.Holds(Generations.SessionWith(profile), session =>
    {
        VirtualCard card = Generations.New(profile);
        var fresh = new CardSnapshot(card.State);
        session.Play(card);
        card.Reset();
        return (new CardSnapshot(card.State).ChangedSince(fresh) & ~(CardParts.Codes | CardParts.Contents)) == 0;
    });

    [TestCaseSource(typeof(Generations), nameof(Generations.All))]
    public void A_reset_or_a_loss_of_power_keeps_counters_codes_and_contents(string profile) => Always.Holds(Generations.SessionWith(profile), session =>
    {
        VirtualCard card = Generations.New(profile);
        session.Play(card);
        var before = new CardSnapshot(card.State);
        card.Reset();
        var reset = new CardSnapshot(card.State);
        card.PowerDown();
        var off = new CardSnapshot(card.State);
        return Lasts(before, reset) && Lasts(before, off) && off.ChangedSince(reset) == CardParts.None;
    });

    private static bool Lasts(CardSnapshot before, CardSnapshot after)
    {
        for (int i = 0; i < before.Codes.Length; i++)
        {
            if (!after.Codes[i].Lasts(before.Codes[i]) || after.Codes[i].Verified)
            {
                return false;
            }
        }

        return (after.ChangedSince(before) & CardParts.Contents) == 0;
    }
}
