/* What the describers of candidates share. */
#ifndef CASUS_CODING_ROLES_PARTS_H
#define CASUS_CODING_ROLES_PARTS_H

#include "coding/roles.h"

enum { TEXT = 160 };

typedef struct describer {
    const role_case *at;
    const candidate *one;
    judge_features *features;
    const char *type;
    const char
        *state; /* whom no rule proposes: which roles the rules fill with others; else NULL */
} describer;

/* One feature: by itself, under the type of the event, and under what the rules leave open, so that
 * each can have a say. */
void roles_tell(const describer *to, const char *what, casus_str value);
void roles_tell_number(const describer *to, const char *what, int64_t value, int64_t most);
void roles_tell_flag(const describer *to, const char *what, bool holds);

/* What the rest of the text shows of him (roles_story.c). */
void roles_tell_story(const describer *to);

/* How he stands to the other candidates (roles_kin.c). */
void roles_tell_kin(const describer *to);

/* Counts for each candidate how often the rest of the text has him in a role of such events. */
void roles_count_story(coder_state *coding, const event_draft *draft, role_table *table);

#endif
