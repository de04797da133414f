/* The plain loop that everything else is compared with: write four bytes, read four bytes. */
#include <fcntl.h>
#include <stdint.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { FRAME = 4 };

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

/* A descriptor in raw mode at 115200 baud, or -1. */
int burst_open(const char *path) {
  int fd = open(path, O_RDWR | O_NOCTTY);
  struct termios t;
  if (fd < 0 || tcgetattr(fd, &t) != 0) {
    return -1;
  }
  cfmakeraw(&t);
  cfsetspeed(&t, B115200);
  t.c_cc[VMIN] = 1;
  t.c_cc[VTIME] = 0;
  return tcsetattr(fd, TCSANOW, &t) == 0 ? fd : -1;
}

/* So many exchanges, each timed; returns how many had a reply whose checksum and register fit. */
int burst_run(int fd, const uint8_t *request, int count, int64_t *nanos) {
  int good = 0;
  for (int i = 0; i < count; i++) {
    int64_t start = now();
    if (write(fd, request, FRAME) != FRAME) {
      return good;
    }
    uint8_t reply[FRAME];
    for (int have = 0; have < FRAME;) {
      ssize_t n = read(fd, reply + have, (size_t)(FRAME - have));
      if (n <= 0) {
        return good;
      }
      have += (int)n;
    }
    uint8_t x = (uint8_t)((reply[0] & 0x0F) ^ reply[1] ^ reply[2] ^ reply[3]);
    nanos[i] = now() - start;
    good += ((x >> 4 ^ x) & 0x0F) == reply[0] >> 4 && reply[1] == request[1];
  }
  return good;
}
