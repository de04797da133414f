#!/usr/bin/env bash
# python3-serial tunes, enables and reads an emulated laser over its pty; then our own command line reads the same.
# Exit 0: pass, 77: skipped, the last line says why.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
optihal=${OPTIHAL:-$root/optihal}
python=${PYTHON:-/usr/bin/python3}
"$python" -c 'import serial' 2>/dev/null || { echo "python3-serial is not installed"; exit 77; }

work=$(mktemp -d)
mkfifo "$work/stdin"
"$optihal" emulate "$root/benches/first-light.yaml" --links "$work/lasers" --json --seed 7 \
  <"$work/stdin" >"$work/stdout" 2>"$work/stderr" &
emulator=$!
exec 9>"$work/stdin"
finish() {
  exec 9>&-
  wait "$emulator" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

for _ in $(seq 300); do
  grep -qx ready "$work/stdout" && break
  kill -0 "$emulator" 2>/dev/null || { cat "$work/stderr"; exit 1; }
  sleep 0.1
done
grep -qx ready "$work/stdout" || { echo "the emulators were not ready within 30 s"; exit 1; }

"$python" "$here/pyserial_itla.py" "$work/lasers/tx-laser"
echo "optihal reads the same laser:"
"$optihal" get --url "serial://$work/lasers/tx-laser" --driver itla frequency power light | tee "$work/get"
grep -Eq '193\.5(500|499)' "$work/get"
grep -q '9\.25 dBm' "$work/get"
grep -q 'none-seen' "$work/get"
