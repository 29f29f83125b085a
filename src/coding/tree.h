/* Walking a document's dependency trees. */
#ifndef CASUS_CODING_TREE_H
#define CASUS_CODING_TREE_H

#include "record/document.h"

static inline const casus_word *tree_word(const casus_document *document, uint32_t word)
{
    return &document->words.at[word];
}

static inline casus_deprel tree_deprel(const casus_document *document, uint32_t word)
{
    return (casus_deprel)document->words.at[word].deprel;
}

/* The relation without its subtype. */
casus_deprel tree_main_deprel(const casus_document *document, uint32_t word);

/* The word as it is written, and its lemma. */
bool tree_form_is(const casus_document *document, uint32_t word, const char *form);
bool tree_lemma_is(const casus_document *document, uint32_t word, const char *lemma);

/* The first child with this relation (main types match their subtypes), or CASUS_NONE. */
uint32_t tree_child(const casus_document *document, uint32_t word, casus_deprel deprel);

/* The first child with this relation exactly. */
uint32_t tree_child_exact(const casus_document *document, uint32_t word, casus_deprel deprel);

bool tree_is_verbal(const casus_document *document, uint32_t word);
bool tree_is_nominal(const casus_document *document, uint32_t word);

/* The preposition of a nominal ("according to" with a space where it is fixed), lower-cased lemma;
 * empty for none. */
casus_str tree_preposition(const casus_document *document, casus_arena *arena, uint32_t word);

/* The marker of a clause ("if", "unless", "to"), lower-cased lemma; empty for none. */
casus_str tree_marker(const casus_document *document, uint32_t word);

/* Whether the word heads a clause that says what a noun is about ("the charge that X arms Y"),
 * though it may be labelled as a relative clause: it has a conjunction, or objects beside the
 * pronoun. */
bool tree_is_that_clause(const casus_document *document, uint32_t word);

/* The first conjunct of the coordination that `word` stands in (itself where it stands in none). */
uint32_t tree_first_conjunct(const casus_document *document, uint32_t word);

bool tree_dominates(const casus_document *document, uint32_t above, uint32_t below);

/* The words from the first to the last of the subtree. */
void tree_extent(const casus_document *document, uint32_t word, uint32_t *first, uint32_t *last);

/* The subtree's words without its coordinated siblings, clauses and appositions: a tight phrase. */
void tree_phrase(const casus_document *document, uint32_t word, uint32_t *first, uint32_t *last);

casus_span tree_span(const casus_document *document, uint32_t first, uint32_t last);

/* The nearest verb (or copular predicate) at or above `word`. */
uint32_t tree_clause(const casus_document *document, uint32_t word);

bool tree_is_passive(const casus_document *document, uint32_t verb);

#endif
