#!/bin/sh
# Counts the instructions of twelve operations and a start, and compares them with those that were kept;
# and those of the annotation of texts of odd shapes at two lengths, of which the double may take no more
# than a little above the double.
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

export SWIFT_DETERMINISTIC_HASHING=1
. Tests/Benchmarks/counting.sh
"$program" --write-generated "$folder/corpus"
run operations countedOperation --run-generated "$folder/corpus"
counts operations | cut -d ' ' -f 1,2 >"$folder/counts"

if [ "${1-}" = --keep ]; then
  { echo "# $version, $(uname -m)"; cat "$folder/counts"; } >"$kept"
  cat "$kept"
  exit 0
fi
failed=0
grep -v '^#' "$kept" | awk '
  NR == FNR { was[$1] = $2; next }
  {
    change = ($2 - was[$1]) / was[$1] * 100
    verdict = change > 2 ? "MORE" : change < -2 ? "less: keep it" : ""
    printf "%-16s %12d %12d %+7.1f %% %s\n", $1, was[$1], $2, change, verdict
    if (change > 2 || !($1 in was)) failed = 1
  }
  END { exit failed }' - "$folder/counts" || failed=1

run shapes countedShape --annotate-shapes
counts shapes | awk '
  $1 != shape { shape = $1; short = $2; next }
  {
    growth = $2 / short
    verdict = growth > 2.3 ? "MORE" : ""
    printf "%-16s %12d %12d %7.2f x %s\n", shape, short, $2, growth, verdict
    if (growth > 2.3) failed = 1
  }
  END { exit failed }' || failed=1
exit $failed
