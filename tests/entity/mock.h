/* A document from rows of words, as the parser would leave it. */
#ifndef CASUS_TESTS_ENTITY_MOCK_H
#define CASUS_TESTS_ENTITY_MOCK_H

#include "record/document.h"
#include "syntax/ud.h"

/* "form upos head deprel" a word, head counting from 1 within the sentence, `|` between words and
 * `||` between sentences.  All lives in the document's arena. */
void mock_document(casus_document *document, casus_arena *arena, const char *rows);

#endif
