#include "ingest/normal.h"

#include <stdio.h>
#include <time.h>

static bool is_day(const int year, const int month, const int day)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= days[month - 1] + (month == 2 && leap);
}

/* "2024-05-06…" and "20240506…" */
static bool read_iso(const char *const text, int *const year, int *const month, int *const day)
{
    int used = 0;
    if (sscanf(text, "%4d-%2d-%2d%n", year, month, day, &used) == 3 && used >= 8) return true;
    if (strspn(text, "0123456789") != 8) return false;
    return sscanf(text, "%4d%2d%2d", year, month, day) == 3;
}

/* Dates as mail headers, feeds and page headers write them. strptime knows the month names, and
 * program and library stay in the C locale. */
static bool read_written(const char *const text, int *const year, int *const month, int *const day)
{
    static const char *const forms[] = {"%a, %d %b %Y", "%d %b %Y",      "%b %d, %Y",
                                        "%b %d %Y",     "%a, %b %d, %Y", "%Y/%m/%d"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct tm time = {0};
        if (!strptime(text, forms[i], &time)) continue;
        *year = time.tm_year + 1900;
        *month = time.tm_mon + 1;
        *day = time.tm_mday;
        return true;
    }
    return false;
}

casus_str casus_iso_day(casus_arena *const arena, const casus_str date)
{
    char text[64];
    const casus_str trimmed = casus_str_slice(casus_str_trim(date), 0, sizeof text - 1);
    memcpy(text, trimmed.size ? trimmed.at : "", trimmed.size);
    text[trimmed.size] = '\0';
    int year, month, day;
    if (!read_iso(text, &year, &month, &day) && !read_written(text, &year, &month, &day))
        return STR("");
    if (!is_day(year, month, day)) return STR("");
    return casus_arena_format(arena, "%04d-%02d-%02d", year, month, day);
}
