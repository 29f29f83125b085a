/* Classes of characters, for ASCII from a table. */
#ifndef CASUS_TEXT_CHARS_H
#define CASUS_TEXT_CHARS_H

#include "base/str.h"

typedef enum casus_char_class {
    CHAR_SPACE,
    CHAR_LETTER, /* and marks, joiners */
    CHAR_DIGIT,
    CHAR_OPEN,     /* opening bracket or quotation mark */
    CHAR_CLOSE,    /* closing bracket or quotation mark */
    CHAR_QUOTE,    /* straight quotation mark: either */
    CHAR_DASH,     /* hyphen, en dash, em dash */
    CHAR_CURRENCY, /* $ and its kin */
    CHAR_SYMBOL    /* all else */
} casus_char_class;

typedef struct casus_char {
    uint32_t code;
    uint8_t size; /* bytes, at least 1: a byte that is no UTF-8 is a symbol of its own */
    uint8_t klass;
} casus_char;

extern const uint8_t casus_ascii_classes[128];

/* For characters outside ASCII: decodes at `at`, which has `size` > 0 bytes. */
casus_char casus_char_decode(const char *at, size_t size);

static inline casus_char casus_char_at(const casus_str text, const size_t at)
{
    if (at >= text.size) return (casus_char){0, 1, CHAR_SPACE};
    const uint8_t byte = (uint8_t)text.at[at];
    if (byte < 128) return (casus_char){byte, 1, casus_ascii_classes[byte]};
    return casus_char_decode(text.at + at, text.size - at);
}

/* The byte at `at`, or 0 beyond the end. */
static inline char casus_byte_at(const casus_str text, const size_t at)
{
    return at < text.size ? text.at[at] : 0;
}

static inline bool casus_is_digit(const char c)
{
    return c >= '0' && c <= '9';
}

static inline bool casus_is_ascii_letter(const char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool casus_is_ascii_upper(const char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Is the first character an upper-case (or title-case) letter; a lower-case one? */
bool casus_starts_upper(casus_str text);
bool casus_starts_lower(casus_str text);

/* Typographic and straight apostrophes: ' ’ ʼ ` . */
static inline bool casus_is_apostrophe(const uint32_t code)
{
    return code == '\'' || code == 0x2019 || code == 0x02bc || code == '`';
}

#endif
