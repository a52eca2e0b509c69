#!/bin/sh
# Counts the instructions of twelve operations and a start, and compares them with those that were kept.
#
#   Tests/Benchmarks/instructions.sh [--keep]
#
# More than 2 % above the count that was kept is a failure. `--keep` writes the counts anew, for a
# commit that says why. Counts hang on the compiler, which instructions.txt names; with another one,
# or without valgrind, nothing is compared.
set -eu

cd "$(dirname "$0")/../.."
: "${SWIFT:=swift}"
kept=Tests/Benchmarks/instructions.txt
version=$($SWIFT --version 2>/dev/null | grep -o 'Swift version [0-9.]*' | head -1)

if ! command -v valgrind >/dev/null 2>&1; then
  echo "instructions are not counted: there is no valgrind" >&2
  exit 0
fi
if [ "${1-}" != --keep ] && ! grep -q "^# $version, $(uname -m)\$" "$kept"; then
  echo "instructions are not counted: $kept is of another compiler or machine than $version, $(uname -m)" >&2
  exit 0
fi

export BENCHMARKS=1 SWIFT_DETERMINISTIC_HASHING=1
linked=$(sh .ci/link-flags "$PWD/.build/archives")
$SWIFT build -c release --product Benchmarks $linked >&2
program=$($SWIFT build -c release $linked --show-bin-path)/Benchmarks
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Valgrind cannot read the debug information of Swift.
strip -g -o "$folder/program" "$program"
"$program" --write-generated "$folder/corpus"
function=$(nm "$folder/program" | grep -o '[^ ]*countedOperation[^ ]*' | head -1)
valgrind --tool=callgrind --collect-atstart=no --toggle-collect="$function" \
  --dump-after="$function" --callgrind-out-file="$folder/out" \
  "$folder/program" --run-generated "$folder/corpus" >"$folder/names" 2>"$folder/log" || {
  cat "$folder/log" >&2
  exit 1
}
count=0
while read -r name _; do
  count=$((count + 1))
  echo "$name $(sed -n 's/^totals: //p' "$folder/out.$count")"
done <"$folder/names" >"$folder/counts"

if [ "${1-}" = --keep ]; then
  { echo "# $version, $(uname -m)"; cat "$folder/counts"; } >"$kept"
  cat "$kept"
  exit 0
fi
grep -v '^#' "$kept" | awk '
  NR == FNR { was[$1] = $2; next }
  {
    change = ($2 - was[$1]) / was[$1] * 100
    verdict = change > 2 ? "MORE" : change < -2 ? "less: keep it" : ""
    printf "%-16s %12d %12d %+7.1f %% %s\n", $1, was[$1], $2, change, verdict
    if (change > 2 || !($1 in was)) failed = 1
  }
  END { exit failed }' - "$folder/counts"
