/* Preloaded into a server under test: a wall clock that can be set and a disk that is slow to sync, both while it runs.
 * TANGGAP_WORLD names a file of two 64-bit numbers: milliseconds that the wall clock is ahead, and milliseconds that each
 * sync takes longer. Straight system calls only: it must work inside the sanitizers' own start. */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

struct world {
    volatile int64_t ahead_ms;
    volatile int64_t sync_ms;
};

static const struct world calm = {0, 0};
static const struct world *world(void) {
    static const struct world *volatile here = 0;
    if (here) return here;
    const char *file = getenv("TANGGAP_WORLD");
    const struct world *found = &calm;
    const int handle = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;
    if (handle >= 0) {
        void *mapped = mmap(0, sizeof(struct world), PROT_READ, MAP_SHARED, handle, 0);
        if (mapped != MAP_FAILED) found = mapped;
        close(handle);
    }
    here = found;
    return here;
}

int clock_gettime(clockid_t clock, struct timespec *out) {
    const int result = (int)syscall(SYS_clock_gettime, clock, out);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        const int64_t ns = out->tv_nsec + world()->ahead_ms % 1000 * 1000000;
        out->tv_sec += world()->ahead_ms / 1000 + (ns >= 1000000000) - (ns < 0);
        out->tv_nsec = ns >= 1000000000 ? ns - 1000000000 : ns < 0 ? ns + 1000000000 : ns;
    }
    return result;
}

time_t time(time_t *out) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}

int gettimeofday(struct timeval *restrict out, void *restrict zone) {
    (void)zone;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    out->tv_sec = now.tv_sec;
    out->tv_usec = now.tv_nsec / 1000;
    return 0;
}

static void wait_for_disk(void) {
    const int64_t ms = world()->sync_ms;
    const struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    if (ms > 0) syscall(SYS_nanosleep, &time, 0);
}

int fsync(int handle) {
    wait_for_disk();
    return (int)syscall(SYS_fsync, handle);
}

int fdatasync(int handle) {
    wait_for_disk();
    return (int)syscall(SYS_fdatasync, handle);
}
