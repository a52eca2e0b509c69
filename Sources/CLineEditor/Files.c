// Small private files: the history and what the editor is handed.

#define _GNU_SOURCE

#include "CLineEditor.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *cle_environment(const char *name) { return getenv(name); }

bool cle_temporary_file(char *path, size_t capacity, const char *suffix, const uint8_t *bytes,
                        size_t count) {
  const char *folder = getenv("TMPDIR");
  if (!folder || !*folder) folder = "/tmp";
  int length = snprintf(path, capacity, "%s/quoth-XXXXXX%s", folder, suffix);
  if (length < 0 || (size_t)length >= capacity) return false;
  int fd = mkstemps(path, (int)strlen(suffix));
  if (fd < 0) return false;
  bool written = cle_write(fd, bytes, count);
  return close(fd) == 0 && written;
}

bool cle_remove_file(const char *path) { return unlink(path) == 0; }

void cle_make_folders(const char *path) {
  char prefix[PATH_MAX];
  size_t length = strlen(path);
  if (length >= sizeof prefix) return;
  for (size_t i = 0; i < length; i++) {
    prefix[i] = path[i];
    if (i == 0 || path[i] != '/') continue;
    prefix[i] = 0;
    mkdir(prefix, 0700);
    prefix[i] = '/';
  }
}

static bool write_file(const char *path, int flags, const uint8_t *bytes, size_t count) {
  int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);
  if (fd < 0) return false;
  bool written = cle_write(fd, bytes, count);
  return close(fd) == 0 && written;
}

bool cle_append_file(const char *path, const uint8_t *bytes, size_t count) {
  return write_file(path, O_APPEND, bytes, count);
}

bool cle_replace_file(const char *path, const uint8_t *bytes, size_t count) {
  char draft[PATH_MAX];
  int length = snprintf(draft, sizeof draft, "%s.%ld", path, (long)getpid());
  if (length < 0 || (size_t)length >= sizeof draft) return false;
  bool replaced = write_file(draft, O_TRUNC, bytes, count) && rename(draft, path) == 0;
  if (!replaced) unlink(draft);
  return replaced;
}

uint8_t *cle_read_file(const char *path, size_t *count) {
  *count = 0;
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return NULL;
  uint8_t *bytes = NULL;
  size_t capacity = 0;
  ptrdiff_t got = 0;
  do {
    if (capacity - *count < 4096) {
      capacity = capacity * 2 + 65536;
      uint8_t *larger = realloc(bytes, capacity);
      if (!larger) break;
      bytes = larger;
    }
    got = cle_read(fd, bytes + *count, capacity - *count);
    if (got > 0) *count += (size_t)got;
  } while (got > 0);
  close(fd);
  return bytes;
}

static bool is_folder(const char *folder, const char *name) {
  char path[PATH_MAX];
  struct stat status;
  int length = snprintf(path, sizeof path, "%s/%s", folder, name);
  return length > 0 && (size_t)length < sizeof path && stat(path, &status) == 0 &&
         S_ISDIR(status.st_mode);
}

uint8_t *cle_list_folder(const char *path, size_t *count) {
  *count = 0;
  DIR *folder = opendir(path);
  if (!folder) return NULL;
  char *names = NULL;
  FILE *list = open_memstream(&names, count);
  for (struct dirent *entry; list && (entry = readdir(folder));)
    if (entry->d_name[0] != '.')
      fprintf(list, "%s%s\n", entry->d_name, is_folder(path, entry->d_name) ? "/" : "");
  if (list) fclose(list);
  closedir(folder);
  return (uint8_t *)names;
}

void cle_release(uint8_t *bytes) { free(bytes); }
