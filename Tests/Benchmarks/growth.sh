#!/bin/sh
# Measures and counts the lines of text at several sizes, and prints how they grow.
#
#   Tests/Benchmarks/growth.sh SIZE...     1M 10M 100M
#
# Instructions are those of one core, by callgrind; without valgrind only times are measured. A corpus lies in
# $PEERS_WORK/data, or PEERS names the folder of the scripts that make it.
set -eu

cd "$(dirname "$0")/../.."
: "${SWIFT:=swift}" "${PEERS:=../shared/tools/peers}"
export PEERS_WORK="${PEERS_WORK:-$HOME/.cache/quoth-peers}" BENCHMARKS=1

linked=$(sh .ci/link-flags "$PWD/.build/archives")
$SWIFT build -c release --product Benchmarks $linked >&2
program=$($SWIFT build -c release $linked --show-bin-path)/Benchmarks
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Valgrind cannot read the debug information of Swift.
strip -g -o "$folder/program" "$program"
function=$(nm "$folder/program" | grep -o '[^ ]*countedOperation[^ ]*' | head -1)
for size in "$@"; do
  [ -e "$PEERS_WORK/data/news.$size.json" ] || python3 "$PEERS/corpus.py" "$size" >&2
  "$program" "$size" >"$PEERS_WORK/quoth.$size.log"
  command -v valgrind >/dev/null 2>&1 || continue
  # The other core would be counted apart.
  taskset -c 0 valgrind --tool=callgrind --collect-atstart=no --toggle-collect="$function" \
    --dump-after="$function" --callgrind-out-file="$folder/$size" \
    "$folder/program" --counted "$size" >"$folder/names" 2>"$folder/log" || {
    cat "$folder/log" >&2
    exit 1
  }
  count=0
  while read -r name value; do
    count=$((count + 1))
    instructions=$(sed -n 's/^totals: //p' "$folder/$size.$count")
    echo "{\"engine\": \"quoth\", \"query\": \"$name\", \"value\": $value, \"instructions\": $instructions}"
  done <"$folder/names" >"$PEERS_WORK/results/quoth.$size.instructions.jsonl"
done
"$program" --growth "$@"
