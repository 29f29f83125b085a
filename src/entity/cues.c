#include "entity/cues.h"

_Static_assert(CUE_COUNT <= 64, "a bit for each class");

#define CASUS_NAME_CUE(name, text) text,
static const char *const names[] = {CASUS_CUE_TABLE(CASUS_NAME_CUE)};
#undef CASUS_NAME_CUE

int casus_cue_from(const casus_str name)
{
    for (int i = 0; i < CUE_COUNT; i++)
        if (casus_str_equal(name, casus_str_from(names[i]))) return i;
    return -1;
}
