/* Inside the tagger: words as it sees them, and candidates for toponyms.
 *
 * The way: casus_geo_tokens -> casus_geo_candidates (and casus_geo_unknown) -> casus_geo_judge
 * (place or not, and how used)
 * -> casus_geo_resolve (which place) -> the record. */
#ifndef CASUS_GEO_TAGGER_H
#define CASUS_GEO_TAGGER_H

#include "geo/gazetteer.h"

enum { GEO_LONGEST = 6 /* words of a name */, GEO_PARENTS = 3 };

typedef enum geo_capital { CAPITAL_NONE, CAPITAL_FIRST, CAPITAL_ALL } geo_capital;

typedef struct geo_token {
    casus_str key;         /* folded; empty for punctuation */
    uint32_t cues;         /* bits 1 << casus_geo_cue */
    uint32_t feature;      /* what it is a type noun of, or CASUS_NONE */
    uint32_t phrase;       /* first word of the cue or type phrase that ends here */
    uint32_t run, run_end; /* the run of capitalised words that it stands in; equal when in none */
    uint32_t candidate;    /* that covers it, or CASUS_NONE */
    uint8_t capital;
    bool hyphen;  /* joins the words around it */
    bool initial; /* first word of its sentence */
    bool shouted; /* its sentence tells nothing by capitals: title case or all capitals */
} geo_token;

typedef struct geo_candidate {
    uint32_t first, end; /* words [first, end) of the name */
    uint32_t cover;      /* end with the type noun that belongs to the name (Kachhi District) */
    casus_span part;     /* of the word where only a part of it is the name (Turkish-backed) */
    casus_str key;
    casus_geo_hits hits; /* empty for a place that the gazetteer does not know */
    casus_geo_kind kind; /* the best of the hits' */
    double fame;         /* of the likeliest place of that name */
    uint32_t precision;  /* casus_place_precision of that place */
    double evidence;     /* above 0: a toponym */
    casus_place_use use;
    uint32_t feature;                            /* that the words around name, or CASUS_NONE */
    casus_span relation;                         /* begin == end: none */
    uint32_t parents[GEO_PARENTS], parent_count; /* candidates that contain it */
    uint32_t place;                              /* of the gazetteer, or CASUS_NONE */
    bool ours;                                   /* that place stands in our own lists */
    bool strong;                                 /* the words around leave no doubt */
    bool kept;
} geo_candidate;

typedef struct geo_tagger {
    const casus_gazetteer *gazetteer;
    casus_document *document;
    casus_arena *arena;
    geo_token *tokens;
    VEC(geo_candidate) candidates;
    casus_map persons; /* keys of words that are parts of persons' names here */
    bool caseless;     /* the text has no capitals */
    bool parsed;       /* parts of speech are there */
} geo_tagger;

void casus_geo_tokens(geo_tagger *tagger);
void casus_geo_candidates(geo_tagger *tagger);
void casus_geo_unknown(geo_tagger *tagger); /* names that the words around make places */
void casus_geo_judge(geo_tagger *tagger);
void casus_geo_link(geo_tagger *tagger); /* parents */
void casus_geo_resolve(geo_tagger *tagger);
void casus_geo_emit(geo_tagger *tagger);
void casus_geo_echoes(geo_tagger *tagger); /* words that mean a place named before */

static inline bool geo_cue(const geo_tagger *const tagger, const uint32_t word,
                           const casus_geo_cue cue)
{
    return tagger->tokens[word].cues >> cue & 1;
}

/* The bounds of the word's sentence. */
static inline uint32_t geo_begin(const geo_tagger *const tagger, const uint32_t word)
{
    return tagger->document->sentences.at[tagger->document->words.at[word].sentence].first;
}

static inline uint32_t geo_end(const geo_tagger *const tagger, const uint32_t word)
{
    const casus_sentence *const sentence =
        &tagger->document->sentences.at[tagger->document->words.at[word].sentence];
    return sentence->first + sentence->count;
}

/* Is the word this text, byte for byte? */
static inline bool geo_is(const geo_tagger *const tagger, const uint32_t word, const casus_str form)
{
    return casus_str_equal(tagger->document->words.at[word].form, form);
}

static inline bool geo_key_is(const geo_tagger *const tagger, const uint32_t word,
                              const casus_str key)
{
    return casus_str_equal(tagger->tokens[word].key, key);
}

/* The key of words [first, end), or an empty string when they cannot be one name. */
casus_str casus_geo_join(const geo_tagger *tagger, uint32_t first, uint32_t end, char *buffer,
                         size_t room);

/* The word before the candidate that says something, or CASUS_NONE. */
uint32_t casus_geo_word_before(const geo_tagger *tagger, const geo_candidate *candidate);
/* Whether nothing follows the word before `end` that a name could qualify. */
bool casus_geo_stands_alone(const geo_tagger *tagger, uint32_t end);
bool casus_geo_modifies(const geo_tagger *tagger, const geo_candidate *candidate);
bool casus_geo_speaks(const geo_tagger *tagger, const geo_candidate *candidate);
void casus_geo_use(const geo_tagger *tagger, geo_candidate *candidate, double located);
void casus_geo_relation(const geo_tagger *tagger, geo_candidate *candidate);

/* How likely a place is meant by its bare name: feature, population, kind of name. */
double casus_geo_fame(const casus_geo_view *view, casus_geo_kind kind);

#endif
