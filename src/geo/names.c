#include "geo/names.h"

#include <math.h>

#include "text/fold.h"

casus_str casus_geo_key_of_folded(casus_arena *const arena, casus_str folded)
{
    folded = casus_str_trim(folded);
    if (casus_str_starts(folded, STR("the "))) folded = casus_str_slice(folded, 4, SIZE_MAX);
    if (folded.size == 0 || !memchr(folded.at, '\'', folded.size)) return folded;
    char *const bytes = ARENA_ARRAY(arena, char, folded.size);
    size_t size = 0;
    for (size_t i = 0; i < folded.size; i++)
        if (folded.at[i] != '\'') bytes[size++] = folded.at[i];
    return (casus_str){bytes, size};
}

casus_str casus_geo_key(casus_arena *const arena, const casus_str name)
{
    return casus_geo_key_of_folded(arena, casus_fold(arena, name));
}

double casus_geo_distance(const double lat1, const double lon1, const double lat2,
                          const double lon2)
{
    const double radian = 3.14159265358979323846 / 180;
    const double a = sin((lat2 - lat1) * radian / 2), b = sin((lon2 - lon1) * radian / 2);
    const double h = a * a + cos(lat1 * radian) * cos(lat2 * radian) * b * b;
    return 2 * 6371 * asin(sqrt(h < 1 ? h : 1));
}
