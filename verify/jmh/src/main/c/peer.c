/* An ITLA module that answers at once, on a pty of its own: the other end of a burst.
 *
 *   peer LINK    makes LINK a symbolic link to the slave, prints "ready", answers until it is killed
 *
 * Register numbers and packet layout: OIF-ITLA-MSA-01.2 and 01.3. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { FRAME = 4, LAST_RESPONSE = 1 << 27, WRITE = 1 << 24, REPLY = 1 << 26, AEA = 2 << 24 };
enum { AEA_EAR = 0x0B };

static const char *const TEXTS[8] = {
    [1] = "CW ITLA", [2] = "OptiHAL",     [3] = "C PEER", [4] = "C-1",
    [5] = "20-NOV-2026", [6] = "OIF-ITLA-MSA-01.3", [7] = "1.0",
};

static const struct {
  uint8_t number;
  uint16_t value;
} VALUES[] = {
    {0x00, 0x0010}, /* NOP: ready */
    {0x31, 1000},   /* PWR: 10 dBm */
    {0x33, 0x0002}, /* MCB */
    {0x34, 500},    /* Grid: 50 GHz */
    {0x30, 1},      /* Channel */
    {0x35, 193}, {0x36, 1000}, {0x40, 193}, {0x41, 1000}, /* FCF, LF: 193.1 THz */
    {0x42, 1000},   /* OOP: 10 dBm */
    {0x43, 2500},   /* CTemp: 25 degC */
    {0x4F, 6000},   /* FTFR: 6 GHz */
    {0x50, 600}, {0x51, 1350},   /* OPSL, OPSH */
    {0x52, 191}, {0x53, 5000},   /* LFL: 191.5 THz */
    {0x54, 196}, {0x55, 2500},   /* LFH: 196.25 THz */
    {0x56, 1},                   /* LGrid */
};

static uint16_t registers[256];
static const char *text = "";

static uint32_t seal(uint32_t body) {
  uint32_t x = body & 0x0FFFFFFF;
  x ^= x >> 16;
  x ^= x >> 8;
  return (body & 0x0FFFFFFF) | ((x ^ x >> 4) & 0xF) << 28;
}

static uint16_t next_two(void) {
  uint16_t word = 0;
  for (int i = 0; i < 2; i++) {
    word = (uint16_t)(word << 8 | (uint8_t)*text);
    text += *text != 0;
  }
  return word;
}

static uint32_t answer(uint32_t request) {
  uint8_t number = request >> 16 & 0xFF;
  if (request & WRITE) {
    registers[number] = request & 0xFFFF;
    return seal(REPLY | (request & 0x00FFFFFF));
  }
  if (number >= 1 && number <= 7) {
    text = TEXTS[number];
    return seal(REPLY | AEA | (uint32_t)number << 16 | (uint32_t)(strlen(text) + 1));
  }
  return seal(REPLY | (uint32_t)number << 16 | (number == AEA_EAR ? next_two() : registers[number]));
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: peer LINK\n");
    return 2;
  }
  for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++) {
    registers[VALUES[i].number] = VALUES[i].value;
  }
  int master = posix_openpt(O_RDWR | O_NOCTTY);
  if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) {
    fail("pty");
  }
  const char *name = ptsname(master);
  int slave = open(name, O_RDWR | O_NOCTTY); /* kept: a client may come and go */
  struct termios t;
  if (slave < 0 || tcgetattr(slave, &t) != 0) {
    fail(name);
  }
  cfmakeraw(&t);
  tcsetattr(slave, TCSANOW, &t);
  if (symlink(name, arguments[1]) != 0) {
    fail(arguments[1]);
  }
  printf("ready\n");
  fflush(stdout);

  uint32_t last = 0;
  uint8_t frame[FRAME];
  int have = 0;
  while (1) {
    ssize_t n = read(master, frame + have, (size_t)(FRAME - have));
    if (n <= 0) {
      return 0;
    }
    have += (int)n;
    if (have < FRAME) {
      continue;
    }
    have = 0;
    uint32_t request =
        (uint32_t)frame[0] << 24 | (uint32_t)frame[1] << 16 | (uint32_t)frame[2] << 8 | frame[3];
    if (!(request & LAST_RESPONSE)) {
      last = answer(request);
    }
    uint8_t reply[FRAME] = {(uint8_t)(last >> 24), (uint8_t)(last >> 16), (uint8_t)(last >> 8),
                            (uint8_t)last};
    if (write(master, reply, FRAME) != FRAME) {
      fail("write");
    }
  }
}
