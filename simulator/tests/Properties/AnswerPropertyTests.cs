using CardConformance.Fuzz.Replays;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>A card answers whatever it is sent.</summary>
public sealed class AnswerPropertyTests
{
    [Test]
    public void Any_bytes_get_an_answer_of_2_to_258_bytes() => Always.Holds(
        Any.Bytes,
        bytes => TestCards.New().Transmit(bytes, new byte[VirtualCard.MaxResponseLength]) is >= 2 and <= VirtualCard.MaxResponseLength,
        times: 5_000);

    [Test]
    public void Any_session_gets_an_answer_to_each_command() => Always.Holds(Any.Session, session =>
    {
        VirtualCard card = TestCards.New();
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        return session.Steps.All(step => step.Action != ReplayAction.Send
            ? step.Perform(card, response) == 0
            : step.Perform(card, response) is >= 2 and <= VirtualCard.MaxResponseLength);
    });
}
