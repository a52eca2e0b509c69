// What the shell needs of the system: libedit without its drawing, the terminal, signals,
// programs and small files. Plain functions only: no variadics, no globals.

#ifndef CLINEEDITOR_H
#define CLINEEDITOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: libedit

/// A line under editing.
typedef struct cle_editor cle_editor;

/// What libedit does after one of our functions ran.
enum { CLE_CONTINUE = 0, CLE_ACCEPT = 1, CLE_END = 2 };

/// Supplies the next character: 1 and the scalar, 0 at the end of input, -1 on an error.
typedef int (*cle_read_function)(void *context, uint32_t *scalar);

/// Runs the function in `slot` and returns one of the three values above.
typedef int (*cle_act_function)(void *context, int slot);

/// The number of slots for functions of our own.
enum { CLE_SLOTS = 32 };

/// Makes an editor that reads through `read` and draws nothing. Null when there is no memory.
cle_editor *cle_editor_create(const char *program, void *context, cle_read_function read,
                              cle_act_function act);
void cle_editor_destroy(cle_editor *editor);

/// Names the function in `slot`, so that keys can be bound to it.
bool cle_editor_add_function(cle_editor *editor, int slot, const char *name);

/// Binds a zero-terminated key sequence, in the vi command map when `alternate`.
bool cle_editor_bind(cle_editor *editor, bool alternate, const uint32_t *keys,
                     const char *function);

/// Reads `$EDITRC` or `~/.editrc`.
void cle_editor_source(cle_editor *editor);
bool cle_editor_uses_vi(cle_editor *editor);

/// Edits one line, until a function accepts it or the input ends.
void cle_editor_read_line(cle_editor *editor);

/// The line, lent until it changes, and its length; `cursor` is an offset into it.
const uint32_t *cle_editor_text(cle_editor *editor, size_t *count, size_t *cursor);
void cle_editor_replace(cle_editor *editor, const uint32_t *text, size_t count, size_t cursor);
void cle_editor_insert(cle_editor *editor, const uint32_t *text, size_t count);
void cle_editor_move(cle_editor *editor, int distance);

/// Gives the terminal the modes of editing, or those it had before.
void cle_editor_set_raw(cle_editor *editor, bool raw);

// MARK: The terminal

bool cle_is_terminal(int fd);

/// Sets LC_CTYPE to a UTF-8 locale, the user's where it is one.
void cle_use_utf8(void);
void cle_terminal_size(int *columns, int *rows);

/// Writes everything, whatever the kernel takes at a time. False when nobody reads any more.
bool cle_write(int fd, const uint8_t *bytes, size_t count);

/// Reads what is there: a count, 0 at the end, -1 on an error.
ptrdiff_t cle_read(int fd, uint8_t *bytes, size_t capacity);

/// Remembers how the terminal is, and puts it back at exit and on deadly signals.
void cle_guard_terminal(void);

/// While quiet, keys are kept for the next line and not echoed, and Ctrl-C is a signal. Otherwise
/// the terminal is as it was remembered, for other programs.
void cle_set_quiet(bool quiet);

/// Puts the terminal back as it was remembered.
void cle_restore_terminal(void);

/// Stops the process group, as Ctrl-Z does in a cooked terminal; returns when it goes on.
void cle_suspend(void);

// MARK: Signals

/// What `cle_wait` saw.
enum { CLE_INPUT = 1, CLE_RESIZED = 2, CLE_CONTINUED = 4, CLE_INTERRUPTED = 8 };

/// Catches SIGINT, SIGWINCH and SIGCONT, and ignores SIGPIPE.
void cle_catch_signals(void);

/// Waits for input or a signal; a negative limit has no end. 0 when the time is over.
int cle_wait(int milliseconds);

/// Whether SIGINT came since the flag was last cleared. Safe on any thread.
bool cle_interrupted(void);
void cle_clear_interrupt(void);

/// While true, a third SIGINT that nobody heeds ends the process.
void cle_set_busy(bool busy);

// MARK: Programs

/// Runs `sh -c command sh argument` on the terminal and returns its exit status, or -1.
int cle_run(const char *command, const char *argument);

/// Runs `sh -c command` with the bytes as its input. A reader that leaves early is no error.
int cle_pipe_to(const char *command, const uint8_t *bytes, size_t count);

// MARK: Small things of the system

/// The value of an environment variable, or null.
const char *cle_environment(const char *name);

/// Makes a private temporary file whose name ends in `suffix` and writes its path. False on an error.
bool cle_temporary_file(char *path, size_t capacity, const char *suffix, const uint8_t *bytes,
                        size_t count);
bool cle_remove_file(const char *path);

/// Makes the folders that `path` needs, private to the user.
void cle_make_folders(const char *path);

/// Appends in one write, to a file that only the user may read.
bool cle_append_file(const char *path, const uint8_t *bytes, size_t count);

/// Replaces a file through a rename, private to the user.
bool cle_replace_file(const char *path, const uint8_t *bytes, size_t count);

/// Reads a whole file into memory that `cle_release` frees. Null when it cannot be read.
uint8_t *cle_read_file(const char *path, size_t *count);

/// The names in a folder, one a line, folders with a slash; to be freed by `cle_release`.
uint8_t *cle_list_folder(const char *path, size_t *count);
void cle_release(uint8_t *bytes);

#endif
