#pragma once
#include <stdbool.h>
#include <stdint.h>

/// True where `clock_gettime` can be stood in for: on Linux, when this object is linked into the program itself.
bool virtual_clock_is_available(void);

/// From now on, on the calling thread only, the monotonic clocks say this.
void virtual_clock_set(int64_t nanoseconds);
