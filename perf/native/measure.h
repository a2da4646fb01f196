/*
 * What the clients share: questions with the answers that are due, a clock, and the loop that measures when it is told to.
 *
 * A question is one or more commands, "COMMAND=ANSWER+COMMAND=ANSWER", hexadecimal, with ** for a byte that may be any. A wrong
 * answer ends the program: what is wrong is not measured.
 *
 * A client reads its questions from the standard input, one line each, up to an empty line; one that begins with ! is asked once, at its
 * place, and not measured. No question is an argument: there may be a code in it. Then it says "ready" and reads lines "NUMBER SECONDS": it
 * asks the question of this number for so long and prints "COUNT SECONDS P50 P99", the last two in microseconds. It ends with its
 * standard input.
 */
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    MAX_COMMAND = 261,
    MAX_ANSWER = 258,
    MAX_STEPS = 4,
    MAX_QUESTIONS = 8,
    /* More round trips than any client makes in the longest time it is told to measure. */
    MAX_SAMPLES = 1 << 20,
    /* Whoever does not answer for so long never will. */
    LIMIT_MS = 20000,
};

_Noreturn __attribute__((format(printf, 1, 2))) static inline void fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

static inline uint64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static inline void say(const char *line)
{
    puts(line);
    fflush(stdout);
}

/* ---- questions ---------------------------------------------------------------------------------------------------------- */

struct step {
    uint8_t command[MAX_COMMAND];
    size_t command_length;
    uint8_t answer[MAX_ANSWER];
    /* FF where the answer is fixed, 00 where it may be any. */
    uint8_t mask[MAX_ANSWER];
    size_t answer_length;
};

struct question {
    struct step steps[MAX_STEPS];
    size_t count;
};

/* Sends a command and returns the length of the answer, which has room for 64 KiB; fails by itself. */
typedef size_t exchange_function(void *link, const uint8_t *command, size_t length, uint8_t *answer);

static inline size_t parse_bytes(const char **text, uint8_t *bytes, uint8_t *mask, size_t room)
{
    size_t length = 0;
    const char *at = *text;
    for (; strchr("=+\n", *at) == NULL; at += 2) {
        unsigned value = 0;
        bool any = at[0] == '*' && at[1] == '*' && mask != NULL;
        if (length == room || (!any && sscanf(at, "%2x", &value) != 1)) {
            fail("not a command or an answer: %s", *text);
        }

        bytes[length] = (uint8_t)value;
        if (mask != NULL) {
            mask[length] = any ? 0x00 : 0xFF;
        }

        length++;
    }

    *text = at;
    return length;
}

static inline void parse_question(const char *text, struct question *question)
{
    const char *at = text;
    for (question->count = 0; question->count < MAX_STEPS; question->count++) {
        struct step *step = &question->steps[question->count];
        step->command_length = parse_bytes(&at, step->command, NULL, MAX_COMMAND);
        if (*at++ != '=') {
            fail("no answer is given: %s", text);
        }

        step->answer_length = parse_bytes(&at, step->answer, step->mask, MAX_ANSWER);
        if (*at != '+') {
            question->count++;
            return;
        }

        at++;
    }

    fail("too many commands: %s", text);
}

_Noreturn static inline void fail_of_answer(const struct step *step, const uint8_t *answer, size_t length)
{
    /* The data may be a code. */
    fprintf(stderr, "wrong answer to ");
    for (size_t i = 0; i < step->command_length && i < 4; i++) {
        fprintf(stderr, "%02X", step->command[i]);
    }

    fprintf(stderr, ": ");
    for (size_t i = 0; i < length && i < MAX_ANSWER; i++) {
        fprintf(stderr, "%02X", answer[i]);
    }

    fail(", %zu bytes; %zu are due", length, step->answer_length);
}

static inline bool is_right(const struct step *step, const uint8_t *answer, size_t length)
{
    if (length != step->answer_length) {
        return false;
    }

    uint8_t difference = 0;
    for (size_t i = 0; i < length; i++) {
        difference |= (uint8_t)((answer[i] ^ step->answer[i]) & step->mask[i]);
    }

    return difference == 0;
}

/* The next line up to the empty one; its end is kept. */
static inline char *read_question(void)
{
    enum { MAX_LINE = MAX_STEPS * 2 * (MAX_COMMAND + MAX_ANSWER + 2) };
    static char line[MAX_LINE];
    if (fgets(line, sizeof line, stdin) == NULL || strchr(line, '\n') == NULL) {
        fail("a question, or an empty line, is expected");
    }

    return line[0] == '\n' ? NULL : line;
}

static inline void ask(const struct question *question, exchange_function *exchange, void *link, uint8_t *answer)
{
    for (size_t i = 0; i < question->count; i++) {
        const struct step *step = &question->steps[i];
        size_t length = exchange(link, step->command, step->command_length, answer);
        if (!is_right(step, answer, length)) {
            fail_of_answer(step, answer, length);
        }
    }
}

/* ---- measuring ---------------------------------------------------------------------------------------------------------- */

struct samples {
    uint32_t *nanoseconds;
    size_t count;
    double seconds;
};

static inline struct samples new_samples(void)
{
    struct samples samples = { .nanoseconds = calloc(MAX_SAMPLES, sizeof(uint32_t)) };
    if (samples.nanoseconds == NULL) {
        fail("no memory");
    }

    return samples;
}

typedef void work_function(void *context, size_t number);

static inline void measure(work_function *work, void *context, size_t number, double seconds, struct samples *samples)
{
    uint64_t start = now_ns();
    uint64_t end = start + (uint64_t)(seconds * 1e9);
    uint64_t before = start;
    samples->count = 0;
    while (before < end && samples->count < MAX_SAMPLES) {
        work(context, number);
        uint64_t after = now_ns();
        samples->nanoseconds[samples->count++] = (uint32_t)(after - before);
        before = after;
    }

    samples->seconds = (double)(before - start) / 1e9;
}

static inline int compare_samples(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

/* Those of several threads lie one behind the other. */
static inline void tell_samples(uint32_t *nanoseconds, size_t count, double seconds)
{
    qsort(nanoseconds, count, sizeof *nanoseconds, compare_samples);
    printf("%zu %.6f %.3f %.3f\n", count, seconds, nanoseconds[count / 2] / 1e3, nanoseconds[count * 99 / 100] / 1e3);
    fflush(stdout);
}

/* The next thing to measure; false at the end of the standard input. */
static inline bool read_order(size_t *number, double *seconds)
{
    return scanf("%zu %lf", number, seconds) == 2;
}
