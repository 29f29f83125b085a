/* What every unit test includes: cmocka wants its own order of headers. */
#ifndef CASUS_UNIT_H
#define CASUS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "casus.h"

#define assert_str(actual, expected)                                                               \
    do {                                                                                           \
        const casus_str found_ = (actual);                                                         \
        assert_int_equal(found_.size, strlen(expected));                                           \
        assert_memory_equal(found_.size ? found_.at : "", (expected), found_.size);                \
    } while (0)

static inline int with_arena(void **const state)
{
    *state = casus_arena_create();
    return *state ? 0 : -1;
}

static inline int without_arena(void **const state)
{
    casus_arena_destroy(*state);
    return 0;
}

#endif
