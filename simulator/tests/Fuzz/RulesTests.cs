using System.Buffers.Binary;
using CardConformance.Fuzz;
using CardConformance.Simulator.Apdu;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Security;

namespace CardConformance.Simulator.Tests.Fuzz;

/// <summary>Cards with one thing wrong, which the fuzzer must find: a rule that nothing breaks would be worth nothing.</summary>
public sealed class RulesTests
{
    // Half a second of fuzzing.
    private const int Lives = 300;

    // Steps that show a defect, among thousands that had nothing to do with it.
    private const int LongestReplay = 8;

    [Test]
    public void Finds_a_try_that_a_code_of_another_length_costs() => Finds(
        "What is no try leaves the code as it was",
        After((command, sw) => command[1] == 0x20 && sw == 0x6700 && command.Length > 5, (card, command, _) => card.State.FindPin(command[3])?.Present([])));

    [Test]
    public void Finds_a_counter_that_a_wrong_code_fills() => Finds(
        "A wrong code of the right length costs exactly one try",
        After((command, sw) => command[1] == 0x20 && sw is 0x63C1 or 0x63C0, (card, command, _) => card.State.FindPin(command[3])!.Change([])));

    [Test]
    public void Finds_a_code_that_is_accepted_although_it_is_blocked() => Finds(
        "What is no try leaves the code as it was",
        After((command, sw) => command[1] == 0x20 && sw == 0x6983, (card, command, _) => card.State.FindPin(command[3])!.Change([])));

    [Test]
    public void Finds_a_protected_file_that_anyone_may_read() => Finds(
        "Reading gives the bytes of the file, to those who may read it",
        (card, command, response) =>
        {
            int length = card.Transmit(command, response);
            return Status(response, length) == 0x6982 && command[1] == 0xB0 && command[2] == 0
                ? Give(response, card.State.ContentOf(card.State.CurrentFile!)[..1])
                : length;
        });

    [Test]
    public void Finds_a_wrong_Lc_that_is_taken_for_a_right_one() => Finds(
        "A command has the answers that ISO 7816 and the card's description give it",
        (card, command, response) =>
        {
            byte[] repaired = command.ToArray();
            if (repaired.Length is > 5 and < 260 && repaired[4] > repaired.Length - 5)
            {
                repaired[4] = (byte)(repaired.Length - 5);
            }

            return card.Transmit(repaired, response);
        });

    [Test]
    public void Finds_an_exception_at_a_path_of_odd_length() => Finds(
        "No command makes the card throw",
        (card, command, response) => command is [0x00, 0xA4, 0x09, 0x0C, 0x03, _, _, _]
            ? throw new InvalidOperationException("half an identifier")
            : card.Transmit(command, response));

    [Test]
    public void Finds_a_card_that_does_not_answer() => Finds(
        "Every command is answered with 2 to 258 bytes",
        (card, command, response) => command is [0x00, 0x84, ..] ? 0 : card.Transmit(command, response));

    [Test]
    public void Finds_data_behind_a_refusal() => Finds(
        "A refusal carries no data",
        (card, command, response) =>
        {
            int length = card.Transmit(command, response);
            return Status(response, length) != 0x6A82 ? length : new ResponseWriter(response[2..]).End(StatusWord.FileNotFound) + 2;
        });

    [Test]
    public void Finds_a_chained_command_that_is_carried_out() => Finds(
        "A command has the answers that ISO 7816 and the card's description give it",
        (card, command, response) =>
        {
            byte[] plain = command.ToArray();
            if (plain is [0x10, ..])
            {
                plain[0] = 0;
            }

            return card.Transmit(plain, response);
        });

    [Test]
    public void Finds_a_change_of_a_file_that_was_refused() => Finds(
        "A refused command changes nothing",
        After(
            (command, sw) => command[1] == 0xD6 && sw == 0x6982,
            (card, _, _) => card.State.Update(card.State.Layout.KeyDirectory.FindFile(0xD107)!, 0, [0xBA, 0xD0])));

    [Test]
    public void Finds_a_file_of_the_issuer_that_has_changed() => Finds(
        "What personalisation wrote stays",
        After(
            (command, sw) => command[1] == 0xD6 && sw == 0x9000,
            (card, _, _) => card.State.Update(card.State.Layout.KeyDirectory.FindFile(0xD101)!, 0, [0xBA, 0xD0])));

    [Test]
    public void Finds_an_announcement_of_too_many_bytes() => Finds(
        "61XX says how much waits",
        After((_, sw) => sw >> 8 == 0x61, (_, _, response) => response[^1]++));

    [Test]
    public void Finds_an_answer_that_outlives_the_next_command() => Finds(
        "Only a 61XX leaves something to fetch",
        After((command, sw) => command[1] == 0x84 && sw == 0x9000, (card, _, _) => card.State.Pending.Set([1, 2, 3])));

    [Test]
    public void Finds_a_selection_that_a_refused_SELECT_has_changed() => Finds(
        "A refused command changes nothing",
        After((command, sw) => command[1] == 0xA4 && sw == 0x6A82, (card, _, _) => card.State.Select(card.State.Layout.KeyDirectory, null)));

    [Test]
    public void Finds_control_parameters_of_another_file() => Finds(
        "SELECT gives the control parameters of what it selects",
        After((command, sw) => command[1] == 0xA4 && sw == 0x6127, (card, _, _) => card.State.Pending.Set(new byte[0x27])));

    [Test]
    public void Finds_a_wrong_signature() => Finds(
        "INTERNAL AUTHENTICATE signs the bytes as they come",
        After((command, sw) => command[1] == 0x88 && sw == 0x6100, (card, _, _) => card.State.Pending.Set(new byte[256])),
        lives: 3_000);

    [Test]
    public void Finds_a_reset_that_gives_the_tries_back() => Finds(
        "A reset keeps codes, counters and contents, and no proof",
        (card, command, response) => card.Transmit(command, response),
        card => card.State.FindPin(1)!.Change([]));

    [Test]
    public void Finds_a_reset_that_keeps_the_environment() => Finds(
        "A reset forgets the session",
        (card, command, response) => card.Transmit(command, response),
        card => card.State.Environment.HashAlgorithm = 0x40);

    [Test]
    public void Finds_a_channel_that_a_reset_leaves_open() => Finds(
        "A reset forgets the session",
        (card, command, response) => card.Transmit(command, response),
        card => card.State.ChannelOpen = card.State.Layout.Commands == CommandSet.ChipDoc);

    [Test]
    public void Finds_a_command_that_is_heard_before_the_channel_is_open() => Finds(
        "A command has the answers that ISO 7816 and the card's description give it",
        (card, command, response) =>
        {
            bool wasOpen = card.State.ChannelOpen;
            card.State.ChannelOpen |= command is [0x01, 0x20, ..];
            int length = card.Transmit(command, response);
            card.State.ChannelOpen = wasOpen || card.State.ChannelOpen && command is not [0x01, 0x20, ..];
            return length;
        });

    [Test]
    public void Finds_new_digits_that_nobody_had_a_right_to_set() => Finds(
        "New digits need the old ones or the code de déblocage, and change the digits only",
        (card, command, response) =>
        {
            int length = card.Transmit(command, response);
            if (command is not [0x01, 0x24, 0x01, 0x01, 0x04, _, _, _, _] || Status(response, length) != 0x6982)
            {
                return length;
            }

            card.State.FindPin(1)!.Replace(command[5..9]);
            return Give(response, default);
        });

    [Test]
    public void Finds_fresh_tries_without_the_code_de_deblocage() => Finds(
        "Only the code de déblocage sets a code anew",
        (card, command, response) =>
        {
            int length = card.Transmit(command, response);
            if (command is not [0x01, 0x2C, 0x03, 0x81] || Status(response, length) != 0x6982)
            {
                return length;
            }

            card.State.FindPin(1)!.RestoreTries();
            return Give(response, default);
        });

    [Test]
    public void Finds_a_question_that_is_answered_as_a_right_code() => Finds(
        "Only the right code is answered as the right code",
        (card, command, response) =>
        {
            int length = card.Transmit(command, response);
            return command is [0x01, 0x20, 0x00, 0x01] && Status(response, length) == 0x63C3 ? Give(response, default) : length;
        });

    [Test]
    public void Finds_a_wrong_signature_of_a_CPS4() => Finds(
        "A signature is over the hash that was given, which is used once",
        (card, command, response) =>
        {
            int length = card.Transmit(command, response);
            if (command is [0x01, 0x2A, 0x9E, ..] && Status(response, length) == 0x6100)
            {
                card.State.Pending.Set(new byte[256]);
            }

            return length;
        },
        kinds: [FuzzCardKind.Cps4]);

    [Test]
    public void Finds_a_key_that_computes_something_else() => Finds(
        "A CPS4 computes with the block as it comes",
        (card, command, response) =>
        {
            int length = card.Transmit(command, response);
            if (command is [0x01, 0x2A, 0x80, ..] && Status(response, length) == 0x6100)
            {
                card.State.Pending.Set(new byte[256]);
            }

            return length;
        },
        kinds: [FuzzCardKind.Cps4]);

    [Test]
    public void Finds_a_try_that_a_loss_of_power_gives_back() => Finds(
        "Power lost while a code is compared costs one try, and nothing happens",
        (card, command, response) => card.Transmit(command, response),
        powerLoss: card =>
        {
            foreach (Pin pin in card.State.Pins)
            {
                pin.RestoreTries();
            }
        });

    private static void Finds(
        string rule,
        ChangedCard.Transmission transmit,
        Action<VirtualCard>? reset = null,
        Action<VirtualCard>? powerLoss = null,
        int lives = Lives,
        FuzzCardKind[]? kinds = null)
    {
        kinds ??= Enum.GetValues<FuzzCardKind>();
        var sent = new FuzzStatistics();
        var cards = new FuzzCards(TestCards.NewModels(), card => new ChangedCard(card, transmit, reset, powerLoss));
        var life = new CardLife(cards, sent);
        FuzzFailure? failure = null;
        for (ulong seed = 1; failure is null && seed <= (ulong)lives; seed++)
        {
            failure = life.Run(kinds[(int)(seed % (ulong)kinds.Length)], seed);
        }

        Assert.That(failure?.Broken.Rule, Is.EqualTo(rule), $"{failure}");
        Assert.That(failure!.Replay.Steps, Has.Count.LessThanOrEqualTo(LongestReplay), $"{failure}");
        Assert.That(failure.Replay.Run(cards)?.Rule, Is.EqualTo(rule), "the replay shows it as well");
        Assert.That(failure.Replay.Run(new(TestCards.NewModels())), Is.Null, "a right card passes the same replay");
        Assert.That($"{failure}", Does.Contain($"--kind {failure.Replay.Kind} --seed {failure.Seed}").And.Contain($"{failure.Replay.Steps[^1]}"));
        TestContext.Out.WriteLine($"found with command {sent.Commands + 1}, replayed in {failure.Replay.Steps.Count}");
    }

    private delegate bool Occasion(ReadOnlySpan<byte> command, int status);

    private delegate void Defect(VirtualCard card, ReadOnlySpan<byte> command, Span<byte> response);

    // The card does what it does, and on some occasions something more.
    private static ChangedCard.Transmission After(Occasion occasion, Defect defect) => (card, command, response) =>
    {
        int length = card.Transmit(command, response);
        bool plain = command.Length >= 4 && command[0] == 0;
        if (plain && occasion(command, Status(response, length)))
        {
            defect(card, command, response[..length]);
        }

        return length;
    };

    private static int Status(ReadOnlySpan<byte> response, int length) => BinaryPrimitives.ReadUInt16BigEndian(response[(length - 2)..]);

    private static int Give(Span<byte> response, ReadOnlySpan<byte> data)
    {
        var reply = new ResponseWriter(response);
        reply.Append(data);
        return reply.End(StatusWord.Ok);
    }
}
