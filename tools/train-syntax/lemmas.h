/* Learns the rules of src/syntax/lemma.h from a treebank. */
#ifndef CASUS_TRAIN_LEMMAS_H
#define CASUS_TRAIN_LEMMAS_H

#include "data.h"

#include "syntax/lemma.h"

typedef struct lemma_rule {
    uint64_t key;
    uint32_t script; /* + 1 */
} lemma_rule;

typedef struct lemma_rules {
    VEC(casus_script) scripts;
    VEC(lemma_rule) rules;
} lemma_rules;

/* Keeps a rule only where it says something else than the rule of the next shorter ending. */
void lemmas_learn(lexicon *lex, const corpus *train, lemma_rules *out);

#endif
