#!/bin/sh
# Measures Quoth, and other engines where they are installed, and prints one table for each size.
#
#   Tests/Benchmarks/run.sh SIZE...     1M 10M of text, q1M q10M of quotations
#
# PEERS is the folder of the scripts of the other engines: they make the corpora, too. Where corpora
# lie in $PEERS_WORK/data already, nothing else is needed.
set -eu

: "${SWIFT:=swift}" "${PEERS:=../shared/tools/peers}"
export PEERS_WORK="${PEERS_WORK:-$HOME/.cache/quoth-peers}" BENCHMARKS=1

has_corpus() {
  case $1 in
    q*) [ -e "$PEERS_WORK/data/quotes.$(echo "$1" | tr -d qM)000000.json" ] ;;
    *) [ -e "$PEERS_WORK/data/news.$1.json" ] ;;
  esac
}

linked=$(sh .ci/release-flags "$PWD/.build/archives")
$SWIFT build -c release --product Benchmarks $linked
program=$($SWIFT build -c release $linked --show-bin-path)
# The program is started as it is installed, like those of the peers: what the linker wrote lies in small
# pieces in the memory of the kernel, from which it starts a third slower than a copy does.
mkdir -p "$PEERS_WORK"
install -m 755 "$program/quoth" "$PEERS_WORK/quoth"
for size in "$@"; do
  if [ -x "$PEERS_WORK/venv/bin/python" ] && [ -d "$PEERS" ]; then
    # A failure of a peer leaves its earlier results.
    "$PEERS/run.sh" "$size" >"$PEERS_WORK/peers.$size.log" 2>&1 || echo "a peer failed: $PEERS_WORK/peers.$size.log" >&2
  elif ! has_corpus "$size" && [ -e "$PEERS/corpus.py" ]; then
    case $size in
      q*) python3 "$PEERS/corpus.py" 1M &&
          python3 "$PEERS/quotations/generate.py" "$(echo "$size" | tr -d qM)000000" ;;
      *) python3 "$PEERS/corpus.py" "$size" ;;
    esac
  fi
  if ! has_corpus "$size"; then
    echo "there is no corpus of size $size in $PEERS_WORK/data; PEERS names the folder of the scripts that make it" >&2
    exit 66
  fi
  "$program/Benchmarks" --program "$PEERS_WORK/quoth" "$size" >"$PEERS_WORK/quoth.$size.log"
  "$program/Benchmarks" --table "$size"
done
