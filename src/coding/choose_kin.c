/* Events told before that may share their place and date with one that names none. */
#include "coding/choose.h"
#include "coding/parties.h"
#include "coding/tree.h"

const char *choose_kin_name(const kin_kind kind)
{
    static const char *const names[KIN] = {"before",        "before.type",   "before.lemma",
                                           "before.source", "before.target", "before.first"};
    return names[kind];
}

bool choose_kin(const coder_state *const coding, const event_draft *const other,
                const event_draft *const draft, const kin_kind kind)
{
    switch (kind) {
    case KIN_TYPE:
        return other->event.type == draft->event.type;
    case KIN_LEMMA:
        return casus_str_equal(tree_word(coding->document, other->word)->lemma,
                               tree_word(coding->document, draft->word)->lemma);
    case KIN_SOURCE:
        return parties_overlap(coding, &other->event.source, &draft->event.source);
    case KIN_TARGET:
        return parties_overlap(coding, &other->event.target, &draft->event.target);
    default:
        return true;
    }
}
