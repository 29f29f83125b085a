#include "syntax/units.h"

enum { KIND_WORD = 1, KIND_PREFIX, KIND_SUFFIX, KIND_GRAM, KIND_SHAPE };
enum { PREFIXES = 4, SUFFIXES = 5, GRAM_LEAST = 3, GRAM_MOST = 4, SHAPE_BYTES = 8 };

/* Typographic marks of three bytes that begin with E2 80: last byte and what stands for them. */
static char mark_from(const unsigned char last)
{
    switch (last) {
    case 0x90:
    case 0x91:
    case 0x92:
    case 0x93:
    case 0x94:
    case 0x95:
        return '-';
    case 0x98:
    case 0x99:
    case 0x9a:
    case 0x9b:
    case 0xb2:
        return '\'';
    case 0x9c:
    case 0x9d:
    case 0x9e:
    case 0x9f:
    case 0xb3:
        return '"';
    default:
        return 0;
    }
}

/* One character from `at`: writes its normal form to `to` (at most 4 bytes), gives bytes read. */
static uint32_t normal_character(const unsigned char *const at, const size_t left, char *const to,
                                 uint32_t *const written)
{
    *written = 1;
    to[0] = (char)at[0];
    if (at[0] < 0x80) {
        if (at[0] >= 'A' && at[0] <= 'Z') to[0] = (char)(at[0] | 0x20);
        return 1;
    }
    if (at[0] == 0xe2 && left >= 3 && at[1] == 0x80 && mark_from(at[2])) {
        to[0] = mark_from(at[2]);
        return 3;
    }
    const uint32_t size = at[0] >= 0xf0 ? 4 : at[0] >= 0xe0 ? 3 : at[0] >= 0xc0 ? 2 : 1;
    if (size > left) return 1;
    for (uint32_t i = 0; i < size; i++) to[i] = (char)at[i];
    *written = size;
    if (at[0] == 0xc3 && at[1] >= 0x80 && at[1] <= 0x9e && at[1] != 0x97)
        to[1] = (char)(at[1] + 0x20); /* À to Þ */
    else if ((at[0] == 0xc4 || at[0] == 0xc5) && !(at[1] & 1) &&
             !(at[0] == 0xc4 && at[1] >= 0xb8) && !(at[0] == 0xc5 && at[1] < 0x8a))
        to[1] = (char)(at[1] + 1); /* Latin Extended-A, where upper case is even */
    return size;
}

uint32_t casus_unit_normal(const casus_str form, char normal[CASUS_UNIT_BYTES])
{
    enum { HALF = CASUS_UNIT_BYTES / 2 - 4 };
    uint32_t size = 0;
    for (size_t at = 0; at < form.size;) {
        if (size >= HALF && form.size - at > HALF && form.size > CASUS_UNIT_BYTES - 8)
            at = form.size - HALF;
        uint32_t written;
        at += normal_character((const unsigned char *)form.at + at, form.size - at, normal + size,
                               &written);
        size += written;
        if (size > CASUS_UNIT_BYTES - 4) break;
    }
    return size;
}

/* The kind is spread over all bits, since a small seed would only change the first byte. */
static uint64_t key_of(const int kind, const char *const at, const uint32_t size)
{
    return casus_str_hash((casus_str){at, size}, (uint64_t)kind * UINT64_C(0x9e3779b97f4a7c15));
}

uint64_t casus_unit_word_key(const char *const normal, const uint32_t size)
{
    return key_of(KIND_WORD, normal, size);
}

static char shape_of(const unsigned char byte)
{
    if (byte >= '0' && byte <= '9') return 'd';
    if (byte >= 'A' && byte <= 'Z') return 'X';
    if ((byte >= 'a' && byte <= 'z') || byte >= 0x80) return 'x';
    return (char)byte;
}

/* Runs of like characters count once, long shapes are cut: "Al-Shabaab" is Xx-Xx, "1,200" is d,d.
 */
static void add_shape(const casus_str form, const bool first, casus_units *const units)
{
    char shape[SHAPE_BYTES + 1];
    uint32_t size = 0;
    shape[size++] = first ? '^' : ' ';
    for (size_t i = 0; i < form.size && size < SHAPE_BYTES; i++) {
        const char next = shape_of((unsigned char)form.at[i]);
        if (shape[size - 1] != next) shape[size++] = next;
    }
    units->parts[units->count++] = key_of(KIND_SHAPE, shape, size);
    units->parts[units->count++] = key_of(KIND_SHAPE, shape + 1, size - 1);
}

static void add(casus_units *const units, const int kind, const char *const at, const uint32_t size)
{
    if (units->count < CASUS_UNITS) units->parts[units->count++] = key_of(kind, at, size);
}

void casus_units_of(const casus_str form, const bool first, casus_units *const units)
{
    char edged[CASUS_UNIT_BYTES + 2];
    char *const normal = edged + 1;
    const uint32_t size = casus_unit_normal(form, normal);
    units->count = 0;
    units->word = casus_unit_word_key(normal, size);
    add_shape(form, first, units);
    for (uint32_t i = 1; i <= PREFIXES && i <= size; i++) add(units, KIND_PREFIX, normal, i);
    for (uint32_t i = 1; i <= SUFFIXES && i <= size; i++)
        add(units, KIND_SUFFIX, normal + size - i, i);
    edged[0] = '<';
    edged[size + 1] = '>';
    for (uint32_t length = GRAM_LEAST; length <= GRAM_MOST; length++)
        for (uint32_t i = 0; i + length <= size + 2; i++) add(units, KIND_GRAM, edged + i, length);
}
