// libedit, headless: its output is /dev/null, so that it keeps keys, motions and the line, and
// the shell draws.

#include "CLineEditor.h"

#include <histedit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wide characters must be scalars");

struct cle_editor {
  EditLine *line;
  FILE *nowhere;
  void *context;
  cle_read_function read;
  cle_act_function act;
};

static cle_editor *editor_of(EditLine *line) {
  void *data = NULL;
  el_wget(line, EL_CLIENTDATA, &data);
  return data;
}

static int read_character(EditLine *line, wchar_t *character) {
  cle_editor *editor = editor_of(line);
  uint32_t scalar = 0;
  int result = editor->read(editor->context, &scalar);
  *character = (wchar_t)scalar;
  return result;
}

static wchar_t *empty_prompt(EditLine *line) {
  (void)line;
  static wchar_t prompt[] = L"";
  return prompt;
}

static unsigned char run_slot(EditLine *line, int slot) {
  cle_editor *editor = editor_of(line);
  switch (editor->act(editor->context, slot)) {
  case CLE_ACCEPT:
    return CC_NEWLINE;
  case CLE_END:
    return CC_EOF;
  default:
    return CC_NORM;
  }
}

// A function of libedit learns only its editor and the key, so each slot needs code of its own.
#define SLOT(n)                                                                                    \
  static unsigned char slot_##n(EditLine *line, int key) {                                         \
    (void)key;                                                                                     \
    return run_slot(line, n);                                                                      \
  }
#define SLOTS(X)                                                                                   \
  X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) X(16)      \
  X(17) X(18) X(19) X(20) X(21) X(22) X(23) X(24) X(25) X(26) X(27) X(28) X(29) X(30) X(31)
SLOTS(SLOT)

typedef unsigned char (*slot_function)(EditLine *, int);

#define NAME(n) slot_##n,
static const slot_function slots[CLE_SLOTS] = {SLOTS(NAME)};

cle_editor *cle_editor_create(const char *program, void *context, cle_read_function read,
                              cle_act_function act) {
  cle_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  *editor = (cle_editor){.context = context, .read = read, .act = act};
  editor->nowhere = fopen("/dev/null", "w");
  if (editor->nowhere)
    editor->line = el_init_fd(program, stdin, editor->nowhere, editor->nowhere, 0, 1, 2);
  if (!editor->line) {
    cle_editor_destroy(editor);
    return NULL;
  }
  el_wset(editor->line, EL_CLIENTDATA, editor);
  el_wset(editor->line, EL_PROMPT, empty_prompt);
  el_wset(editor->line, EL_GETCFN, read_character);
  el_wset(editor->line, EL_EDITOR, L"emacs");
  // Keys arrive as they are typed: Ctrl-C, Ctrl-S and Enter are functions like any other.
  el_set(editor->line, EL_SETTY, "-d", "-isig", "-ixon", "-icrnl", "-inlcr", (char *)NULL);
  // Between lines nothing is echoed, and what is typed is kept for the next line.
  el_set(editor->line, EL_SETTY, "-x", "-icanon", "-echo", (char *)NULL);
  return editor;
}

void cle_editor_destroy(cle_editor *editor) {
  if (!editor) return;
  if (editor->line) el_end(editor->line);
  if (editor->nowhere) fclose(editor->nowhere);
  free(editor);
}

bool cle_editor_add_function(cle_editor *editor, int slot, const char *name) {
  if (slot < 0 || slot >= CLE_SLOTS) return false;
  return el_set(editor->line, EL_ADDFN, name, "of the shell", slots[slot]) == 0;
}

bool cle_editor_bind(cle_editor *editor, bool alternate, const uint32_t *keys,
                     const char *function) {
  wchar_t name[64];
  size_t length = strlen(function);
  if (length >= sizeof name / sizeof name[0]) return false;
  for (size_t i = 0; i <= length; i++) name[i] = (wchar_t)function[i];
  const wchar_t *sequence = (const wchar_t *)keys;
  if (alternate)
    return el_wset(editor->line, EL_BIND, L"-a", sequence, name, (wchar_t *)NULL) == 0;
  return el_wset(editor->line, EL_BIND, sequence, name, (wchar_t *)NULL) == 0;
}

void cle_editor_source(cle_editor *editor) { el_source(editor->line, NULL); }

bool cle_editor_uses_vi(cle_editor *editor) {
  const wchar_t *name = NULL;
  return el_wget(editor->line, EL_EDITOR, &name) == 0 && name && wcscmp(name, L"vi") == 0;
}

void cle_editor_read_line(cle_editor *editor) {
  int count = 0;
  el_wgets(editor->line, &count);
}

const uint32_t *cle_editor_text(cle_editor *editor, size_t *count, size_t *cursor) {
  const LineInfoW *info = el_wline(editor->line);
  *count = (size_t)(info->lastchar - info->buffer);
  *cursor = (size_t)(info->cursor - info->buffer);
  return (const uint32_t *)info->buffer;
}

void cle_editor_replace(cle_editor *editor, const uint32_t *text, size_t count, size_t cursor) {
  const LineInfoW *info = el_wline(editor->line);
  el_cursor(editor->line, (int)(info->lastchar - info->cursor));
  el_deletestr(editor->line, (int)(info->lastchar - info->buffer));
  cle_editor_insert(editor, text, count);
  el_cursor(editor->line, -(int)(count - cursor));
}

void cle_editor_insert(cle_editor *editor, const uint32_t *text, size_t count) {
  wchar_t *copy = calloc(count + 1, sizeof *copy);
  if (!copy) return;
  memcpy(copy, text, count * sizeof *copy);
  el_winsertstr(editor->line, copy);
  free(copy);
}

void cle_editor_move(cle_editor *editor, int distance) { el_cursor(editor->line, distance); }

void cle_editor_set_raw(cle_editor *editor, bool raw) {
  el_wset(editor->line, EL_PREP_TERM, raw ? 1 : 0);
}
