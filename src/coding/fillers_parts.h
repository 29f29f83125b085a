/* Inside of fillers*.c: the phrases of a text that can fill a role, and what is told of each. */
#ifndef CASUS_CODING_FILLERS_PARTS_H
#define CASUS_CODING_FILLERS_PARTS_H

#include "coding/fillers.h"
#include "coding/judge.h"

typedef enum phrase_kind {
    PHRASE_NAME,   /* of a person */
    PHRASE_PEOPLE, /* described: guerrillas, two men */
    PHRASE_GROUP,  /* an organisation */
    PHRASE_OBJECT,
    PHRASE_WEAPON,
    PHRASE_OTHER /* a noun of no listed class */
} phrase_kind;

/* One way to cut a phrase: "two men", "men", "two men on a motorcycle". */
typedef struct filler_phrase {
    uint32_t head, first, last;
    uint32_t entity;
    const char *shape;
    casus_str text;
} filler_phrase;

/* What phrases stand for one and the same, as far as the judge cares. */
typedef struct filler_entity {
    phrase_kind kind;
    uint32_t actor; /* or CASUS_NONE */
    casus_str key;  /* lemma of the head, or the name */
    const thing_class *klass;
    VEC(uint32_t) heads; /* of all its mentions, in text order */
} filler_entity;

typedef struct filler_phrases {
    VEC(filler_phrase) list;
    VEC(filler_entity) entities;
} filler_phrases;

/* Every phrase that could fill a role (fillers_phrases.c). */
void fillers_phrases(coder_state *coding, filler_phrases *phrases);

/* Features that all proposals of a role share, and all of a role in one sentence. */
typedef struct filler_shared {
    judge_features text[FILLER_ROLES], *sentence[FILLER_ROLES];
} filler_shared;

/* What is told of the phrase as a filler of the role (fillers_features.c). */
void fillers_describe(const coder_state *coding, filler_shared *shared,
                      const filler_phrases *phrases, const filler_phrase *phrase, filler_role as,
                      judge_features *features);

#endif
