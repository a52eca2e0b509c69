#define _GNU_SOURCE

#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif

// Between fork and exec only async-signal-safe calls: the tests run in many threads.
static void become(const char *path, char *const *arguments, char *const *environment,
                   const char *folder) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int i = 1; i < 32; i++) signal(i, SIG_DFL);
  if (folder && chdir(folder) != 0) _exit(126);
  execve(path, arguments, environment);
  _exit(127);
}

pid_t cpt_spawn(const char *path, char *const *arguments, char *const *environment,
                const char *folder, int columns, int rows, int *controller) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  pid_t child = forkpty(controller, NULL, NULL, &size);
  if (child == 0) become(path, arguments, environment, folder);
  if (child > 0) {
    fcntl(*controller, F_SETFD, FD_CLOEXEC);
    fcntl(*controller, F_SETFL, fcntl(*controller, F_GETFL) | O_NONBLOCK);
  }
  return child;
}

ptrdiff_t cpt_read(int controller, uint8_t *bytes, size_t capacity, int milliseconds) {
  struct pollfd watched = {.fd = controller, .events = POLLIN};
  if (poll(&watched, 1, milliseconds) <= 0) return 0;
  ssize_t count = read(controller, bytes, capacity);
  if (count > 0) return count;
  return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

ptrdiff_t cpt_write(int controller, const uint8_t *bytes, size_t count) {
  ssize_t written = write(controller, bytes, count);
  if (written >= 0) return written;
  return errno == EAGAIN || errno == EINTR ? 0 : -1;
}

void cpt_resize(int controller, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(controller, TIOCSWINSZ, &size);
}

bool cpt_is_cooked(int controller) {
  struct termios modes;
  if (tcgetattr(controller, &modes) != 0) return false;
  return (modes.c_lflag & ICANON) && (modes.c_lflag & ECHO) && (modes.c_lflag & ISIG);
}

bool cpt_has_signals(int controller) {
  struct termios modes;
  return tcgetattr(controller, &modes) == 0 && (modes.c_lflag & ISIG);
}

int cpt_poll_exit(pid_t child) {
  int status = 0;
  if (waitpid(child, &status, WNOHANG) != child) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void cpt_kill(pid_t child, int signal_number) { kill(child, signal_number); }

void cpt_end(pid_t child, int controller) {
  close(controller);
  if (child <= 0) return;
  kill(-child, SIGKILL);
  kill(child, SIGKILL);
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
  }
}
