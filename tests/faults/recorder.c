/* Records what a process writes below a folder, for a replay of power cuts.
 *
 * Loaded with LD_PRELOAD. RECORD_DIR is the folder, with a slash at its end;
 * RECORD_TO is the file of the record. Each event is a header of 64 bytes
 * (kind, file name, offset, length), and after a write the bytes themselves.
 * Kinds: W write, S sync, T truncate to an offset.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { FILES = 512, NAME = 47 };

struct event {
    char kind;
    char name[NAME];
    int64_t offset, length;
};

static char watched[FILES][NAME];
static int record = -1;

#define NEXT(type, function) ((type)dlsym(RTLD_NEXT, function))
typedef int (*open_like)(const char *, int, ...);
typedef ssize_t (*pwrite_like)(int, const void *, size_t, off64_t);
typedef ssize_t (*write_like)(int, const void *, size_t);
typedef int (*sync_like)(int);
typedef int (*truncate_like)(int, off64_t);

static int is_watched(int file) { return file >= 0 && file < FILES && watched[file][0]; }

static void tell(char kind, int file, int64_t offset, const void *bytes, int64_t length) {
    if (!is_watched(file)) return;
    struct event event = {.kind = kind, .offset = offset, .length = length};
    memcpy(event.name, watched[file], NAME);
    write_like put = NEXT(write_like, "write");
    if (put(record, &event, sizeof event) != sizeof event) abort();
    if (bytes && put(record, bytes, (size_t)length) != length) abort();
}

static int opened(const char *function, const char *path, int flags, mode_t mode) {
    int file = NEXT(open_like, function)(path, flags, mode);
    const char *folder = getenv("RECORD_DIR"), *target = getenv("RECORD_TO");
    if (file < 0 || file >= FILES || !folder || !target) return file;
    watched[file][0] = 0;
    if (strncmp(path, folder, strlen(folder)) || strlen(path + strlen(folder)) >= NAME) return file;
    if (record < 0) record = NEXT(open_like, "open")(target, O_WRONLY | O_CREAT | O_APPEND, 0600);
    strncpy(watched[file], path + strlen(folder), NAME); /* and nothing of an older name */
    return file;
}

#define OPEN(function)                                   \
    int function(const char *path, int flags, ...) {     \
        va_list rest;                                    \
        va_start(rest, flags);                           \
        mode_t mode = va_arg(rest, mode_t);              \
        va_end(rest);                                    \
        return opened(#function, path, flags, mode);     \
    }
OPEN(open)
OPEN(open64)

#define PWRITE(function)                                                          \
    ssize_t function(int file, const void *bytes, size_t length, off64_t offset) { \
        ssize_t done = NEXT(pwrite_like, #function)(file, bytes, length, offset);  \
        if (done > 0) tell('W', file, offset, bytes, done);                        \
        return done;                                                              \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int file, const void *bytes, size_t length) {
    off64_t end = is_watched(file) ? lseek64(file, 0, SEEK_END) : 0; /* only appended to */
    ssize_t done = NEXT(write_like, "write")(file, bytes, length);
    if (done > 0) tell('W', file, end, bytes, done);
    return done;
}

#define SYNC(function)                              \
    int function(int file) {                        \
        int failed = NEXT(sync_like, #function)(file); \
        if (!failed) tell('S', file, 0, 0, 0);      \
        return failed;                              \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(function)                                       \
    int function(int file, off64_t size) {                       \
        int failed = NEXT(truncate_like, #function)(file, size); \
        if (!failed) tell('T', file, size, 0, 0);                \
        return failed;                                           \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

int close(int file) {
    if (is_watched(file)) watched[file][0] = 0;
    return NEXT(sync_like, "close")(file);
}
