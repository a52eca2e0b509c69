// Other programs: the user's editor and pager.

#define _GNU_SOURCE

#include "CLineEditor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// Starts the program with the signals as a fresh program expects them.
static pid_t start(char *const *arguments, int input) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_init(&actions);
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  if (input >= 0) posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  pid_t child = -1;
  int error = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error == 0 ? child : -1;
}

static int finish(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int cle_run(const char *command, const char *argument) {
  char *const arguments[] = {"sh", "-c", (char *)command, "sh", (char *)argument, NULL};
  pid_t child = start(arguments, -1);
  return child < 0 ? -1 : finish(child);
}

int cle_pipe_to(const char *command, const uint8_t *bytes, size_t count) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  char *const arguments[] = {"sh", "-c", (char *)command, NULL};
  pid_t child = start(arguments, ends[0]);
  close(ends[0]);
  if (child >= 0) cle_write(ends[1], bytes, count);
  close(ends[1]);
  return child < 0 ? -1 : finish(child);
}
