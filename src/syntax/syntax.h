/* The room `syntax`: part of speech, lemma, morphology, heads, labels and name types for a
 * document's words. */
#ifndef CASUS_SYNTAX_SYNTAX_H
#define CASUS_SYNTAX_SYNTAX_H

#include "base/error.h"
#include "record/document.h"

typedef struct casus_syntax_model casus_syntax_model;

/* Maps the trained model.  Immutable afterwards; shared by threads. */
casus_code casus_syntax_open(const char *path, casus_syntax_model **model, casus_error *error);
void casus_syntax_close(casus_syntax_model *model);

/* Fills upos, lemma, features, head, deprel, ner of all words, sentence confidence, first_child and
 * next_sibling. */
void casus_syntax_parse(const casus_syntax_model *model, casus_document *document);

/* Fills first_child and next_sibling from the heads. */
void casus_syntax_link(casus_document *document);

#endif
