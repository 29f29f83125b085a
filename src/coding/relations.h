/* Standing relations: what the files that find them share. */
#ifndef CASUS_CODING_RELATIONS_H
#define CASUS_CODING_RELATIONS_H

#include "coding/frame.h"
#include "coding/judge.h"

/* Leading or being of a group. */
bool relations_is_belonging(casus_relation_type type);

/* The same either way round. */
bool relations_is_mutual(casus_relation_type type);

/* Of these both ends act: a country's name is its state. */
bool relations_is_between(casus_relation_type type);

/* What fighters or leaders of a group have in the way of friends, foes, shelter and ground, the
 * group has: the group of the actor where that is so, else the actor. */
uint32_t relations_whole(const coder_state *coding, casus_relation_type type, uint32_t actor);

/* Whether the record has this relation (either way round where it is mutual); `which` is its index
 * then. */
bool relations_known(const coder_state *coding, casus_relation_type type, uint32_t from,
                     uint32_t to, uint32_t *which);

/* Records that `word` tells the rule's relation between `from` and `to`, with what is said about
 * it; once for each pair. */
void relations_add(coder_state *coding, const lex_rule *rule, uint32_t word, uint32_t from,
                   uint32_t to);

/* Prepares relations_nested(). */
void relations_index_names(coder_state *coding);

/* The group named by a word within a description that is no mention of its own ("the Serb
 * commander"), where the text names it elsewhere; or CASUS_NONE. */
uint32_t relations_nested(coder_state *coding, uint32_t word);

/* The state that a capital stands for ("Damascus arms them"), where the text has it as an actor and
 * the word is no mention; or CASUS_NONE. */
uint32_t relations_capital(const coder_state *coding, uint32_t word);

/* The group that the text names by this word alone or last, or CASUS_NONE. */
uint32_t relations_named(const coder_state *coding, casus_str word);

/* As relations_nested(), whatever mention covers the word. */
uint32_t relations_nested_name(const coder_state *coding, uint32_t word);

/* The group that the text has named last before the word, `without` aside; or CASUS_NONE. */
uint32_t relations_salient(const coder_state *coding, uint32_t word, uint32_t without);

/* How an end of a relation hangs on the word that tells it. */
typedef struct relation_link {
    uint32_t end;      /* the word of the end */
    uint32_t up;       /* steps up from the cue to what governs both */
    uint32_t length;   /* steps in all; UINT32_MAX where they are far apart */
    uint32_t argument; /* of the cue's frame, over the end; CASUS_NONE for none */
    uint32_t inner;    /* steps from the argument down to the end */
    uint16_t key;      /* ARG_… or a preposition's number */
} relation_link;
relation_link relations_link(coder_state *coding, uint32_t cue, uint32_t end);

/* How the relation's ends hang on the word that tells it (relations_path.c). */
void relations_describe(coder_state *coding, judge_features *features,
                        const casus_relation *relation);

/* Possession and command without a word for them, at `word` (relations_possession.c). */
void relations_of_possession(coder_state *coding, uint32_t word);

/* Leading and belonging told by the order of names and brackets, at `word` (relations_order.c). */
void relations_of_order(coder_state *coding, uint32_t word);

/* Support told by a verb that was taken for another part of speech, at `word`
 * (relations_mistaken.c). */
void relations_of_mistaken(coder_state *coding, uint32_t word);

/* Persons and people whose group the text tells some other way (relations_possession.c). */
void relations_of_affiliation(coder_state *coding);

/* Makes the draft of what is said of a new relation. */
void relations_begin(coder_state *coding, casus_relation *relation, const lex_rule *rule);

/* Proposes what those who speak in the sentence of `word`, by which it is told, say of the
 * relation.
 */
void relations_state(coder_state *coding, uint32_t word, const casus_relation *relation);

/* On how many words of saying the relation hangs. */
uint32_t relations_stated(const coder_state *coding, const casus_relation *relation);

struct attribution;

/* Whether those who speak were said, after the word `since` and before they speak, to back or
 * shelter somebody: what they answer is that. */
bool relations_charged(const coder_state *coding, const struct attribution *said, uint32_t since);

/* Whether what is said tells that somebody backs or shelters others: it is no answer to what was
 * told before ("denied arming them"). */
bool relations_told_in(const coder_state *coding, const struct attribution *said);

/* Proposes what is said of relations told before ("Tehran denies the charge"), and decides who is
 * on record about those that are kept. */
void relations_attribute(coder_state *coding);

#endif
