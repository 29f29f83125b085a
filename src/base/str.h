/* Counted byte strings: views that own nothing.  The bytes they point to belong to an arena, a
 * mapped file or a literal, and are not required to end with NUL. */
#ifndef CASUS_BASE_STR_H
#define CASUS_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct casus_str {
    const char *at;
    size_t size; /* bytes */
} casus_str;

/* A view of a string literal. */
#define STR(literal) ((casus_str){(literal), sizeof(literal) - 1})

static inline casus_str casus_str_from(const char *c_string)
{
    return (casus_str){c_string, c_string ? strlen(c_string) : 0};
}

static inline bool casus_str_equal(const casus_str a, const casus_str b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.at, b.at, a.size) == 0);
}

/* ASCII-only case folding: enough for keys and ASCII cues; names fold with casus_fold(). */
bool casus_str_equal_nocase(casus_str a, casus_str b);
int casus_str_compare(casus_str a, casus_str b); /* byte order, like memcmp */
bool casus_str_starts(casus_str text, casus_str prefix);
bool casus_str_ends(casus_str text, casus_str suffix);

/* The bytes from `begin` on, at most `size` of them; clamped to the string. */
casus_str casus_str_slice(casus_str text, size_t begin, size_t size);

/* Without leading and trailing ASCII white space. */
casus_str casus_str_trim(casus_str text);

/* Cuts the next field off `*rest` at `separator`; false when nothing is left.  "a;b" gives a, b; ""
 * gives nothing. */
bool casus_str_cut(casus_str *rest, char separator, casus_str *field);

/* First place of `needle` in `text`, or SIZE_MAX. */
size_t casus_str_find(casus_str text, casus_str needle);

/* Non-negative decimal integer that fills the whole string; false when it does not or overflows. */
bool casus_str_to_u64(casus_str text, uint64_t *value);

/* The steps of casus_str_hash(), for text that is not in one piece: FNV-1a (Fowler, Noll and Vo),
 * its bits spread at the end. */
static inline uint64_t casus_hash_start(const uint64_t seed)
{
    return UINT64_C(0xcbf29ce484222325) ^ seed;
}

static inline uint64_t casus_hash_byte(const uint64_t hash, const char byte)
{
    return (hash ^ (uint8_t)byte) * UINT64_C(0x100000001b3);
}

static inline uint64_t casus_hash_end(uint64_t hash)
{
    hash ^= hash >> 32;
    hash *= UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ (hash >> 29);
}

/* 64-bit FNV-1a with a final mix; the same on every machine. `seed` separates tables. */
uint64_t casus_str_hash(casus_str text, uint64_t seed);

#endif
