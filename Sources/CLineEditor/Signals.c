// Signals become bits: a handler sets one and wakes the poll through a pipe to ourselves.

#define _GNU_SOURCE

#include "CLineEditor.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static int wake_pipe[2] = {-1, -1};
static atomic_int seen;
static atomic_int interrupts;
static atomic_bool is_busy;

static void note(int signal_number) {
  int error = errno;
  if (signal_number == SIGINT) {
    // A query that never looks at the flag must not hold the user.
    if (atomic_fetch_add(&interrupts, 1) >= 2 && atomic_load(&is_busy)) {
      cle_restore_terminal();
      _exit(130);
    }
    atomic_fetch_or(&seen, CLE_INTERRUPTED);
  }
  if (signal_number == SIGWINCH) atomic_fetch_or(&seen, CLE_RESIZED);
  if (signal_number == SIGCONT) atomic_fetch_or(&seen, CLE_CONTINUED);
  ssize_t ignored = write(wake_pipe[1], "", 1);
  (void)ignored;
  errno = error;
}

void cle_catch_signals(void) {
  if (wake_pipe[0] >= 0 || pipe(wake_pipe) != 0) return;
  for (int i = 0; i < 2; i++) {
    fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
    fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
  }
  static const int caught[] = {SIGINT, SIGWINCH, SIGCONT};
  for (size_t i = 0; i < sizeof caught / sizeof caught[0]; i++) {
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(caught[i], &action, NULL);
  }
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigemptyset(&ignore.sa_mask);
  sigaction(SIGPIPE, &ignore, NULL);
}

int cle_wait(int milliseconds) {
  struct pollfd watched[2] = {{.fd = STDIN_FILENO, .events = POLLIN},
                              {.fd = wake_pipe[0], .events = POLLIN}};
  for (;;) {
    int count = poll(watched, 2, milliseconds);
    if (count < 0 && errno != EINTR) return CLE_INPUT;
    char drain[64];
    while (wake_pipe[0] >= 0 && read(wake_pipe[0], drain, sizeof drain) > 0) {
    }
    int result = atomic_exchange(&seen, 0);
    if (count > 0 && watched[0].revents) result |= CLE_INPUT;
    if (result || count == 0) return result;
  }
}

bool cle_interrupted(void) { return atomic_load_explicit(&interrupts, memory_order_relaxed) > 0; }

void cle_clear_interrupt(void) {
  atomic_store(&interrupts, 0);
  atomic_fetch_and(&seen, ~CLE_INTERRUPTED);
}

void cle_set_busy(bool busy) { atomic_store(&is_busy, busy); }
