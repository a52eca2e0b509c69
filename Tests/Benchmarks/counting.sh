# Builds the benchmarks, and has callgrind count what they do; sourced at the top of the project, not run.
#
# Leaves the program in $program, and a folder that goes with the shell in $folder.

: "${SWIFT:=swift}"
export BENCHMARKS=1
linked=$(sh .ci/release-flags "$PWD/.build/archives")
$SWIFT build -c release --product Benchmarks $linked >&2
program=$($SWIFT build -c release $linked --show-bin-path)/Benchmarks
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Valgrind cannot read the debug information of Swift.
strip -g -o "$folder/program" "$program"

# run WHAT FUNCTION ARGUMENT...: runs the program on one core, for another would be counted apart, and
# counts each call of a function
run() {
  what=$1
  function=$(nm "$folder/program" | grep -o "[^ ]*$2[^ ]*" | head -1)
  shift 2
  taskset -c 0 valgrind --tool=callgrind --collect-atstart=no --toggle-collect="$function" \
    --dump-after="$function" --callgrind-out-file="$folder/$what" \
    "$folder/program" "$@" >"$folder/$what.names" 2>"$folder/log" || {
    cat "$folder/log" >&2
    exit 1
  }
}

# counts WHAT: the name of each operation that was run, its instructions, and what it gave
counts() {
  count=0
  while read -r name value; do
    count=$((count + 1))
    echo "$name $(sed -n 's/^totals: //p' "$folder/$1.$count") $value"
  done <"$folder/$1.names"
}
