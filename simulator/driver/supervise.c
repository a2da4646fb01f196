/*
 * Runs a program that must not outlive whoever started it.
 *
 *     supervise [--listen SOCKET] PROGRAM [ARGUMENT...]
 *
 * The program ends when it wants to, when supervise gets SIGTERM or SIGHUP, or when the standard input of supervise ends,
 * as it does when the process that holds the other end dies, however it dies. It gets SIGTERM first and SIGKILL two seconds later.
 * Ctrl-C on a terminal reaches everybody there: supervise leaves it to whoever started it.
 * supervise ends with the program's status; 128 + n for signal n; 126 when it could not be started.
 *
 * With --listen the program inherits a listening unix socket (mode 0600) as descriptor 3, announced as systemd does. This is how
 * pcscd, which has no option for it, gets a socket of its own.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    GRACE_MS = 2000,
    FIRST_PASSED_FD = 3,
    CANNOT_START = 126,
};

static int fail(const char *what)
{
    fprintf(stderr, "supervise: %s: %s\n", what, strerror(errno));
    return CANNOT_START;
}

static int listen_on(const char *path)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    if (strlen(path) >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }

    strcpy(address.sun_path, path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || fchmod(fd, 0600) != 0 || bind(fd, (struct sockaddr *)&address, sizeof address) != 0 || listen(fd, 16) != 0) {
        return -1;
    }

    return fd;
}

static int pass_socket(int fd)
{
    char pid[16];
    snprintf(pid, sizeof pid, "%d", (int)getpid());
    /* dup2 takes the close-on-exec flag off, except when both numbers are the same. */
    int passed = fd == FIRST_PASSED_FD ? fcntl(fd, F_SETFD, 0) : dup2(fd, FIRST_PASSED_FD);
    return passed < 0 || setenv("LISTEN_FDS", "1", 1) != 0 || setenv("LISTEN_PID", pid, 1) != 0;
}

static _Noreturn void run(char **arguments, int listening, pid_t parent, const sigset_t *signals)
{
    /* A group of its own, out of reach of Ctrl-C. */
    if (setpgid(0, 0) != 0 || signal(SIGINT, SIG_DFL) == SIG_ERR || prctl(PR_SET_PDEATHSIG, SIGTERM) != 0
        || sigprocmask(SIG_UNBLOCK, signals, NULL) != 0) {
        _exit(fail("cannot start"));
    }

    /* It died before it could be watched. */
    if (getppid() != parent) {
        _exit(128 + SIGTERM);
    }

    if (listening >= 0 && pass_socket(listening) != 0) {
        _exit(fail("cannot pass the socket on"));
    }

    execvp(arguments[0], arguments);
    _exit(fail(arguments[0]));
}

/* Waits until the program has ended (true) or has to (false). */
static bool wait_for_end(int signals, pid_t program, bool watch_input, int timeout_ms, int *status)
{
    for (;;) {
        struct pollfd events[] = { { .fd = signals, .events = POLLIN }, { .fd = watch_input ? STDIN_FILENO : -1, .events = POLLIN } };
        int count = poll(events, 2, timeout_ms);
        if (count < 0 && errno == EINTR) {
            continue;
        }

        if (count <= 0) {
            return false;
        }

        if (events[0].revents != 0) {
            struct signalfd_siginfo signal;
            ssize_t taken = read(signals, &signal, sizeof signal);
            if (taken == sizeof signal && signal.ssi_signo != SIGCHLD) {
                return false;
            }

            if (waitpid(program, status, WNOHANG) == program) {
                return true;
            }
        }

        if (events[1].revents != 0) {
            char ignored[256];
            ssize_t taken = read(STDIN_FILENO, ignored, sizeof ignored);
            if (taken == 0 || (taken < 0 && errno != EINTR && errno != EAGAIN)) {
                return false;
            }
        }
    }
}

int main(int count, char **arguments)
{
    int first = 1;
    int listening = -1;
    if (count > 2 && strcmp(arguments[1], "--listen") == 0) {
        listening = listen_on(arguments[2]);
        if (listening < 0) {
            return fail(arguments[2]);
        }

        first = 3;
    }

    if (first >= count) {
        fprintf(stderr, "usage: supervise [--listen SOCKET] PROGRAM [ARGUMENT...]\n");
        return CANNOT_START;
    }

    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGCHLD);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    /* Whoever starts us may ignore the ends of children; ignored by us too, the program's end would never be told. */
    if (sigprocmask(SIG_BLOCK, &signals, NULL) != 0 || signal(SIGCHLD, SIG_DFL) == SIG_ERR || signal(SIGINT, SIG_IGN) == SIG_ERR) {
        return fail("cannot start");
    }

    pid_t self = getpid();
    int events = signalfd(-1, &signals, SFD_CLOEXEC);
    pid_t program = events < 0 ? -1 : fork();
    if (program < 0) {
        return fail("cannot start");
    }

    if (program == 0) {
        run(arguments + first, listening, self, &signals);
    }

    if (listening >= 0) {
        close(listening);
    }

    int status = 0;
    if (!wait_for_end(events, program, true, -1, &status)) {
        kill(program, SIGTERM);
        if (!wait_for_end(events, program, false, GRACE_MS, &status)) {
            kill(program, SIGKILL);
            while (waitpid(program, &status, 0) < 0 && errno == EINTR) {
            }
        }
    }

    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
