/* How a candidate stands to the others, and to those whom the rules propose. */
#include <stdio.h>

#include "coding/parties.h"
#include "coding/roles_parts.h"
#include "coding/tree.h"

/* "the Iranian envoy", "Ecuador's minister": a mention within the phrase of another candidate, or
 * around one. */
static void tell_inside(const describer *const to)
{
    const coder_state *const coding = to->at->coding;
    const casus_document *const document = coding->document;
    const uint32_t word = to->one->best.word;
    uint32_t above = tree_word(document, word)->head;
    char text[TEXT];
    if (above != word && document->mention_at[above] != CASUS_NONE) {
        const uint32_t holder = party_at(coding, above);
        const char *const deprel = casus_deprel_name(tree_deprel(document, word));
        const bool same = holder == to->one->actor,
                   kin = parties_related(coding, holder, to->one->actor);
        bool hinted[2] = {false, false};
        for (uint32_t i = 0; i < to->at->draft->hints.count; i++)
            if (holder != CASUS_NONE && to->at->draft->hints.at[i].actor == holder)
                hinted[to->at->draft->hints.at[i].target] = true;
        JUDGE_NAME(text, "inside", deprel);
        roles_tell(to, text, same ? STR("same") : kin ? STR("kin") : STR("other"));
        snprintf(text, sizeof text, "inside=%d%d%d", to->one->shift == 0, hinted[0], hinted[1]);
        roles_tell(to, text, (casus_str){NULL, 0});
    }
    for (EACH_CHILD(document, word, child)) {
        const uint32_t held = party_at(coding, child);
        if (held == CASUS_NONE || held == to->one->actor) continue;
        JUDGE_NAME(text, "around", casus_deprel_name(tree_deprel(document, child)));
        roles_tell(to, text,
                   parties_related(coding, held, to->one->actor) ? STR("kin") : STR("other"));
    }
}

/* Who else the rules propose for the same role: coordinated with him, of his kin, in the same
 * argument, or elsewhere; by name or not. */
static void tell_mates(const describer *const to)
{
    const coder_state *const coding = to->at->coding;
    const event_draft *const draft = to->at->draft;
    const casus_actor *const actors = coding->document->record.actors.at;
    const uint32_t own = tree_first_conjunct(coding->document, to->one->best.word);
    for (uint32_t i = 0; i < to->at->table->list.count; i++) {
        const candidate *const other = &to->at->table->list.at[i];
        if (other == to->one || other->actor == CASUS_NONE) continue;
        for (uint32_t j = 0; j < draft->hints.count; j++) {
            const role_hint *const hint = &draft->hints.at[j];
            if (!roles_is_of(hint, other)) continue;
            const uint32_t first = tree_first_conjunct(coding->document, other->best.word);
            const char *const tie = first == own                                            ? "conj"
                                    : parties_related(coding, other->actor, to->one->actor) ? "kin"
                                    : other->shift == to->one->shift                        ? "near"
                                                                                            : "far";
            char text[TEXT];
            snprintf(text, sizeof text, "mate.%c%s.%s", hint->target ? 't' : 's',
                     hint->joined ? "j" : "", tie);
            roles_tell(to, text,
                       actors[other->actor].generic          ? STR("generic")
                       : other->best.form == SEEN_NAME       ? STR("name")
                       : actors[other->actor].role.size != 0 ? STR("role")
                                                             : STR("other"));
            break;
        }
    }
}

/* How he stands to those whom the rules propose. */
static void tell_kin(const describer *const to)
{
    const coder_state *const coding = to->at->coding;
    const casus_document *const document = coding->document;
    const event_draft *const draft = to->at->draft;
    const casus_actor *const actors = document->record.actors.at;
    const uint32_t first = tree_first_conjunct(document, to->one->best.word);
    bool kin[2] = {false, false}, conjunct[2] = {false, false}, below[2] = {false, false};
    for (uint32_t i = 0; i < draft->hints.count; i++) {
        const role_hint *const hint = &draft->hints.at[i];
        if (hint->actor == CASUS_NONE || roles_is_of(hint, to->one)) continue;
        kin[hint->target] |= parties_related(coding, hint->actor, to->one->actor);
        below[hint->target] |=
            to->one->actor != CASUS_NONE && actors[hint->actor].affiliation == to->one->actor;
        conjunct[hint->target] |= party_at(coding, first) == hint->actor;
    }
    roles_tell_flag(to, "kin.s", kin[0]);
    roles_tell_flag(to, "kin.t", kin[1]);
    roles_tell_flag(to, "people.s", below[0]);
    roles_tell_flag(to, "people.t", below[1]);
    roles_tell_flag(to, "conjunct.s", conjunct[0]);
    roles_tell_flag(to, "conjunct.t", conjunct[1]);
    for (uint32_t i = 0; i < draft->event.counts.count; i++)
        if (to->one->actor != CASUS_NONE && draft->event.counts.at[i].victims == to->one->actor)
            roles_tell(to, "victims",
                       casus_str_from(casus_effect_name(draft->event.counts.at[i].effect)));
    tell_inside(to);
    bool nearer = false;
    for (uint32_t i = 0; i < to->at->table->list.count; i++) {
        const candidate *const other = &to->at->table->list.at[i];
        nearer |= other != to->one && other->shift == to->one->shift &&
                  other->apart < to->one->apart &&
                  parties_related(coding, other->actor, to->one->actor);
    }
    roles_tell_flag(to, "kin.nearer", nearer);
}

void roles_tell_kin(const describer *const to)
{
    tell_kin(to);
    tell_mates(to);
}
