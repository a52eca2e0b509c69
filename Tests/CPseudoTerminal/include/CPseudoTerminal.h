// A program on a pseudo-terminal: what Swift cannot call itself (fork, forkpty).

#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Starts `path` on a new pseudo-terminal and writes its controlling side. The child, or -1.
pid_t cpt_spawn(const char *path, char *const *arguments, char *const *environment,
                const char *folder, int columns, int rows, int *controller);

/// Waits for output and reads it: a count, 0 when the time is over, -1 at the end.
ptrdiff_t cpt_read(int controller, uint8_t *bytes, size_t capacity, int milliseconds);

/// Writes what the terminal takes now, without waiting: a count, or -1 on an error.
ptrdiff_t cpt_write(int controller, const uint8_t *bytes, size_t count);
void cpt_resize(int controller, int columns, int rows);

/// Whether the terminal hands over whole lines and echoes, as a shell leaves it.
bool cpt_is_cooked(int controller);

/// Whether Ctrl-C is a signal.
bool cpt_has_signals(int controller);

/// The exit status, 128 + the signal that ended the child, or -1 while it runs.
int cpt_poll_exit(pid_t child);
void cpt_kill(pid_t child, int signal_number);

/// Kills the child and everything in its session's foreground, then closes the terminal.
void cpt_end(pid_t child, int controller);

#endif
