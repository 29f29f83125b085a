#include "base/str.h"

static char lower(const char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static bool is_space(const char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool casus_str_equal_nocase(const casus_str a, const casus_str b)
{
    if (a.size != b.size) return false;
    for (size_t i = 0; i < a.size; i++)
        if (lower(a.at[i]) != lower(b.at[i])) return false;
    return true;
}

int casus_str_compare(const casus_str a, const casus_str b)
{
    const size_t shared = a.size < b.size ? a.size : b.size;
    const int order = shared ? memcmp(a.at, b.at, shared) : 0;
    if (order != 0) return order;
    return (a.size > b.size) - (a.size < b.size);
}

bool casus_str_starts(const casus_str text, const casus_str prefix)
{
    return text.size >= prefix.size && casus_str_equal((casus_str){text.at, prefix.size}, prefix);
}

bool casus_str_ends(const casus_str text, const casus_str suffix)
{
    return text.size >= suffix.size &&
           casus_str_equal((casus_str){text.at + (text.size - suffix.size), suffix.size}, suffix);
}

casus_str casus_str_slice(const casus_str text, size_t begin, size_t size)
{
    if (begin > text.size) begin = text.size;
    if (size > text.size - begin) size = text.size - begin;
    return (casus_str){text.at ? text.at + begin : text.at, size};
}

casus_str casus_str_trim(casus_str text)
{
    while (text.size && is_space(text.at[0])) {
        text.at++;
        text.size--;
    }
    while (text.size && is_space(text.at[text.size - 1])) text.size--;
    return text;
}

bool casus_str_cut(casus_str *rest, const char separator, casus_str *field)
{
    if (!rest->at || rest->size == 0) return false;
    const char *const stop = memchr(rest->at, separator, rest->size);
    if (!stop) {
        *field = *rest;
        *rest = (casus_str){NULL, 0};
        return true;
    }
    const size_t size = (size_t)(stop - rest->at);
    *field = (casus_str){rest->at, size};
    *rest = (casus_str){stop + 1, rest->size - size - 1};
    return true;
}

size_t casus_str_find(const casus_str text, const casus_str needle)
{
    if (needle.size == 0) return 0;
    for (size_t i = 0; needle.size <= text.size && i <= text.size - needle.size; i++)
        if (text.at[i] == needle.at[0] && memcmp(text.at + i, needle.at, needle.size) == 0)
            return i;
    return SIZE_MAX;
}

bool casus_str_to_u64(const casus_str text, uint64_t *const value)
{
    uint64_t sum = 0;
    if (text.size == 0) return false;
    for (size_t i = 0; i < text.size; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') return false;
        const uint64_t digit = (uint64_t)(text.at[i] - '0');
        if (sum > (UINT64_MAX - digit) / 10) return false;
        sum = sum * 10 + digit;
    }
    *value = sum;
    return true;
}

uint64_t casus_str_hash(const casus_str text, const uint64_t seed)
{
    uint64_t hash = casus_hash_start(seed);
    for (size_t i = 0; i < text.size; i++) hash = casus_hash_byte(hash, text.at[i]);
    return casus_hash_end(hash);
}
