/* Attributions: who is on record about what, found once and asked by events, relations and
 * warnings. */
#ifndef CASUS_CODING_STATEMENTS_H
#define CASUS_CODING_STATEMENTS_H

#include "coding/drafts.h"

enum { ATTRIBUTION_CONTENTS = 8 };

/* One act of saying: "X said that …", "according to X", "X denied …", "X condemned …". */
typedef struct attribution {
    uint32_t cue, clause; /* the word of saying; CASUS_NONE for none */
    uint32_t sentence;
    casus_stance stance;
    casus_refs speakers, accused;
    uint32_t contents[ATTRIBUTION_CONTENTS]; /* heads of what is said */
    uint32_t count;
    uint32_t outer; /* the attribution that quotes this one, or CASUS_NONE */
    bool whole;     /* covers all its clause but the cue: "…, according to X" */
    const lex_rule *rule;
} attribution;

typedef struct attributions {
    VEC(attribution) list; /* in text order */
    uint32_t *first;       /* by sentence: its first attribution */
} attributions;

/* Finds all of a document, in text order. */
void attributions_find(coder_state *coding);

/* Adds to `statements` every attribution whose content holds `word`; `about` are the actors said to
 * have acted, so that one who speaks of himself claims or admits. */
void attributions_cover(coder_state *coding, uint32_t word, const casus_refs *about,
                        casus_statements *statements);

/* Adds one entry per speaker and stance; repeated ones are dropped. */
void statements_add(coder_state *coding, const attribution *said, casus_stance stance,
                    casus_tie tie, casus_statements *statements);

/* Whether some party alleges the event. */
bool statements_allege(const casus_event *event);

#endif
