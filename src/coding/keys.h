/* The spellings under which the lexicon may know a word. */
#ifndef CASUS_CODING_KEYS_H
#define CASUS_CODING_KEYS_H

#include "coding/frame.h"

/* The word as the lexicon would spell it: its lemma; in lower case where a headline capitalised it;
 * whole where treebanks cut it at its hyphen; by the regular endings where the lemma is none that
 * the lexicon knows. */
casus_str key_of_word(const coder_state *coding, uint32_t word);

/* "talks", "dollars": the form of a plural noun, which lists may name too; else the lemma. */
casus_str key_of_form(const coder_state *coding, uint32_t word);

/* "mortar round", "state of emergency": with the compound before it, with the noun that says of
 * what; empty where it has none. */
casus_str key_with_compound(const coder_state *coding, uint32_t word);
casus_str key_with_genitive(const coder_state *coding, uint32_t word);

/* "sit-in", "cease-fire", "crack-down": treebanks cut words at hyphens, the lexicon has them whole
 * or in one; empty for words that it does not know. */
casus_str key_hyphenated(const coder_state *coding, uint32_t word);
bool key_is_hyphen(const coder_state *coding, uint32_t word);

/* The first word of the hyphenated word that ends at `word` ("sit-in"), `word` where there is none.
 */
uint32_t key_begin(const coder_state *coding, uint32_t word);

#endif
