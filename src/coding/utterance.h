/* What an utterance says of the event that it is about, where it does not tell that event itself.
 */
#ifndef CASUS_CODING_UTTERANCE_H
#define CASUS_CODING_UTTERANCE_H

#include "coding/statements.h"

/* What stands for what is said. */
typedef enum content_kind {
    CONTENT_NONE,     /* "blamed the rebels" */
    CONTENT_PRONOUN,  /* "denied it" */
    CONTENT_CHARGE,   /* "rejected the accusation" */
    CONTENT_DEFINITE, /* "condemned the bloodshed" */
    CONTENT_EVENT,    /* "condemned violence" */
    CONTENT_NOUN,     /* "called the generals liars" */
    CONTENT_CLAUSE,   /* "said that …" */
    CONTENT_KINDS
} content_kind;

typedef struct utterance_content {
    content_kind kind;
    uint32_t head;   /* of what is said, or CASUS_NONE */
    uint32_t draft;  /* the event told in it, or CASUS_NONE */
    bool own_draft;  /* that event is told nowhere else, and has parties or figures */
    bool negated;    /* "that its boats never left port" */
    bool did_it;     /* "that its men had done it" */
    bool other_did;  /* "that an army jet had done it" */
    bool own_act;    /* "that its fighters had downed a jet" */
    bool deixis;     /* "that this was so": a pronoun that is nobody may mean a deed */
    bool names_deed; /* "that the attack …" */
    bool author;     /* "that it was the work of bandits" */
    bool refutes;    /* "that the charge was baseless" */
    bool untruth;    /* "that this was a lie" */
    bool harm;       /* "that six had died" */
    bool number;
    bool gives_toll;     /* a figure, and a word for what became of people: "speaks of nine dead" */
    VEC(uint32_t) told;  /* events told in it */
    VEC(uint32_t) nouns; /* its nouns, names and figures, the speakers' aside */
    bool disapproves;    /* "that the attack was a crime" */
    bool anaphor;        /* a pronoun or definite noun in it may mean what was told before */
} utterance_content;

/* Reads the content of an utterance; it lives as long as the document. */
const utterance_content *utterance_read(coder_state *coding, const attribution *said);

/* Whether those who speak, or those who are theirs, are the subject of the verb: "said its men had
 * fired". */
bool utterance_is_own_act(coder_state *coding, const attribution *said, uint32_t verb);

const char *content_kind_name(content_kind kind);

#endif
