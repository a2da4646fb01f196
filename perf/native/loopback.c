/*
 * Keeps a program that would listen to the whole network to this machine: preloaded, it takes the place of bind().
 *
 *     LD_PRELOAD=…/loopback program
 *
 * Debian's vpcd listens on every address, and has no setting for it.
 */
#define _DEFAULT_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

int bind(int fd, const struct sockaddr *address, socklen_t length)
{
    struct sockaddr_in own;
    if (length == sizeof own && address->sa_family == AF_INET) {
        memcpy(&own, address, sizeof own);
        if (own.sin_addr.s_addr == htonl(INADDR_ANY)) {
            own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        }

        address = (const struct sockaddr *)&own;
    }

    return (int)syscall(SYS_bind, fd, address, length);
}
