/* Treebanks and word vectors as the trainer wants them. */
#ifndef CASUS_TRAIN_DATA_H
#define CASUS_TRAIN_DATA_H

#include "base/map.h"
#include "syntax/conllu.h"
#include "syntax/units.h"

/* A sentence's letters as they stand, and as other kinds of text would have them. */
enum { CASE_PLAIN, CASE_LOWER, CASE_UPPER, CASE_TITLE, CASES };
enum { VECTOR = 100, NER_TAGS = 9, MAX_SENTENCE = 160 };

typedef struct token {
    uint32_t type[CASES]; /* of the types below */
    uint16_t head;        /* from 1; 0 is root */
    uint8_t upos, deprel, ner;
    uint16_t feats;
    uint32_t bits;
    casus_str form, lemma;
} token;

typedef struct sentence {
    token *at;
    int count;
    bool has_ner;              /* whether its names are annotated */
    struct sentence *headline; /* the same as a headline, or NULL; headline.h */
} sentence;

/* Rows of the embedding table: 0 is nothing; word rows and part rows. */
typedef struct type {
    uint32_t word;   /* row, or 0 */
    uint32_t vector; /* pretrained vector + 1, or 0 */
    uint32_t *parts; /* rows */
    uint32_t count;
} type;

typedef struct corpus {
    VEC(sentence) sentences;
} corpus;

typedef struct lexicon {
    casus_arena *arena;
    casus_map types; /* form with a mark for the first word -> type */
    VEC(type) type_list;
    VEC(casus_units) type_units;
    VEC(uint64_t) keys;  /* of rows; keys.at[0] = 0 */
    casus_map rows;      /* 8 bytes of key -> row */
    casus_map vector_of; /* 8 bytes of word key -> vector */
    VEC(uint64_t) vector_keys;
    float *vectors;      /* [vector][VECTOR] */
    VEC(uint32_t) feats; /* FEATS classes: bits; 0 first */
    casus_map presents;  /* lemma of a verb -> its third person singular */
    VEC(casus_str) present_forms;
} lexicon;

/* Reads a treebank; long sentences are left out where `train`. */
bool corpus_read(lexicon *lex, corpus *out, const char *path, bool train);

/* Gives every training sentence that can have one its headline; after names are read. */
void corpus_add_headlines(lexicon *lex, corpus *train);

/* Sets the types and the class of features of a word whose form or bits have changed. */
void token_resolve(lexicon *lex, token *word, bool first);

/* Reads at most `limit` vectors of the vector file (JSON: "words": [...] in order of frequency and
 * "vectors": {"word": [numbers...]}). */
bool vectors_read(lexicon *lex, const char *path, uint32_t limit);

/* Gives rows to all units that the training corpora have often enough. */
void lexicon_close(lexicon *lex, const corpus *train);
/* Points all types at rows; after further corpora were read. */
void lexicon_resolve(lexicon *lex);

#endif
