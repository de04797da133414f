"""The same exchange from Python, in bursts: burst.py serial|pytla PORT

Each line on standard input is a number of exchanges; the answer is their times in nanoseconds. What
cannot be imported says "unavailable" and why.
"""

import contextlib
import io
import sys
import time

kind, port = sys.argv[1:3]
out = sys.stdout

try:
    if kind == "serial":
        import serial

        device = serial.Serial(port, 115200, timeout=1)
        request = bytes([0x20, 0x31, 0, 0])  # read PWR

        def exchange():
            device.write(request)
            reply = device.read(4)
            x = (reply[0] & 0x0F) ^ reply[1] ^ reply[2] ^ reply[3]
            assert (x >> 4 ^ x) & 0x0F == reply[0] >> 4 and reply[1] == request[1]

    else:
        import itla

        laser = itla.ITLA(port, 115200)
        laser.connect()
        exchange = laser.get_power_setting
except ImportError as e:
    print("unavailable:", e, file=out, flush=True)
    sys.exit()

print("ready", file=out, flush=True)
for line in sys.stdin:
    times = []
    with contextlib.redirect_stdout(io.StringIO()):  # pytla 0.1.0 prints what it receives
        for _ in range(int(line)):
            start = time.perf_counter_ns()
            exchange()
            times.append(time.perf_counter_ns() - start)
    print(*times, file=out, flush=True)
