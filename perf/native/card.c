/*
 * A card that knows nothing: as many zero bytes as Le asks for, then 9000. Nothing can be faster in its place.
 *
 *     card slot SOCKET            in a slot of our driver, see simulator/driver/ifdhandler.c for its frames
 *     card vpcd PORT [quickack]   on vsmartcard's protocol (two bytes of length before each message), at a reader on this machine
 *
 * quickack is for a reader that sends a message in two parts, as Debian's vpcd does: the second part waits for the acknowledgement of
 * the first, which the kernel otherwise keeps back for 40 ms. It has to be asked for again before each message.
 *
 * Ends when the reader goes.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum {
    HEADER_LENGTH = 2,
    MAX_MESSAGE = 65550,
    VPCD_GET_ATR = 4,
};

/* That of a CPS3, so that pcscd speaks T=0 to it as it does to ours. */
static const uint8_t atr[] = { 0x3B, 0xAC, 0x00, 0x40, 0x2A, 0x00, 0x12, 0x25, 0x00, 0x64, 0x80, 0x00, 0x03, 0x10, 0x00, 0x90, 0x00 };

static uint8_t message[MAX_MESSAGE];
static uint8_t answer[HEADER_LENGTH + 256 + 2];

static int fail(const char *what)
{
    fprintf(stderr, "card: %s: %s\n", what, strerror(errno));
    return 1;
}

/* Writes the answer behind its header and returns its length. */
static size_t answer_command(const uint8_t *command, size_t length)
{
    size_t data = length != 5 ? 0 : command[4] == 0 ? 256 : command[4];
    memset(answer + HEADER_LENGTH, 0, data);
    answer[HEADER_LENGTH + data] = 0x90;
    answer[HEADER_LENGTH + data + 1] = 0x00;
    return data + 2;
}

static size_t answer_atr(void)
{
    memcpy(answer + HEADER_LENGTH, atr, sizeof atr);
    return sizeof atr;
}

static int serve_slot(const char *path)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    if (strlen(path) >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return fail(path);
    }

    strcpy(address.sun_path, path);
    int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) != 0) {
        return fail(path);
    }

    ssize_t received;
    while ((received = recv(fd, message, sizeof message, 0)) >= HEADER_LENGTH) {
        size_t length;
        switch (message[0]) {
        case 'C':
            length = answer_command(message + HEADER_LENGTH, (size_t)received - HEADER_LENGTH);
            break;
        case 'U':
        case 'R':
            length = answer_atr();
            break;
        case 'P':
            answer[HEADER_LENGTH] = 0;
            length = 1;
            break;
        default:
            continue;
        }

        memcpy(answer, message, HEADER_LENGTH);
        if (send(fd, answer, HEADER_LENGTH + length, MSG_NOSIGNAL) < 0) {
            return 0;
        }
    }

    return 0;
}

/* One message, in as few reads as it comes in; its length, or -1 when the reader is gone. What came behind it is kept for the next time. */
static ssize_t receive_message(int fd, bool quickack)
{
    static size_t have, taken;
    have -= taken;
    memmove(message, message + taken, have);
    for (;;) {
        taken = have < HEADER_LENGTH ? HEADER_LENGTH : HEADER_LENGTH + ((size_t)message[0] << 8 | message[1]);
        if (have >= taken) {
            return (ssize_t)(taken - HEADER_LENGTH);
        }

        if (quickack) {
            setsockopt(fd, IPPROTO_TCP, TCP_QUICKACK, &(int){ 1 }, sizeof(int));
        }

        ssize_t received = recv(fd, message + have, sizeof message - have, 0);
        if (received <= 0) {
            return -1;
        }

        have += (size_t)received;
    }
}

static int serve_vpcd(const char *port, bool quickack)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(port)), .sin_addr = { htonl(INADDR_LOOPBACK) } };
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) != 0
        || setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){ 1 }, sizeof(int)) != 0) {
        return fail(port);
    }

    ssize_t received;
    while ((received = receive_message(fd, quickack)) >= 0) {
        /* Messages of one byte are the reader's own: power and reset have no answer. */
        if (received == 1 && message[HEADER_LENGTH] != VPCD_GET_ATR) {
            continue;
        }

        size_t length = received == 1 ? answer_atr() : answer_command(message + HEADER_LENGTH, (size_t)received);
        answer[0] = (uint8_t)(length >> 8);
        answer[1] = (uint8_t)length;
        if (send(fd, answer, HEADER_LENGTH + length, MSG_NOSIGNAL) < 0) {
            return 0;
        }
    }

    return 0;
}

int main(int count, char **arguments)
{
    if (count == 3 && strcmp(arguments[1], "slot") == 0) {
        return serve_slot(arguments[2]);
    }

    bool quickack = count == 4 && strcmp(arguments[3], "quickack") == 0;
    if ((count == 3 || quickack) && strcmp(arguments[1], "vpcd") == 0) {
        return serve_vpcd(arguments[2], quickack);
    }

    fprintf(stderr, "usage: card slot SOCKET | card vpcd PORT [quickack]\n");
    return 2;
}
