/*
 * The virtual reader: an IFD handler that pcscd loads like the driver of a real one.
 *
 * Each reader listens on a unix socket. A card is a process that connects to it: connecting inserts the card, closing (or dying)
 * pulls it out. One datagram of the SOCK_SEQPACKET connection is one frame:
 *
 *     type (1 byte)  sequence number (1 byte)  payload
 *
 * The answer repeats type and sequence number, so that an answer which comes too late is recognised and dropped.
 *
 *     U  power up              -> ATR, empty when the card has none to give
 *     R  warm reset            -> ATR
 *     D  power down               (no answer)
 *     P  protocol 0 or 1       -> 0 accepted, 1 not supported, 2 negotiation failed
 *     C  command APDU          -> response APDU
 *     V  PIN_VERIFY_STRUCTURE  -> response APDU or 64xx of the PIN pad
 *     M  PIN_MODIFY_STRUCTURE  -> the same
 *     W  from the card: give me the same time again (waiting time extension)
 *
 * Threads: pcscd calls everything but the polling function under the reader's own mutex; the polling function runs beside it. Only
 * the polling function accepts and closes connections; link_mutex guards what both sides see.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include <debuglog.h>
#include <ifdhandler.h>
#include <reader.h>

enum {
    MAX_READERS = 16,
    MAX_PAYLOAD = 65548,
    HEADER_LENGTH = 2,
    DEFAULT_LIMIT_MS = 3000,
    /* A card that has not answered its reset by then is mute: ISO/IEC 7816-3 allows it 40,000 clock cycles. */
    ATR_LIMIT_MS = 1000,
    /* How long a person may take at the PIN pad when the application sets no limit. */
    PIN_PAD_DEFAULT_S = 30,
    /* Most data bytes in one APDU; 0 means short lengths only. */
    DEFAULT_MAX_APDU = 0,
    /* Control codes of the PIN pad, as other drivers number them: this plus the feature's tag. */
    FEATURE_CONTROL_CODE = 0x42330000,
};

struct reader {
    bool open;
    char path[sizeof(((struct sockaddr_un *)0)->sun_path)];
    int limit_ms;
    bool pin_pad;
    uint32_t max_apdu;
    int lock_fd;
    int listen_fd;
    int stop_fd;

    pthread_mutex_t link_mutex;
    pthread_cond_t link_idle;
    /* The card's connection, or -1. */
    int link_fd;
    /* A client thread waits on link_fd: it must not be closed yet. */
    bool link_busy;
    /* How long a read of link_fd waits; 0 for ever, as every connection begins. */
    int wait_ms;
    /* The connection is dead. It stays so until pcscd has seen an empty slot, or a quick exchange of cards would go unnoticed. */
    bool gone;
    bool gone_reported;

    uint8_t sequence;
    DWORD protocol;
    UCHAR atr[MAX_ATR_SIZE];
    DWORD atr_length;
};

static struct reader readers[MAX_READERS];

/* Set in the thread in which pcscd waits for events. */
static _Thread_local bool in_polling_thread;

static struct reader *reader_of(DWORD lun)
{
    size_t index = lun >> 16;
    return index < MAX_READERS && readers[index].open ? &readers[index] : NULL;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- opening and closing ------------------------------------------------------------------------------------------------ */

/* DEVICENAME is unix:PATH followed by options, each after a colon: limit=MS, pinpad, maxapdu=BYTES. */
static bool parse_device_name(struct reader *reader, const char *name)
{
    static const char scheme[] = "unix:";
    if (strncmp(name, scheme, sizeof scheme - 1) != 0) {
        return false;
    }

    char *copy = strdup(name + sizeof scheme - 1);
    if (copy == NULL) {
        return false;
    }

    char *rest = NULL;
    const char *path = strtok_r(copy, ":", &rest);
    bool valid = path != NULL && path[0] == '/' && strlen(path) < sizeof reader->path;
    if (valid) {
        strcpy(reader->path, path);
    }

    for (const char *option = strtok_r(NULL, ":", &rest); valid && option != NULL; option = strtok_r(NULL, ":", &rest)) {
        char *end = NULL;
        if (strcmp(option, "pinpad") == 0) {
            reader->pin_pad = true;
        } else if (strncmp(option, "limit=", 6) == 0) {
            long limit = strtol(option + 6, &end, 10);
            valid = *end == '\0' && limit >= 1 && limit <= 600000;
            reader->limit_ms = (int)limit;
        } else if (strncmp(option, "maxapdu=", 8) == 0) {
            long bytes = strtol(option + 8, &end, 10);
            valid = *end == '\0' && bytes >= 0 && bytes <= MAX_PAYLOAD;
            reader->max_apdu = (uint32_t)bytes;
        } else {
            valid = false;
        }
    }

    free(copy);
    return valid;
}

static void close_fd(int *fd)
{
    if (*fd >= 0) {
        close(*fd);
        *fd = -1;
    }
}

/* The socket lies in a folder that nobody but its owner can enter: whoever reaches it can put cards into the reader. */
static bool check_folder(const struct reader *reader, struct stat *folder)
{
    char path[sizeof reader->path];
    strcpy(path, reader->path);
    char *slash = strrchr(path, '/');
    *(slash == path ? slash + 1 : slash) = '\0';
    if (stat(path, folder) != 0) {
        log_msg(PCSC_LOG_CRITICAL, "CardConformance: no folder %s: %s", path, strerror(errno));
        return false;
    }

    if ((folder->st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        log_msg(PCSC_LOG_CRITICAL, "CardConformance: folder %s is open to others; it has to have mode 0700", path);
        return false;
    }

    return true;
}

/* A second pcscd on the same path must fail and leave the first one its sockets. */
static bool lock_path(struct reader *reader)
{
    char path[sizeof reader->path + 5];
    snprintf(path, sizeof path, "%s.lock", reader->path);
    /* A link put there by the folder's owner must not lead root to create a file elsewhere. */
    reader->lock_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (reader->lock_fd < 0) {
        log_msg(PCSC_LOG_CRITICAL, "CardConformance: cannot open %s: %s", path, strerror(errno));
        return false;
    }

    if (flock(reader->lock_fd, LOCK_EX | LOCK_NB) != 0) {
        log_msg(PCSC_LOG_CRITICAL, "CardConformance: %s is in use by another pcscd", reader->path);
        /* Whoever holds a lock may remove the socket: this one is not ours. */
        close_fd(&reader->lock_fd);
        return false;
    }

    return true;
}

static bool listen_for_cards(struct reader *reader)
{
    struct stat folder;
    if (!check_folder(reader, &folder) || !lock_path(reader)) {
        return false;
    }

    struct sockaddr_un address = { .sun_family = AF_UNIX };
    strcpy(address.sun_path, reader->path);
    /* One that was killed leaves its socket behind. */
    unlink(reader->path);
    reader->listen_fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    /* The mode of the socket file is that of the descriptor at bind time. */
    if (reader->listen_fd < 0 || fchmod(reader->listen_fd, 0600) != 0
        || bind(reader->listen_fd, (struct sockaddr *)&address, sizeof address) != 0
        || listen(reader->listen_fd, 4) != 0
        /* The folder's owner may have put a link in its place meanwhile, which must not be followed. */
        || (geteuid() == 0 && lchown(reader->path, folder.st_uid, folder.st_gid) != 0)
        || (reader->stop_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) < 0) {
        log_msg(PCSC_LOG_CRITICAL, "CardConformance: cannot listen on %s: %s", reader->path, strerror(errno));
        return false;
    }

    return true;
}

RESPONSECODE IFDHCreateChannelByName(DWORD Lun, LPSTR DeviceName)
{
    size_t index = Lun >> 16;
    if (index >= MAX_READERS || readers[index].open) {
        return IFD_NO_SUCH_DEVICE;
    }

    struct reader *reader = &readers[index];
    *reader = (struct reader){
        .limit_ms = DEFAULT_LIMIT_MS,
        .max_apdu = DEFAULT_MAX_APDU,
        .lock_fd = -1,
        .listen_fd = -1,
        .stop_fd = -1,
        .link_fd = -1,
        .protocol = SCARD_PROTOCOL_T0,
    };
    if (!parse_device_name(reader, DeviceName)) {
        log_msg(PCSC_LOG_CRITICAL,
                "CardConformance: DEVICENAME %s is not unix:/absolute/path[:limit=MS][:pinpad][:maxapdu=BYTES]", DeviceName);
        return IFD_NO_SUCH_DEVICE;
    }

    pthread_mutex_init(&reader->link_mutex, NULL);
    pthread_cond_init(&reader->link_idle, NULL);
    reader->open = true;
    if (!listen_for_cards(reader)) {
        IFDHCloseChannel(Lun);
        return IFD_NO_SUCH_DEVICE;
    }

    log_msg(PCSC_LOG_INFO, "CardConformance: reader %zu waits for cards on %s", index, reader->path);
    return IFD_SUCCESS;
}

/* pcscd does not load a driver that lacks this one, and never calls it when the one above is there. */
RESPONSECODE IFDHCreateChannel(DWORD Lun, DWORD Channel)
{
    (void)Lun;
    (void)Channel;
    return IFD_NO_SUCH_DEVICE;
}

RESPONSECODE IFDHCloseChannel(DWORD Lun)
{
    struct reader *reader = reader_of(Lun);
    if (reader == NULL) {
        return IFD_NO_SUCH_DEVICE;
    }

    reader->open = false;
    close_fd(&reader->link_fd);
    close_fd(&reader->listen_fd);
    close_fd(&reader->stop_fd);
    /* The file goes while the lock is still ours. */
    if (reader->lock_fd >= 0) {
        unlink(reader->path);
    }

    close_fd(&reader->lock_fd);
    pthread_cond_destroy(&reader->link_idle);
    pthread_mutex_destroy(&reader->link_mutex);
    return IFD_SUCCESS;
}

/* ---- insertion and removal ---------------------------------------------------------------------------------------------- */

static void mark_gone(struct reader *reader, int link_fd)
{
    pthread_mutex_lock(&reader->link_mutex);
    if (reader->link_fd == link_fd) {
        reader->gone = true;
        /* Wakes the polling function also when the connection's end is no event for it, as when only our direction was closed. */
        shutdown(link_fd, SHUT_RDWR);
    }

    pthread_mutex_unlock(&reader->link_mutex);
}

/* Closes a dead connection once pcscd has seen the empty slot; returns the live one, or -1. */
static int current_link(struct reader *reader, bool *unreported)
{
    pthread_mutex_lock(&reader->link_mutex);
    *unreported = reader->gone && !reader->gone_reported;
    if (reader->gone && reader->gone_reported) {
        /* A client thread that waits on the connection saw its end at once; only then may the number be used again. */
        while (reader->link_busy) {
            pthread_cond_wait(&reader->link_idle, &reader->link_mutex);
        }

        close_fd(&reader->link_fd);
        reader->gone = false;
        reader->gone_reported = false;
    }

    int link = reader->gone ? -1 : reader->link_fd;
    pthread_mutex_unlock(&reader->link_mutex);
    return link;
}

/* Cards may be put in by the owner of the folder, by root and by whoever runs pcscd. */
static bool is_trusted(const struct reader *reader, int fd)
{
    struct ucred peer;
    socklen_t length = sizeof peer;
    struct stat folder;
    return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && check_folder(reader, &folder)
        && (peer.uid == folder.st_uid || peer.uid == 0 || peer.uid == geteuid());
}

enum arrival {
    CARD_IN,
    /* There was none any more, or it may not go in. */
    NO_CARD,
    /* It waits outside: pcscd has no descriptor or memory left. */
    NO_ROOM,
};

/* Takes a card that is being put in. */
static enum arrival accept_card(struct reader *reader, bool occupied)
{
    int fd = accept4(reader->listen_fd, NULL, NULL, SOCK_CLOEXEC);
    if (fd < 0) {
        return errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM ? NO_ROOM : NO_CARD;
    }

    if (occupied || !is_trusted(reader, fd)) {
        /* The card process sees the end of its connection before any frame. */
        close(fd);
        return NO_CARD;
    }

    pthread_mutex_lock(&reader->link_mutex);
    reader->link_fd = fd;
    reader->wait_ms = 0;
    pthread_mutex_unlock(&reader->link_mutex);
    return CARD_IN;
}

/* pcscd's thread of this reader waits here. Any return makes it ask for the presence of a card. */
static RESPONSECODE wait_for_event(DWORD lun, int timeout_ms)
{
    struct reader *reader = reader_of(lun);
    if (reader == NULL) {
        return IFD_NO_SUCH_DEVICE;
    }

    in_polling_thread = true;
    int64_t deadline = now_ms() + timeout_ms;
    for (;;) {
        bool unreported;
        int link = current_link(reader, &unreported);
        if (unreported) {
            return IFD_SUCCESS;
        }

        struct pollfd events[] = {
            { .fd = reader->stop_fd, .events = POLLIN },
            { .fd = reader->listen_fd, .events = POLLIN },
            /* Only its end is an event here: what the card says is read by the thread that asked. */
            { .fd = link, .events = POLLRDHUP },
        };
        int64_t left = deadline - now_ms();
        int count = poll(events, 3, left > 0 ? (int)left : 0);
        if (count < 0 && errno == EINTR) {
            continue;
        }

        if (count <= 0) {
            /* Told of a failure, pcscd pauses before it calls again. */
            return count == 0 ? IFD_SUCCESS : IFD_COMMUNICATION_ERROR;
        }

        if (events[0].revents != 0) {
            uint64_t value;
            ssize_t taken = read(reader->stop_fd, &value, sizeof value);
            (void)taken;
            return IFD_SUCCESS;
        }

        if (link >= 0 && events[2].revents != 0) {
            mark_gone(reader, link);
            return IFD_SUCCESS;
        }

        if (events[1].revents != 0) {
            switch (accept_card(reader, link >= 0)) {
            case CARD_IN:
                return IFD_SUCCESS;
            case NO_ROOM:
                /* The connection stays an event: without pcscd's pause this would be a loop that never rests. */
                return IFD_COMMUNICATION_ERROR;
            case NO_CARD:
                break;
            }
        }

        /* However many connections come to be refused, pcscd is called back in time. */
        if (left <= 0) {
            return IFD_SUCCESS;
        }
    }
}

/* Called from another thread, perhaps while nobody waits: hence an event that stays until it is taken. */
static RESPONSECODE stop_waiting(DWORD lun)
{
    struct reader *reader = reader_of(lun);
    if (reader == NULL) {
        return IFD_NO_SUCH_DEVICE;
    }

    uint64_t one = 1;
    return write(reader->stop_fd, &one, sizeof one) == sizeof one ? IFD_SUCCESS : IFD_COMMUNICATION_ERROR;
}

RESPONSECODE IFDHICCPresence(DWORD Lun)
{
    struct reader *reader = reader_of(Lun);
    if (reader == NULL) {
        return IFD_NO_SUCH_DEVICE;
    }

    pthread_mutex_lock(&reader->link_mutex);
    bool present = reader->link_fd >= 0 && !reader->gone;
    if (reader->gone && in_polling_thread) {
        reader->gone_reported = true;
    }

    pthread_mutex_unlock(&reader->link_mutex);
    return present ? IFD_ICC_PRESENT : IFD_ICC_NOT_PRESENT;
}

/* ---- exchanges with the card -------------------------------------------------------------------------------------------- */

/* What pcscd is told of a connection that failed. */
static RESPONSECODE result_of_error(int error)
{
    switch (error) {
    case EAGAIN:
        /* A card process that reads nothing is as mute as one that answers nothing. */
        return IFD_RESPONSE_TIMEOUT;
    case EMSGSIZE:
    case ENOBUFS:
    case ENOMEM:
        return IFD_COMMUNICATION_ERROR;
    default:
        /* Its end, or a reset because our command was never read: the card is out either way. */
        return IFD_ICC_NOT_PRESENT;
    }
}

static RESPONSECODE send_frame(int fd, uint8_t type, uint8_t sequence, const void *payload, size_t length)
{
    uint8_t header[HEADER_LENGTH] = { type, sequence };
    struct iovec parts[] = {
        { .iov_base = header, .iov_len = sizeof header },
        { .iov_base = (void *)(uintptr_t)payload, .iov_len = length },
    };
    struct msghdr message = { .msg_iov = parts, .msg_iovlen = 2 };
    ssize_t sent;
    do {
        sent = sendmsg(fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    } while (sent < 0 && errno == EINTR);
    return sent < 0 ? result_of_error(errno) : IFD_SUCCESS;
}

/* Waits until there is something to read. */
static RESPONSECODE wait_for_frame(int fd, int64_t deadline)
{
    for (;;) {
        struct pollfd event = { .fd = fd, .events = POLLIN };
        int64_t left = deadline - now_ms();
        int count = poll(&event, 1, left > 0 ? (int)left : 0);
        if (count == 0) {
            return IFD_RESPONSE_TIMEOUT;
        }

        if (count > 0) {
            return IFD_SUCCESS;
        }

        if (errno != EINTR) {
            return result_of_error(errno);
        }
    }
}

/*
 * One frame, or what happened instead of it. *length is the room on entry and the payload on return. Without MSG_DONTWAIT the first wait
 * is that of the socket, which ends at its own limit: one system call less than to wait first and to read then.
 */
static RESPONSECODE receive_frame(int fd, int flags, int64_t deadline, uint8_t header[HEADER_LENGTH], void *payload, size_t *length)
{
    for (;; flags = MSG_DONTWAIT) {
        struct iovec parts[] = {
            { .iov_base = header, .iov_len = HEADER_LENGTH },
            { .iov_base = payload, .iov_len = *length },
        };
        struct msghdr message = { .msg_iov = parts, .msg_iovlen = 2 };
        ssize_t received = recvmsg(fd, &message, flags);
        if (received < 0) {
            if (errno != EINTR && errno != EAGAIN) {
                return result_of_error(errno);
            }

            RESPONSECODE waited = wait_for_frame(fd, deadline);
            if (waited != IFD_SUCCESS) {
                return waited;
            }

            continue;
        }

        /* Its end. A message without a byte cannot be told from it, and no card has one to send. */
        if (received == 0) {
            return IFD_ICC_NOT_PRESENT;
        }

        if (received < HEADER_LENGTH || (message.msg_flags & MSG_TRUNC) != 0) {
            return IFD_COMMUNICATION_ERROR;
        }

        *length = (size_t)received - HEADER_LENGTH;
        return IFD_SUCCESS;
    }
}

static int take_link(struct reader *reader)
{
    pthread_mutex_lock(&reader->link_mutex);
    int fd = reader->gone ? -1 : reader->link_fd;
    reader->link_busy = fd >= 0;
    pthread_mutex_unlock(&reader->link_mutex);
    return fd;
}

static void give_link_back(struct reader *reader)
{
    pthread_mutex_lock(&reader->link_mutex);
    reader->link_busy = false;
    pthread_cond_signal(&reader->link_idle);
    pthread_mutex_unlock(&reader->link_mutex);
}

/* How long a read of the connection waits. The limit is nearly always the same one. */
static RESPONSECODE set_wait(struct reader *reader, int fd, int limit_ms)
{
    if (reader->wait_ms != limit_ms) {
        struct timeval limit = { .tv_sec = limit_ms / 1000, .tv_usec = limit_ms % 1000 * 1000 };
        if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit) != 0) {
            return IFD_COMMUNICATION_ERROR;
        }

        reader->wait_ms = limit_ms;
    }

    return IFD_SUCCESS;
}

static RESPONSECODE exchange_on(struct reader *reader, int fd, uint8_t type, const void *payload, size_t length, int limit_ms,
                                void *answer, size_t *answer_length)
{
    RESPONSECODE result = set_wait(reader, fd, limit_ms);
    if (result != IFD_SUCCESS) {
        return result;
    }

    uint8_t sequence = ++reader->sequence;
    result = send_frame(fd, type, sequence, payload, length);
    size_t room = *answer_length;
    int64_t deadline = now_ms() + limit_ms;
    int flags = 0;
    bool told = false;
    while (result == IFD_SUCCESS) {
        uint8_t header[HEADER_LENGTH];
        *answer_length = room;
        result = receive_frame(fd, flags, deadline, header, answer, answer_length);
        if (result != IFD_SUCCESS || (header[0] == type && header[1] == sequence)) {
            break;
        }

        if (header[0] == 'W' && header[1] == sequence) {
            deadline = now_ms() + limit_ms;
        } else if (header[1] == sequence) {
            return IFD_COMMUNICATION_ERROR;
        } else {
            if (!told) {
                log_msg(PCSC_LOG_INFO, "CardConformance: an answer came too late and was dropped");
                told = true;
            }

            /* The limit goes on from the command, not from here. */
            flags = MSG_DONTWAIT;

            /* One that never stops talking of something else is mute all the same. */
            if (now_ms() >= deadline) {
                return IFD_RESPONSE_TIMEOUT;
            }
        }
    }

    return result;
}

/* Asks the card and waits for its answer. *answer_length is the room on entry. */
static RESPONSECODE exchange(struct reader *reader, uint8_t type, const void *payload, size_t length, int limit_ms, void *answer,
                             size_t *answer_length)
{
    int fd = take_link(reader);
    if (fd < 0) {
        return IFD_ICC_NOT_PRESENT;
    }

    RESPONSECODE result = exchange_on(reader, fd, type, payload, length, limit_ms, answer, answer_length);
    if (result == IFD_ICC_NOT_PRESENT) {
        mark_gone(reader, fd);
    } else if (result == IFD_RESPONSE_TIMEOUT) {
        log_msg(PCSC_LOG_INFO, "CardConformance: no answer to a frame %c within %d ms", type, limit_ms);
    }

    give_link_back(reader);
    return result;
}

RESPONSECODE IFDHPowerICC(DWORD Lun, DWORD Action, PUCHAR Atr, PDWORD AtrLength)
{
    struct reader *reader = reader_of(Lun);
    if (reader == NULL) {
        return IFD_NO_SUCH_DEVICE;
    }

    *AtrLength = 0;
    reader->atr_length = 0;
    if (Action == IFD_POWER_DOWN) {
        int fd = take_link(reader);
        if (fd >= 0) {
            if (send_frame(fd, 'D', ++reader->sequence, NULL, 0) == IFD_ICC_NOT_PRESENT) {
                mark_gone(reader, fd);
            }

            give_link_back(reader);
        }

        return IFD_SUCCESS;
    }

    if (Action != IFD_POWER_UP && Action != IFD_RESET) {
        return IFD_NOT_SUPPORTED;
    }

    uint8_t atr[MAX_ATR_SIZE];
    size_t length = sizeof atr;
    int limit = reader->limit_ms < ATR_LIMIT_MS ? reader->limit_ms : ATR_LIMIT_MS;
    RESPONSECODE result = exchange(reader, Action == IFD_RESET ? 'R' : 'U', NULL, 0, limit, atr, &length);
    if (result != IFD_SUCCESS) {
        return result;
    }

    if (length < 2) {
        return IFD_ERROR_POWER_ACTION;
    }

    memcpy(reader->atr, atr, length);
    reader->atr_length = length;
    memcpy(Atr, atr, length);
    *AtrLength = length;
    return IFD_SUCCESS;
}

RESPONSECODE IFDHSetProtocolParameters(DWORD Lun, DWORD Protocol, UCHAR Flags, UCHAR PTS1, UCHAR PTS2, UCHAR PTS3)
{
    (void)Flags;
    (void)PTS1;
    (void)PTS2;
    (void)PTS3;
    struct reader *reader = reader_of(Lun);
    if (reader == NULL) {
        return IFD_NO_SUCH_DEVICE;
    }

    if (Protocol != SCARD_PROTOCOL_T0 && Protocol != SCARD_PROTOCOL_T1) {
        return IFD_PROTOCOL_NOT_SUPPORTED;
    }

    uint8_t number = Protocol == SCARD_PROTOCOL_T1;
    uint8_t answer;
    size_t length = sizeof answer;
    RESPONSECODE result = exchange(reader, 'P', &number, sizeof number, reader->limit_ms, &answer, &length);
    if (result != IFD_SUCCESS) {
        return result;
    }

    if (length != 1 || answer > 1) {
        return IFD_ERROR_PTS_FAILURE;
    }

    reader->protocol = Protocol;
    return answer == 0 ? IFD_SUCCESS : IFD_PROTOCOL_NOT_SUPPORTED;
}

RESPONSECODE IFDHTransmitToICC(DWORD Lun, SCARD_IO_HEADER SendPci, PUCHAR TxBuffer, DWORD TxLength, PUCHAR RxBuffer,
                               PDWORD RxLength, PSCARD_IO_HEADER RecvPci)
{
    (void)SendPci;
    struct reader *reader = reader_of(Lun);
    if (reader == NULL) {
        return IFD_NO_SUCH_DEVICE;
    }

    size_t length = *RxLength < MAX_PAYLOAD ? *RxLength : MAX_PAYLOAD;
    *RxLength = 0;
    if (RecvPci != NULL) {
        /* This goes to the application as it is: the bit of the PC/SC API, not the number. */
        RecvPci->Protocol = reader->protocol;
    }

    RESPONSECODE result = exchange(reader, 'C', TxBuffer, TxLength, reader->limit_ms, RxBuffer, &length);
    if (result != IFD_SUCCESS) {
        return result;
    }

    /* pcscd would pass on an answer without status word as a success. */
    if (length < 2) {
        return IFD_COMMUNICATION_ERROR;
    }

    *RxLength = length;
    return IFD_SUCCESS;
}

/* ---- PIN pad (PC/SC part 10) and properties ----------------------------------------------------------------------------- */

static size_t write_feature(uint8_t *out, uint8_t tag)
{
    uint32_t code = FEATURE_CONTROL_CODE + tag;
    const uint8_t entry[] = { tag, 4, (uint8_t)(code >> 24), (uint8_t)(code >> 16), (uint8_t)(code >> 8), (uint8_t)code };
    memcpy(out, entry, sizeof entry);
    return sizeof entry;
}

static size_t write_features(const struct reader *reader, uint8_t *out)
{
    size_t length = 0;
    if (reader->pin_pad) {
        length += write_feature(out + length, FEATURE_VERIFY_PIN_DIRECT);
        length += write_feature(out + length, FEATURE_MODIFY_PIN_DIRECT);
        length += write_feature(out + length, FEATURE_IFD_PIN_PROPERTIES);
    }

    length += write_feature(out + length, FEATURE_GET_TLV_PROPERTIES);
    return length;
}

/* Values of properties are little-endian. */
static size_t write_property(uint8_t *out, uint8_t tag, uint8_t length, uint32_t value)
{
    out[0] = tag;
    out[1] = length;
    for (uint8_t i = 0; i < length; i++) {
        out[2 + i] = (uint8_t)(value >> (8 * i));
    }

    return 2u + length;
}

static size_t write_properties(const struct reader *reader, uint8_t *out)
{
    size_t length = 0;
    if (reader->pin_pad) {
        length += write_property(out + length, PCSCv2_PART10_PROPERTY_wLcdLayout, 2, 0);
        /* Entry ends with the validation key or when the longest code is in. */
        length += write_property(out + length, PCSCv2_PART10_PROPERTY_bEntryValidationCondition, 1, 3);
        length += write_property(out + length, PCSCv2_PART10_PROPERTY_bTimeOut2, 1, 0);
        length += write_property(out + length, PCSCv2_PART10_PROPERTY_bMinPINSize, 1, 4);
        length += write_property(out + length, PCSCv2_PART10_PROPERTY_bMaxPINSize, 1, 12);
    }

    length += write_property(out + length, PCSCv2_PART10_PROPERTY_bPPDUSupport, 1, 0);
    length += write_property(out + length, PCSCv2_PART10_PROPERTY_dwMaxAPDUDataSize, 4, reader->max_apdu);
    return length;
}

/* The person types at the reader: the structure goes to the card process as it is, which plays reader and person. */
static RESPONSECODE enter_pin(struct reader *reader, uint8_t type, const uint8_t *structure, size_t structure_length, uint8_t *out,
                              size_t *length)
{
    if (structure_length < 1) {
        return IFD_COMMUNICATION_ERROR;
    }

    int seconds = structure[0] != 0 ? structure[0] : PIN_PAD_DEFAULT_S;
    RESPONSECODE result =
        exchange(reader, type, structure, structure_length, seconds * 1000 + reader->limit_ms, out, length);
    return result == IFD_SUCCESS && *length < 2 ? IFD_COMMUNICATION_ERROR : result;
}

RESPONSECODE IFDHControl(DWORD Lun, DWORD dwControlCode, PUCHAR TxBuffer, DWORD TxLength, PUCHAR RxBuffer, DWORD RxLength,
                         LPDWORD pdwBytesReturned)
{
    struct reader *reader = reader_of(Lun);
    if (reader == NULL) {
        return IFD_NO_SUCH_DEVICE;
    }

    uint8_t out[64];
    size_t length = sizeof out;
    RESPONSECODE result = IFD_SUCCESS;
    *pdwBytesReturned = 0;
    if (dwControlCode == CM_IOCTL_GET_FEATURE_REQUEST) {
        length = write_features(reader, out);
    } else if (dwControlCode == FEATURE_CONTROL_CODE + FEATURE_GET_TLV_PROPERTIES) {
        length = write_properties(reader, out);
    } else if (reader->pin_pad && dwControlCode == FEATURE_CONTROL_CODE + FEATURE_IFD_PIN_PROPERTIES) {
        /* wLcdLayout, bEntryValidationCondition, bTimeOut2. */
        static const uint8_t pin_properties[] = { 0, 0, 3, 0 };
        memcpy(out, pin_properties, sizeof pin_properties);
        length = sizeof pin_properties;
    } else if (reader->pin_pad && dwControlCode == FEATURE_CONTROL_CODE + FEATURE_VERIFY_PIN_DIRECT) {
        result = enter_pin(reader, 'V', TxBuffer, TxLength, out, &length);
    } else if (reader->pin_pad && dwControlCode == FEATURE_CONTROL_CODE + FEATURE_MODIFY_PIN_DIRECT) {
        result = enter_pin(reader, 'M', TxBuffer, TxLength, out, &length);
    } else {
        result = IFD_ERROR_NOT_SUPPORTED;
    }

    if (result != IFD_SUCCESS) {
        return result;
    }

    if (length > RxLength) {
        return IFD_ERROR_INSUFFICIENT_BUFFER;
    }

    memcpy(RxBuffer, out, length);
    *pdwBytesReturned = length;
    return IFD_SUCCESS;
}

static RESPONSECODE put(PDWORD length, PUCHAR value, const void *bytes, size_t count)
{
    if (*length < count) {
        return IFD_ERROR_INSUFFICIENT_BUFFER;
    }

    memcpy(value, bytes, count);
    *length = count;
    return IFD_SUCCESS;
}

static RESPONSECODE put_byte(PDWORD length, PUCHAR value, uint8_t byte)
{
    return put(length, value, &byte, 1);
}

RESPONSECODE IFDHGetCapabilities(DWORD Lun, DWORD Tag, PDWORD Length, PUCHAR Value)
{
    struct reader *reader = reader_of(Lun);
    if (reader == NULL) {
        return IFD_NO_SUCH_DEVICE;
    }

    RESPONSECODE (*const wait)(DWORD, int) = wait_for_event;
    RESPONSECODE (*const stop)(DWORD) = stop_waiting;
    switch (Tag) {
    case TAG_IFD_SLOTS_NUMBER:
        return put_byte(Length, Value, 1);
    case TAG_IFD_SIMULTANEOUS_ACCESS:
        return put_byte(Length, Value, MAX_READERS);
    /* Each reader has a mutex of its own in pcscd, so that a mute card stops no other reader. */
    case TAG_IFD_THREAD_SAFE:
    case TAG_IFD_SLOT_THREAD_SAFE:
        return put_byte(Length, Value, 1);
    case TAG_IFD_POLLING_THREAD_WITH_TIMEOUT:
        return put(Length, Value, &wait, sizeof wait);
    case TAG_IFD_STOP_POLLING_THREAD:
        return put(Length, Value, &stop, sizeof stop);
    case TAG_IFD_ATR:
    case SCARD_ATTR_ATR_STRING:
        return put(Length, Value, reader->atr, reader->atr_length);
    case SCARD_ATTR_VENDOR_NAME:
        return put(Length, Value, "CardConformance", sizeof "CardConformance");
    case SCARD_ATTR_ICC_PRESENCE:
        /* 2: a card is in the reader. */
        return put_byte(Length, Value, IFDHICCPresence(Lun) == IFD_ICC_PRESENT ? 2 : 0);
    default:
        return IFD_ERROR_TAG;
    }
}

RESPONSECODE IFDHSetCapabilities(DWORD Lun, DWORD Tag, DWORD Length, PUCHAR Value)
{
    (void)Tag;
    (void)Length;
    (void)Value;
    return reader_of(Lun) == NULL ? IFD_NO_SUCH_DEVICE : IFD_ERROR_TAG;
}
