/* Records what a process writes below a folder, for a replay of power cuts.
 *
 * Loaded with LD_PRELOAD. RECORD_DIR is the folder, with a slash at its end;
 * RECORD_TO is the file of the record. Each event is a header of 64 bytes
 * (kind, file name, offset, length), and after a write the bytes themselves.
 * Kinds: W write, S sync, T truncate to an offset, U unlink; the folder itself
 * is called ".", and its sync makes an unlink last.
 *
 * A child also lets calls below the folder fail: `fault(n, error, for_ever)`
 * counts reads, writes, syncs and truncations from now on, and the n-th fails
 * with `error`, or with error 0 kills the process. `io_calls()` counts them.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
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
static long calls, until;
static int fault_error, fault_for_ever;

#define NEXT(type, function) ((type)dlsym(RTLD_NEXT, function))
typedef int (*open_like)(const char *, int, ...);
typedef ssize_t (*pwrite_like)(int, const void *, size_t, off64_t);
typedef ssize_t (*write_like)(int, const void *, size_t);
typedef int (*sync_like)(int);
typedef int (*truncate_like)(int, off64_t);
typedef ssize_t (*pread_like)(int, void *, size_t, off64_t);
typedef int (*unlink_like)(const char *);

static int is_watched(int file) { return file >= 0 && file < FILES && watched[file][0]; }

void fault(long n, int error, int for_ever) {
    calls = 0, until = n, fault_error = error, fault_for_ever = for_ever;
}

long io_calls(void) { return calls; }

static int fails(int file) {
    if (!is_watched(file)) return 0;
    calls++;
    if (!until || calls < until || (calls > until && !fault_for_ever)) return 0;
    if (!fault_error) kill(getpid(), SIGKILL);
    errno = fault_error;
    return 1;
}

static void tell(char kind, int file, int64_t offset, const void *bytes, int64_t length) {
    if (!is_watched(file)) return;
    struct event event = {.kind = kind, .offset = offset, .length = length};
    memcpy(event.name, watched[file], NAME);
    write_like put = NEXT(write_like, "write");
    if (put(record, &event, sizeof event) != sizeof event) abort();
    if (bytes && put(record, bytes, (size_t)length) != length) abort();
}

static int is_folder(const char *path, const char *folder) {
    size_t length = strlen(path);
    return length + 1 == strlen(folder) && !strncmp(path, folder, length);
}

static int opened(const char *function, const char *path, int flags, mode_t mode) {
    int file = NEXT(open_like, function)(path, flags, mode);
    const char *folder = getenv("RECORD_DIR"), *target = getenv("RECORD_TO"), *mark = 0;
    if (file < 0 || file >= FILES || !folder || !target) return file;
    watched[file][0] = 0;
    if (is_folder(path, folder)) path = folder, mark = ".";
    if (strncmp(path, folder, strlen(folder)) || strlen(path + strlen(folder)) >= NAME) return file;
    if (record < 0) record = NEXT(open_like, "open")(target, O_WRONLY | O_CREAT | O_APPEND, 0600);
    strncpy(watched[file], mark ? mark : path + strlen(folder), NAME); /* nothing of an older name */
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
        if (fails(file)) return -1;                                                \
        ssize_t done = NEXT(pwrite_like, #function)(file, bytes, length, offset);  \
        if (done > 0) tell('W', file, offset, bytes, done);                        \
        return done;                                                              \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

#define PREAD(function)                                                     \
    ssize_t function(int file, void *bytes, size_t length, off64_t offset) { \
        if (fails(file)) return -1;                                          \
        return NEXT(pread_like, #function)(file, bytes, length, offset);     \
    }
PREAD(pread)
PREAD(pread64)

ssize_t write(int file, const void *bytes, size_t length) {
    if (fails(file)) return -1;
    off64_t end = is_watched(file) ? lseek64(file, 0, SEEK_END) : 0; /* only appended to */
    ssize_t done = NEXT(write_like, "write")(file, bytes, length);
    if (done > 0) tell('W', file, end, bytes, done);
    return done;
}

#define SYNC(function)                              \
    int function(int file) {                        \
        if (fails(file)) return -1;                 \
        int failed = NEXT(sync_like, #function)(file); \
        if (!failed) tell('S', file, 0, 0, 0);      \
        return failed;                              \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(function)                                       \
    int function(int file, off64_t size) {                       \
        if (fails(file)) return -1;                              \
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

int unlink(const char *path) {
    const char *folder = getenv("RECORD_DIR");
    int failed = NEXT(unlink_like, "unlink")(path);
    if (failed || record < 0 || !folder || strncmp(path, folder, strlen(folder))) return failed;
    struct event event = {.kind = 'U'};
    strncpy(event.name, path + strlen(folder), NAME - 1);
    if (NEXT(write_like, "write")(record, &event, sizeof event) != sizeof event) abort();
    return failed;
}
