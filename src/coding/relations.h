/* Standing relations: what the files that find them share. */
#ifndef CASUS_CODING_RELATIONS_H
#define CASUS_CODING_RELATIONS_H

#include "coding/frame.h"

/* Whether the record has this relation (either way round where it is mutual; leading a group counts
 * as being of it); `which` is its index then. */
bool relations_known(const coder_state *coding, casus_relation_type type, uint32_t from,
                     uint32_t to, uint32_t *which);

/* Records that `word` tells the rule's relation between `from` and `to`, with what is said about
 * it; once for each pair. */
void relations_add(coder_state *coding, const lex_rule *rule, uint32_t word, uint32_t from,
                   uint32_t to);

/* Possession and command without a word for them, at `word` (relations_possession.c). */
void relations_of_possession(coder_state *coding, uint32_t word);

/* Persons and people whose group the text tells some other way (relations_possession.c). */
void relations_of_affiliation(coder_state *coding);

/* Adds to the relation what the sentence of `word`, by which it is told, attributes to someone. */
void relations_state(coder_state *coding, uint32_t word, casus_relation *relation);

/* Ties denials and admissions that hold no relation themselves ("Tehran denies the charge") to the
 * latest relation told before them in which the speaker has a part. */
void relations_refer_back(coder_state *coding);

#endif
