/* Lemmas by rule: what to cut off a form and what to put there, looked up by the word, its part of
 * speech and features, else by its ending. */
#ifndef CASUS_SYNTAX_LEMMA_H
#define CASUS_SYNTAX_LEMMA_H

#include "base/arena.h"

enum { CASUS_SCRIPT_BYTES = 13, CASUS_LEMMA_ENDING = 6 };

typedef struct casus_script {
    uint8_t cut;   /* bytes taken off the end */
    uint8_t lower; /* 1: what remains is lower-cased */
    uint8_t size;  /* of what is added */
    char add[CASUS_SCRIPT_BYTES];
} casus_script;

/* Entries of a hash table in the model; a value of 0 is free. */
typedef struct casus_slot {
    uint32_t tag, value;
} casus_slot;

typedef struct casus_table {
    const casus_slot *slots;
    uint32_t room; /* a power of two */
} casus_table;

/* The value of `key`, or 0. */
uint32_t casus_table_get(const casus_table *table, uint64_t key);

/* The key of a whole word, or of an ending, in its normal form (units.h). */
uint64_t casus_lemma_key(casus_str text, bool whole, uint8_t upos, uint32_t features);

/* The script that makes `lemma` of `form`, lower-casing where the lemma has no capital; false where
 * there is none. */
bool casus_script_find(casus_str form, casus_str lemma, casus_script *script);

/* The lemma: a view of the form where that is enough, else in the arena. */
casus_str casus_script_apply(casus_arena *arena, const casus_script *script, casus_str form);

#endif
