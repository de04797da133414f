#!/usr/bin/env bash
# Runs every experiment under benches/ and compares its verdicts with those in docs/experiments/NAME.md.
#   verify/experiments/pages.sh [--update] [NAME...]
# --update writes the pages instead. Two run at a time; the same seed gives the same text on any machine.
set -euo pipefail

root=$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")")
cd -- "$root"
optihal=${OPTIHAL:-$root/optihal}
update=
if [[ ${1:-} == --update ]]; then
  update=1
  shift
fi
names=("$@")
if ((${#names[@]} == 0)); then
  for bench in $(grep -l '^experiment:' benches/*.yaml); do
    names+=("$(basename -- "$bench" .yaml)")
  done
fi

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

"$optihal" --version >/dev/null # builds once, before two would
run() { # NAME: the verdict table, from its head to the empty line behind it
  "$optihal" experiment run "benches/$1.yaml" >"$work/$1.out" 2>"$work/$1.err" || [[ $? == 1 ]] || {
    echo "$1: did not run: $(tail -n 1 "$work/$1.err")" >&2
    return 1
  }
  sed -n '/^FIGURE/,/^$/p' "$work/$1.out" | sed '/^$/d' >"$work/$1.table"
}
export -f run
export optihal work
printf '%s\n' "${names[@]}" | xargs -P 2 -I{} bash -c 'run {}'

page_table() { # the first block of the page that begins with FIGURE
  awk '/^```/ { inside = !inside; next } inside && /^FIGURE/ { on = 1 } on && !inside { exit } on' "$1"
}

failed=0
for name in "${names[@]}"; do
  page=docs/experiments/$name.md
  if [[ ! -s $work/$name.table ]]; then
    echo "$name: printed no verdicts"
    failed=1
  elif [[ ! -f $page ]]; then
    echo "$name: has no page $page"
    failed=1
  elif page_table "$page" | diff -u --label "$page" --label 'this run' - "$work/$name.table"; then
    echo "$name: as its page says"
  elif [[ -n $update ]]; then
    awk -v table="$work/$name.table" '
      /^```/ { if (inside && on) on = 0; inside = !inside; print; next }
      inside && /^FIGURE/ && !done { on = 1; done = 1; while ((getline line < table) > 0) print line; next }
      on { next }
      { print }' "$page" >"$work/page"
    cp -- "$work/page" "$page"
    echo "$name: page written"
  else
    failed=1
  fi
done
echo "${#names[@]} experiments, $([[ $failed == 0 ]] && echo all as || echo not all as) their pages say"
exit "$failed"
