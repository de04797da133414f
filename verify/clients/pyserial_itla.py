"""Drives an ITLA module with python3-serial alone; the protocol is written down here a second time on purpose."""

import struct
import sys
import time

import serial

NOP, SERIAL_NUMBER, AEA_DATA = 0x00, 0x04, 0x0B
POWER, ENABLE, FIRST_THZ, FIRST_TENTH_GHZ, CHANNEL = 0x31, 0x32, 0x35, 0x36, 0x30
LASER_THZ, LASER_TENTH_GHZ, OUTPUT_POWER = 0x40, 0x41, 0x42
OK, REFUSED, TEXT, PENDING = 0, 1, 2, 3


def parity(frame):
    folded = (frame[0] & 0x0F) ^ frame[1] ^ frame[2] ^ frame[3]
    return (folded >> 4) ^ (folded & 0x0F)


class Laser:
    def __init__(self, path):
        self.port = serial.Serial(path, 9600, timeout=1)

    def exchange(self, register, value=None):
        frame = bytearray(struct.pack(">BBH", 0 if value is None else 1, register, (value or 0) & 0xFFFF))
        frame[0] |= parity(frame) << 4
        self.port.write(frame)
        reply = self.port.read(4)
        assert len(reply) == 4, f"register {register:#04x}: {len(reply)} bytes came back"
        assert reply[0] >> 4 == parity(reply), f"register {register:#04x}: wrong parity in {reply.hex()}"
        assert not reply[0] & 0x08, f"register {register:#04x}: the module saw a damaged request"
        assert reply[1] == register, f"register {register:#04x}: answered as {reply[1]:#04x}"
        return reply[0] & 0x03, struct.unpack(">H", reply[2:])[0]

    def read(self, register):
        status, data = self.exchange(register)
        assert status == OK, f"register {register:#04x}: status {status}"
        return data

    def signed(self, register):
        data = self.read(register)
        return data - 0x10000 if data & 0x8000 else data

    def write(self, register, value):
        status, _ = self.exchange(register, value)
        assert status in (OK, PENDING), f"register {register:#04x}: refused, NOP {self.read(NOP):#06x}"

    def text(self, register):
        status, length = self.exchange(register)
        assert status == TEXT
        words = [self.read(AEA_DATA) for _ in range((length + 1) // 2)]
        return b"".join(struct.pack(">H", w) for w in words)[:length].split(b"\0")[0].decode()

    def wait(self, seconds, done, what):
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, f"not within {seconds} s: {what}"
            time.sleep(0.05)


def main(path):
    laser = Laser(path)
    print("serial number", laser.text(SERIAL_NUMBER))
    laser.write(FIRST_THZ, 193)
    laser.write(FIRST_TENTH_GHZ, 5500)
    laser.write(CHANNEL, 1)
    laser.write(POWER, 925)
    laser.write(ENABLE, 0x0008)
    laser.wait(20, lambda: laser.read(NOP) == 0x0010, "NOP 0x0010 after enable")
    laser.wait(20, lambda: abs(laser.signed(OUTPUT_POWER) - 925) < 60, "power near 9.25 dBm")
    terahertz = laser.read(LASER_THZ) + laser.read(LASER_TENTH_GHZ) / 1e4
    print(f"emits {laser.signed(OUTPUT_POWER) / 100:.2f} dBm at {terahertz:.4f} THz")
    assert abs(terahertz - 193.55) < 0.002, terahertz
    laser.write(ENABLE, 0)
    laser.wait(5, lambda: laser.signed(OUTPUT_POWER) < -3500, "monitor below -35 dBm after disable")
    print(f"after disable the monitor reads {laser.signed(OUTPUT_POWER) / 100:.2f} dBm")


main(sys.argv[1])
