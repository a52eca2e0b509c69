#!/bin/sh
# Measures and counts the lines of text at several sizes, and prints how they grow.
#
#   Tests/Benchmarks/growth.sh SIZE...     1M 10M 100M
#
# Instructions are those of one core, by callgrind; without valgrind only times are measured, once with warm and once with cold caches. A corpus lies in
# $PEERS_WORK/data, or PEERS names the folder of the scripts that make it.
set -eu

cd "$(dirname "$0")/../.."
: "${PEERS:=../shared/tools/peers}"
export PEERS_WORK="${PEERS_WORK:-$HOME/.cache/quoth-peers}"
. Tests/Benchmarks/counting.sh
for size in "$@"; do
  [ -e "$PEERS_WORK/data/news.$size.json" ] || python3 "$PEERS/corpus.py" "$size" >&2
  "$program" "$size" >"$PEERS_WORK/quoth.$size.log"
  "$program" --cold "$size" >"$PEERS_WORK/quoth.$size.cold.log"
  command -v valgrind >/dev/null 2>&1 || continue
  run "$size" countedOperation --counted "$size"
  counts "$size" | while read -r name instructions value; do
    echo "{\"engine\": \"quoth\", \"query\": \"$name\", \"value\": $value, \"instructions\": $instructions}"
  done >"$PEERS_WORK/results/quoth.$size.instructions.jsonl"
done
"$program" --growth "$@"
