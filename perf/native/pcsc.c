/*
 * Measures cards through PC/SC.
 *
 *     pcsc transmit READER...   waits for a card in each of them, and asks all at once, by a thread each
 *     pcsc events READER        prints "in NANOSECONDS" and "out NANOSECONDS" whenever a card came or went, by CLOCK_MONOTONIC
 *
 * See measure.h for questions, and for what is printed; the number of round trips is that of all readers together. "events" has no
 * questions, and is ready when it has seen the empty reader.
 */
#define _GNU_SOURCE
#include <poll.h>
#include <pthread.h>
#include <unistd.h>

#include <winscard.h>

#include "measure.h"

enum {
    MAX_READERS = 16,
    MAX_RESPONSE = 65550,
};

struct reader {
    const char *name;
    SCARDCONTEXT context;
    SCARDHANDLE card;
    const SCARD_IO_REQUEST *protocol;
    struct samples samples;
    size_t number;
    double seconds;
    uint8_t answer[MAX_RESPONSE];
};

static struct reader readers[MAX_READERS];
static struct question questions[MAX_QUESTIONS];

static void check(LONG result, const char *what)
{
    if (result != SCARD_S_SUCCESS) {
        fail("%s: %s", what, pcsc_stringify_error(result));
    }
}

/* Waits until the reader is as wanted: SCARD_STATE_PRESENT or SCARD_STATE_EMPTY. */
static void wait_for(struct reader *reader, SCARD_READERSTATE *state, DWORD wanted, DWORD limit_ms)
{
    while ((state->dwEventState & wanted) == 0) {
        state->dwCurrentState = state->dwEventState;
        LONG result = SCardGetStatusChange(reader->context, limit_ms, state, 1);
        if (result == SCARD_E_TIMEOUT) {
            fail("the card of %s has neither come nor gone for %lu ms", reader->name, limit_ms);
        }

        check(result, "SCardGetStatusChange");
    }
}

static void establish(struct reader *reader, const char *name)
{
    reader->name = name;
    check(SCardEstablishContext(SCARD_SCOPE_SYSTEM, NULL, NULL, &reader->context), "SCardEstablishContext");
}

static void connect_to(struct reader *reader, const char *name)
{
    establish(reader, name);
    SCARD_READERSTATE state = { .szReader = name, .dwEventState = SCARD_STATE_UNAWARE };
    wait_for(reader, &state, SCARD_STATE_PRESENT, LIMIT_MS);
    DWORD protocol;
    check(SCardConnect(reader->context, name, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &reader->card, &protocol), "SCardConnect");
    reader->protocol = protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    reader->samples = new_samples();
}

static size_t exchange(void *link, const uint8_t *command, size_t length, uint8_t *answer)
{
    const struct reader *reader = link;
    DWORD received = MAX_RESPONSE;
    check(SCardTransmit(reader->card, reader->protocol, command, length, NULL, answer, &received), "SCardTransmit");
    return received;
}

static void ask_once(void *context, size_t number)
{
    struct reader *reader = context;
    ask(&questions[number], exchange, reader, reader->answer);
}

static void *measure_reader(void *context)
{
    struct reader *reader = context;
    measure(ask_once, reader, reader->number, reader->seconds, &reader->samples);
    return NULL;
}

static void measure_all(size_t count, size_t number, double seconds)
{
    pthread_t threads[MAX_READERS];
    for (size_t i = 0; i < count; i++) {
        readers[i].number = number;
        readers[i].seconds = seconds;
        if (pthread_create(&threads[i], NULL, measure_reader, &readers[i]) != 0) {
            fail("no thread");
        }
    }

    size_t total = 0;
    double longest = 0;
    for (size_t i = 0; i < count; i++) {
        pthread_join(threads[i], NULL);
        total += readers[i].samples.count;
        longest = readers[i].samples.seconds > longest ? readers[i].samples.seconds : longest;
    }

    uint32_t *all = malloc(total * sizeof *all);
    if (all == NULL) {
        fail("no memory");
    }

    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        memcpy(all + at, readers[i].samples.nanoseconds, readers[i].samples.count * sizeof *all);
        at += readers[i].samples.count;
    }

    tell_samples(all, total, longest);
    free(all);
}

static int transmit(int count, char **names)
{
    for (int i = 0; i < count; i++) {
        connect_to(&readers[i], names[i]);
    }

    size_t question_count = 0;
    for (char *line; (line = read_question()) != NULL;) {
        if (line[0] == '!') {
            struct question before;
            parse_question(line + 1, &before);
            for (int i = 0; i < count; i++) {
                ask(&before, exchange, &readers[i], readers[i].answer);
            }
        } else if (question_count == MAX_QUESTIONS) {
            fail("too many questions");
        } else {
            parse_question(line, &questions[question_count++]);
        }
    }

    say("ready");
    size_t number;
    double seconds;
    while (read_order(&number, &seconds)) {
        if (number >= question_count) {
            fail("there is no question %zu", number);
        }

        measure_all((size_t)count, number, seconds);
    }

    return 0;
}

static bool input_has_ended(void)
{
    struct pollfd event = { .fd = STDIN_FILENO, .events = POLLIN };
    return poll(&event, 1, 0) > 0;
}

static int tell_events(const char *name)
{
    struct reader *reader = &readers[0];
    establish(reader, name);
    SCARD_READERSTATE state = { .szReader = name, .dwEventState = SCARD_STATE_UNAWARE };
    wait_for(reader, &state, SCARD_STATE_EMPTY, LIMIT_MS);
    say("ready");
    bool in = false;
    while (!input_has_ended()) {
        /* Now and then it looks whether anybody still wants to know. */
        enum { LOOK_MS = 500 };
        state.dwCurrentState = state.dwEventState;
        LONG result = SCardGetStatusChange(reader->context, LOOK_MS, &state, 1);
        uint64_t now = now_ns();
        if (result == SCARD_E_TIMEOUT) {
            continue;
        }

        check(result, "SCardGetStatusChange");
        bool is_in = (state.dwEventState & SCARD_STATE_PRESENT) != 0;
        if (is_in != in) {
            in = is_in;
            printf("%s %llu\n", in ? "in" : "out", (unsigned long long)now);
            fflush(stdout);
        }
    }

    return 0;
}

int main(int count, char **arguments)
{
    if (count > 2 && count - 2 <= MAX_READERS && strcmp(arguments[1], "transmit") == 0) {
        return transmit(count - 2, arguments + 2);
    }

    if (count == 3 && strcmp(arguments[1], "events") == 0) {
        return tell_events(arguments[2]);
    }

    fail("usage: pcsc transmit READER... | pcsc events READER");
}
