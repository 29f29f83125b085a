/* The lexicons of the room `text`, as read from data/text. */
#ifndef CASUS_TEXT_DATA_H
#define CASUS_TEXT_DATA_H

#include "text/text.h"

/* What words.txt and abbreviations.txt say of a word (lower case). */
enum {
    LEXICAL_TITLE = 1 << 0, /* abbreviation that stands before a name: never ends a sentence */
    LEXICAL_ABBREVIATION = 1 << 1, /* abbreviation that may end a sentence */
    LEXICAL_NUMBERED = 1 << 2,     /* abbreviation only before a number (No. 5) */
    LEXICAL_DATED = 1 << 3,   /* abbreviation only beside a number or capitalised (Sat., Mar.) */
    LEXICAL_PREFIX = 1 << 4,  /* stays joined by its hyphen to what follows (anti-) */
    LEXICAL_SUFFIX = 1 << 5,  /* stays joined by its hyphen to what precedes (-wise) */
    LEXICAL_UNIT = 1 << 6,    /* is cut off the digits before it (20km) */
    LEXICAL_STARTER = 1 << 7, /* begins a sentence when capitalised after an abbreviation */
    LEXICAL_SAYING = 1 << 8,  /* verb that attributes a quotation */
    LEXICAL_DOMAIN = 1 << 9,  /* last part of a host name or file name */
    LEXICAL_EMOTICON = 1 << 10,
    LEXICAL_ATTRIBUTE = 1 << 11, /* participle that only ever describes the noun behind it */
    LEXICAL_FLAGS = 12,
    LEXICAL_SPLIT_SHIFT = 16 /* bytes of the first part of a contraction (can|not), from here on */
};

typedef enum number_kind {
    NUMBER_UNIT,    /* 1 to 19 */
    NUMBER_TEN,     /* 20 to 90 */
    NUMBER_HUNDRED, /* multiplies what precedes */
    NUMBER_SCALE,   /* thousand, million … */
    NUMBER_DOZEN,   /* counted by a number: two dozen */
    NUMBER_VAGUE,   /* min and max: dozens, several */
    NUMBER_ARTICLE, /* a, an: one before hundred, dozen … */
    NUMBER_HALF,
    BOUND_MIN,       /* at least */
    BOUND_MAX,       /* up to, nearly */
    BOUND_ABOUT,     /* about, some: leaves the number as it is */
    BOUND_AFTER_MIN, /* or more */
    BOUND_AFTER_MAX, /* or fewer */
    BOUND_BETWEEN,
    BOUND_RANGE, /* between two numbers: to, and */
    NUMBER_KINDS
} number_kind;

typedef struct number_word {
    number_kind kind;
    uint64_t min, max;
} number_word;

struct casus_text_data {
    casus_arena *arena;
    casus_map words;   /* lower case to LEXICAL_ bits */
    casus_map numbers; /* lower case to an index of number_words; phrases by single blanks */
    VEC(number_word) number_words;
    casus_map irregular; /* form of a verb, in lower case, to an index of lemmas */
    VEC(casus_str) lemmas;
};

/* The LEXICAL_ bits of a word in any case, 0 when unknown or longer than 31 bytes. */
uint32_t casus_lexical(const casus_text_data *data, casus_str word);

/* Lower-cases ASCII into `buffer` of 32 bytes; an empty string when the word is longer. */
casus_str casus_lower_short(casus_str word, char *buffer);

#endif
