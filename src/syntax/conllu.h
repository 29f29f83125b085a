/* Reading CoNLL-U (https://universaldependencies.org/format.html), for training and testing. */
#ifndef CASUS_SYNTAX_CONLLU_H
#define CASUS_SYNTAX_CONLLU_H

#include "base/error.h"
#include "base/vec.h"

/* A syntactic word; ranges of contractions and empty nodes are left out. */
typedef struct casus_conllu_word {
    casus_str form, lemma, upos, feats, deprel, misc; /* views of the bytes; "_" is kept */
    uint32_t head;                                    /* from 1 within the sentence, 0 is root */
} casus_conllu_word;

typedef struct casus_conllu_sentence {
    uint32_t first, count; /* words */
} casus_conllu_sentence;

typedef struct casus_conllu {
    VEC(casus_conllu_word) words;
    VEC(casus_conllu_sentence) sentences;
} casus_conllu;

/* Reads all sentences of `bytes`, which have to outlive the result.  Fails with CASUS_ERROR_SYNTAX
 * and the line where a row is not CoNLL-U or a head lies outside of its sentence. */
casus_code casus_conllu_read(casus_arena *arena, casus_str bytes, casus_conllu *out,
                             casus_error *error);

#endif
