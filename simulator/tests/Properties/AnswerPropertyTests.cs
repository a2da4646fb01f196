using CardConformance.Fuzz.Replays;
using CardConformance.Simulator.Card;

namespace CardConformance.Simulator.Tests.Properties;

/// <summary>A card answers whatever it is sent.</summary>
public sealed class AnswerPropertyTests
{
    [TestCaseSource(typeof(Generations), nameof(Generations.All))]
    public void Any_bytes_get_an_answer_of_2_to_258_bytes(string profile) => Always.Holds(
        Any.Bytes,
        bytes => Generations.New(profile).Transmit(bytes, new byte[VirtualCard.MaxResponseLength]) is >= 2 and <= VirtualCard.MaxResponseLength,
        times: 5_000);

    [TestCaseSource(typeof(Generations), nameof(Generations.All))]
    public void Any_session_gets_an_answer_to_each_command(string profile) => Always.Holds(Generations.SessionWith(profile), session =>
    {
        VirtualCard card = Generations.New(profile);
        byte[] response = new byte[VirtualCard.MaxResponseLength];
        return session.Steps.All(step => step.Action != ReplayAction.Send
            ? step.Perform(card, response) == 0
            : step.Perform(card, response) is >= 2 and <= VirtualCard.MaxResponseLength);
    });
}
