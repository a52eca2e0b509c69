// The terminal: its size, its bytes, and how it is left behind.

#define _GNU_SOURCE

#include "CLineEditor.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct termios remembered;
static volatile sig_atomic_t is_guarded;
static bool has_handlers;

bool cle_is_terminal(int fd) { return isatty(fd) == 1; }

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

void cle_use_utf8(void) {
  static const char *const names[] = {"", "C.UTF-8", "en_US.UTF-8", "UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (setlocale(LC_CTYPE, names[i]) && is_utf8()) return;
}

void cle_terminal_size(int *columns, int *rows) {
  struct winsize size = {0};
  bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 || ioctl(0, TIOCGWINSZ, &size) == 0;
  *columns = known && size.ws_col > 0 ? size.ws_col : 80;
  *rows = known && size.ws_row > 0 ? size.ws_row : 24;
}

bool cle_write(int fd, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(fd, bytes, count);
    if (written < 0 && errno == EAGAIN) {
      struct pollfd ready = {.fd = fd, .events = POLLOUT};
      poll(&ready, 1, -1);
    } else if (written < 0 && errno != EINTR) {
      return false;
    } else if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
  return true;
}

ptrdiff_t cle_read(int fd, uint8_t *bytes, size_t capacity) {
  for (;;) {
    ssize_t count = read(fd, bytes, capacity);
    if (count >= 0 || errno != EINTR) return count;
  }
}

void cle_restore_terminal(void) {
  if (!is_guarded) return;
  static const char normal[] = "\x1b[?2004l\x1b[?25h\x1b[0m";
  ssize_t ignored = write(STDOUT_FILENO, normal, sizeof normal - 1);
  (void)ignored;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &remembered);
  is_guarded = 0;
}

void cle_set_quiet(bool quiet) {
  if (!is_guarded) return;
  struct termios modes = remembered;
  if (quiet) modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
}

static struct sigaction former[NSIG];

static void die(int signal_number) {
  int error = errno;
  cle_restore_terminal();
  sigaction(signal_number, &former[signal_number], NULL);
  raise(signal_number);
  errno = error;
}

// A stack that has run over needs another one to tell of it.
static void use_other_stack(void) {
  static char memory[65536];
  stack_t stack = {.ss_sp = memory, .ss_size = sizeof memory};
  sigaltstack(&stack, NULL);
}

void cle_guard_terminal(void) {
  if (is_guarded || tcgetattr(STDIN_FILENO, &remembered) != 0) return;
  is_guarded = 1;
  if (has_handlers) return;
  has_handlers = true;
  atexit(cle_restore_terminal);
  use_other_stack();
  static const int deadly[] = {SIGHUP,  SIGQUIT, SIGILL,  SIGTRAP, SIGABRT,
                               SIGBUS,  SIGFPE,  SIGSEGV, SIGTERM};
  for (size_t i = 0; i < sizeof deadly / sizeof deadly[0]; i++) {
    struct sigaction action = {.sa_handler = die, .sa_flags = SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigaction(deadly[i], &action, &former[deadly[i]]);
    // Started under nohup, a hang-up stays ignored.
    if (former[deadly[i]].sa_handler == SIG_IGN) sigaction(deadly[i], &former[deadly[i]], NULL);
  }
}

void cle_suspend(void) { kill(0, SIGTSTP); }
