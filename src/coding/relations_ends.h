/* The ends of a relation, as a rule's arguments give them. */
#ifndef CASUS_CODING_RELATIONS_ENDS_H
#define CASUS_CODING_RELATIONS_ENDS_H

#include "coding/frame.h"

typedef struct relation_ends {
    casus_refs from, to;
    casus_refs places; /* of OPERATES_IN */
} relation_ends;

bool ends_any(const relation_ends *ends);
uint32_t ends_count(const relation_ends *ends);

/* Adds whom (or, for OPERATES_IN, which places) the argument names, as ROLE_FROM and ROLE_TO say;
 * nothing for CASUS_NONE. */
void ends_take(coder_state *coding, relation_ends *ends, uint32_t roles, uint32_t argument,
               casus_relation_type type);

/* Whom a noun such as "leader" or "wing" is said of: its subject; the name beside it ("Hezbollah
 * leader Hassan Nasrallah", "its emir, X", "X, commander of"); else its own mention. */
void ends_take_self(coder_state *coding, relation_ends *ends, uint32_t roles, uint32_t word,
                    casus_relation_type type);

/* "has links with X", "has a long history of links with X": who has them is the subject of the verb
 * over the noun. */
void ends_take_holder(coder_state *coding, relation_ends *ends, uint32_t noun,
                      casus_relation_type type);

/* "the Serb commander", "Hamas's armed wing": as ROLE_FROM or ROLE_TO, a group named within what is
 * somebody's description.
 */
void ends_take_nested(coder_state *coding, relation_ends *ends, uint32_t roles,
                      const lex_rule *rule, uint32_t word);

/* "long in the hands of X", "on bad terms with X": the noun that the phrase hangs on, else the
 * subject of its verb or copula. */
void ends_take_governor(coder_state *coding, relation_ends *ends, uint32_t roles, uint32_t word,
                        casus_relation_type type);

/* "Pakistan, where the group has its camps": the place that the clause around the word describes.
 */
void ends_take_where(coder_state *coding, relation_ends *ends, uint32_t word);

#endif
