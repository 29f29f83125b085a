/* Where an event stands among other events and clauses, as features: what is asked for, threatened,
 * promised or told in passing is seldom an event of its own. */
#include <stdio.h>

#include "coding/drafts.h"
#include "coding/features.h"
#include "coding/tree.h"

enum { CLIMB_LIMIT = 24, DEEP = 3 };

/* The draft that governs the word, and by which label; CASUS_NONE for none.  `depth` counts the
 * clauses between the word and the root of its sentence. */
static uint32_t governing(const coder_state *const coding, const event_draft *const draft,
                          casus_deprel *const label, int *const depth)
{
    const casus_document *const document = coding->document;
    uint32_t at = draft->word, found = CASUS_NONE;
    for (int i = 0; i < CLIMB_LIMIT && !casus_word_is_root(document, at); i++) {
        const casus_deprel deprel = tree_main_deprel(document, at);
        *depth += deprel == DEP_ADVCL || deprel == DEP_ACL || deprel == DEP_CCOMP;
        at = tree_word(document, at)->head;
        const uint32_t number = coding->drafts->at[at];
        if (found != CASUS_NONE || number == CASUS_NONE) continue;
        if (coding->drafts->list.at[number].event.type == draft->event.type) continue;
        found = number;
        *label = deprel;
    }
    return found;
}

void standing_add(const coder_state *const coding, judge_features *const features,
                  const event_draft *const draft)
{
    casus_deprel label = DEP_ROOT;
    int depth = 0;
    const uint32_t above = governing(coding, draft, &label, &depth);
    judge_add_number(features, "depth", depth, DEEP);
    judge_add_flag(features, "under-none", above == CASUS_NONE);
    if (above == CASUS_NONE) return;
    const casus_str governor =
        casus_str_from(casus_event_type_name(coding->drafts->list.at[above].event.type));
    char text[64];
    judge_add(features, "under", governor);
    JUDGE_NAME(text, "under", casus_deprel_name(label));
    judge_add(features, text, governor);
    JUDGE_NAME(text, casus_event_type_name(draft->event.type), "under");
    judge_add(features, text, governor);
}
