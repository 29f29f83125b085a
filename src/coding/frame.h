/* Predicates and their arguments, as the tree gives them and as grammar lets one understand them.
 */
#ifndef CASUS_CODING_FRAME_H
#define CASUS_CODING_FRAME_H

#include "coding/ontology.h"

enum { FRAME_ARGUMENTS = 32 };

typedef struct coder_argument {
    uint16_t key;    /* ARG_… or a preposition's number */
    bool understood; /* supplied by control, coordination or a relative clause, not by an own
                        dependent */
    uint32_t word;   /* head of the coder_argument */
} coder_argument;

typedef struct coder_frame {
    uint32_t word;
    bool nominal, passive;
    uint32_t count;
    coder_argument arguments[FRAME_ARGUMENTS];
} coder_frame;

typedef struct actor_nouns actor_nouns; /* descriptions.h */

/* What is known of an actor's descriptions; `nouns` is NULL until asked for. */
typedef struct described_actor {
    actor_nouns *nouns;
} described_actor;

/* One document while it is coded: what all files of this room share. */
typedef struct coder_state {
    const casus_coder *coder;
    const casus_ontology *ontology;
    casus_document *document;
    casus_arena *arena;
    coder_frame **frames;         /* by word, built when first asked for */
    casus_str *keys;              /* likewise: how the lexicon spells it (keys.c) */
    struct sentence_marks *marks; /* by sentence, likewise: its words (match.c) */
    struct drafts *drafts;
    struct attributions *attributions;
    casus_map relations;            /* index of the record's relations by type and ends */
    struct drafts *relation_drafts; /* what is said of them */
    uint32_t *covers; /* by word: the mention by name that covers it; made when first asked for */
    casus_map names;  /* last words of names in lower case -> actor, or CASUS_NONE for several */
    VEC(described_actor) described; /* by actor */
    uint32_t *tolls; /* by word: the event whose toll begins there; made when first asked for */
    bool *related;   /* by word: it tells a relation of the record; made when first asked for */
} coder_state;

/* The frame of a word; always the same object for the same word. */
const coder_frame *frame_of(coder_state *coding, uint32_t word);

/* The verb whose object is the subject of the gerund, where a parser has hung the gerund elsewhere;
 * or CASUS_NONE (frame_charge.c). */
uint32_t frame_charge_over(const casus_document *document, uint32_t gerund);

/* Whether the word names an actor or a place. */
bool frame_is_somebody(const casus_document *document, uint32_t word);

/* Whether the subject of the verb's clause is the object of what governs it: "accused X of arming
 * them". */
bool frame_is_of_object(const casus_document *document, uint32_t verb, uint32_t object);

/* What an object is charged with, where a parser has hung it on the object; or CASUS_NONE. */
uint32_t frame_charge_under(const casus_document *document, uint32_t object);

/* The first argument with this key, or CASUS_NONE. */
uint32_t frame_get(const coder_frame *frame, uint16_t key);

#endif
