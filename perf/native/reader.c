/*
 * Plays a reader without pcscd and measures the card that is put into it.
 *
 *     reader slot SOCKET   our driver: makes the calls that simulator/driver/ifdhandler.c makes
 *     reader vpcd          vsmartcard's vpcd, as its authors publish it: a message is sent in one part
 *
 * Says "listening" (vpcd: and the port), and waits for a card; see measure.h for the rest.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "measure.h"

enum {
    HEADER_LENGTH = 2,
    MAX_PAYLOAD = 65548,
    VPCD_ON = 1,
    VPCD_GET_ATR = 4,
};

struct link {
    int fd;
    uint8_t sequence;
};

static void wait_for(int fd)
{
    struct pollfd event = { .fd = fd, .events = POLLIN };
    if (poll(&event, 1, LIMIT_MS) != 1) {
        fail("the card has not answered within %d ms", LIMIT_MS);
    }
}

/* ---- our driver --------------------------------------------------------------------------------------------------------- */

static size_t exchange_frame(struct link *link, uint8_t type, const uint8_t *payload, size_t length, uint8_t *answer)
{
    uint8_t header[HEADER_LENGTH] = { type, ++link->sequence };
    struct iovec out[] = { { header, sizeof header }, { (void *)(uintptr_t)payload, length } };
    struct msghdr sent = { .msg_iov = out, .msg_iovlen = 2 };
    if (sendmsg(link->fd, &sent, MSG_NOSIGNAL | MSG_DONTWAIT) < 0) {
        fail("the card does not listen: %s", strerror(errno));
    }

    wait_for(link->fd);
    uint8_t echo[HEADER_LENGTH];
    struct iovec in[] = { { echo, sizeof echo }, { answer, MAX_PAYLOAD } };
    struct msghdr got = { .msg_iov = in, .msg_iovlen = 2 };
    ssize_t received = recvmsg(link->fd, &got, MSG_DONTWAIT);
    if (received < HEADER_LENGTH || memcmp(echo, header, sizeof header) != 0) {
        fail(received == 0 ? "the card has gone" : "the card answered to something else");
    }

    return (size_t)received - HEADER_LENGTH;
}

static size_t exchange_slot(void *link, const uint8_t *command, size_t length, uint8_t *answer)
{
    return exchange_frame(link, 'C', command, length, answer);
}

static int accept_card(int listener)
{
    wait_for(listener);
    int fd = accept(listener, NULL, NULL);
    if (fd < 0) {
        fail("accept: %s", strerror(errno));
    }

    close(listener);
    return fd;
}

static void open_slot(struct link *link, const char *path, uint8_t *answer)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    if (strlen(path) >= sizeof address.sun_path) {
        fail("the path is too long: %s", path);
    }

    strcpy(address.sun_path, path);
    int listener = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 1) != 0) {
        fail("cannot listen on %s: %s", path, strerror(errno));
    }

    say("listening");
    link->fd = accept_card(listener);
    if (exchange_frame(link, 'U', NULL, 0, answer) < 2) {
        fail("the card has no ATR");
    }

    static const uint8_t t0;
    if (exchange_frame(link, 'P', &t0, 1, answer) != 1 || answer[0] != 0) {
        fail("the card refuses T=0");
    }
}

/* ---- vpcd --------------------------------------------------------------------------------------------------------------- */

static void send_message(int fd, const uint8_t *payload, size_t length)
{
    uint8_t message[HEADER_LENGTH + MAX_COMMAND] = { (uint8_t)(length >> 8), (uint8_t)length };
    memcpy(message + HEADER_LENGTH, payload, length);
    if (send(fd, message, HEADER_LENGTH + length, MSG_NOSIGNAL) != (ssize_t)(HEADER_LENGTH + length)) {
        fail("the card does not listen: %s", strerror(errno));
    }
}

static void receive_all(int fd, uint8_t *bytes, size_t length)
{
    if (recv(fd, bytes, length, MSG_WAITALL) != (ssize_t)length) {
        fail("the card has gone, or said nothing for %d ms", LIMIT_MS);
    }
}

static size_t exchange_vpcd(void *link, const uint8_t *command, size_t length, uint8_t *answer)
{
    int fd = ((struct link *)link)->fd;
    send_message(fd, command, length);
    uint8_t header[HEADER_LENGTH];
    receive_all(fd, header, sizeof header);
    size_t announced = (size_t)header[0] << 8 | header[1];
    receive_all(fd, answer, announced);
    return announced;
}

static void open_vpcd(struct link *link, uint8_t *answer)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 1) != 0
        || getsockname(listener, (struct sockaddr *)&address, &length) != 0) {
        fail("cannot listen: %s", strerror(errno));
    }

    printf("listening %d\n", ntohs(address.sin_port));
    fflush(stdout);
    link->fd = accept_card(listener);
    struct timeval limit = { .tv_sec = LIMIT_MS / 1000 };
    setsockopt(link->fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    send_message(link->fd, &(uint8_t){ VPCD_ON }, 1);
    if (exchange_vpcd(link, &(uint8_t){ VPCD_GET_ATR }, 1, answer) < 2) {
        fail("the card has no ATR");
    }
}

/* ---- measuring ---------------------------------------------------------------------------------------------------------- */

struct asked {
    struct link link;
    exchange_function *exchange;
    struct question questions[MAX_QUESTIONS];
    size_t count;
    uint8_t answer[MAX_PAYLOAD];
};

static void ask_once(void *context, size_t number)
{
    struct asked *asked = context;
    ask(&asked->questions[number], asked->exchange, &asked->link, asked->answer);
}

int main(int count, char **arguments)
{
    static struct asked asked;
    if (count == 3 && strcmp(arguments[1], "slot") == 0) {
        open_slot(&asked.link, arguments[2], asked.answer);
        asked.exchange = exchange_slot;
    } else if (count == 2 && strcmp(arguments[1], "vpcd") == 0) {
        open_vpcd(&asked.link, asked.answer);
        asked.exchange = exchange_vpcd;
    } else {
        fail("usage: reader slot SOCKET | reader vpcd");
    }

    for (char *line; (line = read_question()) != NULL;) {
        if (line[0] == '!') {
            struct question before;
            parse_question(line + 1, &before);
            ask(&before, asked.exchange, &asked.link, asked.answer);
        } else if (asked.count == MAX_QUESTIONS) {
            fail("too many questions");
        } else {
            parse_question(line, &asked.questions[asked.count++]);
        }
    }

    say("ready");
    struct samples samples = new_samples();
    size_t number;
    double seconds;
    while (read_order(&number, &seconds)) {
        if (number >= asked.count) {
            fail("there is no question %zu", number);
        }

        measure(ask_once, &asked, number, seconds, &samples);
        tell_samples(samples.nanoseconds, samples.count, samples.seconds);
    }

    return 0;
}
