/* A document on its way through the house: each stage reads what earlier ones wrote and writes its
 * own part. */
#ifndef CASUS_RECORD_DOCUMENT_H
#define CASUS_RECORD_DOCUMENT_H

#include "casus.h"
#include "record/record.h"
#include "syntax/ud.h"

typedef struct casus_article { /* written by ingest; strings in the arena, empty when unknown */
    casus_str id, source, title, publisher, language, url;
    casus_str published; /* ISO 8601 day */
    casus_str text;      /* UTF-8, NFC, newlines as \n; what all spans refer to */
} casus_article;

typedef enum casus_sentence_kind {
    SENTENCE_BODY,
    SENTENCE_HEADLINE, /* a title or crosshead, without a full stop */
    SENTENCE_DATELINE, /* "KABUL, March 3 (Wire) -" standing alone or cut off the front of a
                          paragraph */
    SENTENCE_BYLINE
} casus_sentence_kind;

enum { WORD_SPACE_AFTER = 1, WORD_QUOTED = 2, WORD_MWT_FIRST = 4, WORD_MWT_REST = 8 };

/* Named-entity type of a word, from the model: none, person, organisation, place, other name. */
typedef enum casus_ner { NER_NONE, NER_PERSON, NER_ORGANISATION, NER_PLACE, NER_OTHER } casus_ner;

typedef struct casus_word {
    casus_span span; /* a part of a contraction (do|n't, its share of "cannot") has its own part of
                        the span */
    casus_str form, lemma;
    uint32_t head;     /* index of a word of the same sentence; its own index for the root */
    uint32_t features; /* casus_feature bits */
    uint32_t sentence;
    uint16_t flags;
    uint8_t upos, deprel, ner;
    uint8_t ner_begin; /* 1 where a name begins */
} casus_word;

typedef struct casus_sentence {
    uint32_t first, count; /* words */
    casus_span span;
    uint32_t paragraph; /* counts from 0 */
    casus_sentence_kind kind;
    float confidence; /* of the parse, 0 to 1 */
} casus_sentence;

/* A word that stands for several actors at once (both sides, the two countries). */
typedef struct casus_group {
    uint32_t word;
    casus_refs actors;
} casus_group;

/* A word that means a place named by an earlier mention (the city, there). */
typedef struct casus_place_echo {
    uint32_t word, mention;
} casus_place_echo;

struct casus_document {
    casus_arena *arena;
    casus_article article;

    VEC(casus_word) words;                /* text, syntax */
    VEC(casus_sentence) sentences;        /* text, syntax */
    uint32_t *first_child, *next_sibling; /* syntax: children in text order; CASUS_NONE ends */

    uint32_t *mention_at; /* entity: per word, the mention headed there, or CASUS_NONE */
    uint32_t *place_at;   /* geo: per word, the place mention headed there, or CASUS_NONE */
    uint32_t *time_at; /* time: per word, the temporal expression that covers it, or CASUS_NONE */

    VEC(casus_group) groups;            /* entity: in text order */
    VEC(casus_place_echo) place_echoes; /* geo: in text order */

    casus_record record;
};

/* What no document may outgrow; beyond it is CASUS_ERROR_LIMIT, with a clear line. */
enum {
    CASUS_LIMIT_INPUT = 1 << 30,  /* bytes of one input file that is not streamed */
    CASUS_LIMIT_LINE = 256 << 20, /* bytes of one line of JSON Lines */
    CASUS_LIMIT_TEXT = 64 << 20,  /* bytes of one article's text */
    CASUS_LIMIT_SENTENCE = 400,   /* words of one sentence; a longer one is cut */
    CASUS_LIMIT_DEPTH = 512       /* nesting of HTML and JSON */
};

/* Iterates over the children of `word` in text order. */
#define EACH_CHILD(document, word, child)                                                          \
    uint32_t child = (document)->first_child[word];                                                \
    (child) != CASUS_NONE;                                                                         \
    child = (document)->next_sibling[child]

static inline bool casus_word_is_root(const casus_document *document, uint32_t word)
{
    return document->words.at[word].head == word;
}

static inline casus_str casus_document_text(const casus_document *document, casus_span span)
{
    return (casus_str){document->article.text.at + span.begin, span.end - span.begin};
}

#endif
