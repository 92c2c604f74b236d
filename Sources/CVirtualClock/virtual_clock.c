// Stands in for the C library's `clock_gettime`, so that `ContinuousClock.now` and `SuspendingClock.now` of code that does
// not know the kit tell the loop's virtual time. A thread that has set no virtual time sees the system's.
#define _GNU_SOURCE
#include "CVirtualClock.h"
#include <stdlib.h>

#if defined(__linux__)
#include <dlfcn.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static __thread bool is_virtual;
static __thread int64_t virtual_nanoseconds;

bool virtual_clock_is_available(void) { return true; }

void virtual_clock_set(int64_t nanoseconds) {
    is_virtual = true;
    virtual_nanoseconds = nanoseconds;
}

typedef int (*clock_function)(clockid_t, struct timespec *);
static clock_function system_clock_gettime;

static void find_system_clock(void) { system_clock_gettime = (clock_function)dlsym(RTLD_NEXT, "clock_gettime"); }

__attribute__((visibility("default"))) int clock_gettime(clockid_t clock, struct timespec *time) {
    if (is_virtual && (clock == CLOCK_MONOTONIC || clock == CLOCK_BOOTTIME)) {
        time->tv_sec = virtual_nanoseconds / 1000000000;
        time->tv_nsec = virtual_nanoseconds % 1000000000;
        return 0;
    }
    // Nil before the constructor below, and in a program without dynamic linking.
    return system_clock_gettime ? system_clock_gettime(clock, time) : (int)syscall(SYS_clock_gettime, clock, time);
}
#else
static void find_system_clock(void) {}
bool virtual_clock_is_available(void) { return false; }
void virtual_clock_set(int64_t nanoseconds) { (void)nanoseconds; }
#endif

/// Takeover's way in before `main`, for a program that cannot call it because it does not know of it.
extern void concurrencykit_take_over(void) __attribute__((weak));

__attribute__((constructor)) static void begin(void) {
    find_system_clock();
    if (concurrencykit_take_over && getenv("CONCURRENCYKIT_TAKEOVER")) concurrencykit_take_over();
}
