#!/bin/sh
# Writes CBuiltinCorpus.c, which embeds every text of examples/corpus. Run it when a text is added,
# renamed or removed; a changed text is rebuilt by itself.
set -eu
cd "$(dirname "$0")"
corpus=../../examples/corpus
files=$(cd "$corpus" && LC_ALL=C ls | grep -E '\.(txt|md|jsonl)$' | grep -vx 'README.md')

{
  echo '// Written by generate.sh.'
  echo '#include "CBuiltinCorpus.h"'
  number=0
  for file in $files; do
    printf '\nstatic const unsigned char text%d[] = {\n#embed "%s/%s"\n};\n' \
      "$number" "$corpus" "$file"
    number=$((number + 1))
  done
  printf '\nstatic const struct {\n  const char *name;\n  const unsigned char *bytes;\n'
  printf '  size_t size;\n} files[] = {\n'
  number=0
  for file in $files; do
    printf '    {"%s", text%d, sizeof text%d},\n' "$file" "$number" "$number"
    number=$((number + 1))
  done
  cat <<'END'
};

static const size_t count = sizeof files / sizeof *files;

size_t quoth_builtin_count(void) { return count; }

const char *quoth_builtin_name(size_t index) { return index < count ? files[index].name : ""; }

const unsigned char *quoth_builtin_bytes(size_t index) {
  return index < count ? files[index].bytes : (const unsigned char *)"";
}

size_t quoth_builtin_size(size_t index) { return index < count ? files[index].size : 0; }
END
} >CBuiltinCorpus.c
