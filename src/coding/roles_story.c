/* In which roles the rest of the text shows a candidate. */
#include <stdio.h>

#include "coding/parties.h"
#include "coding/roles_parts.h"

/* Of a text of many stories so many events on either side, which keeps the work linear. */
enum { FOES_REACH = 40, STORY_REACH = 200 };

void roles_count_story(coder_state *const coding, const event_draft *const draft,
                       role_table *const table)
{
    const uint32_t own = (uint32_t)(draft - coding->drafts->list.at);
    const uint32_t first = own > STORY_REACH ? own - STORY_REACH : 0;
    for (uint32_t i = first; i < coding->drafts->list.count && i <= own + STORY_REACH; i++) {
        const event_draft *const other = &coding->drafts->list.at[i];
        if (other == draft || other->into != CASUS_NONE) continue;
        const bool alike = other->event.type == draft->event.type;
        for (uint32_t j = 0; j < table->list.count; j++) {
            candidate *const one = &table->list.at[j];
            if (one->actor == CASUS_NONE) continue;
            const bool does = parties_have(&other->event.source, one->actor),
                       suffers = parties_have(&other->event.target, one->actor);
            one->any[0] += does;
            one->any[1] += suffers;
            one->same[0] += alike && does;
            one->same[1] += alike && suffers;
        }
    }
}

/* The event of the same type that is told last before this one, if it is near. */
static const event_draft *told_before(const coder_state *const coding,
                                      const event_draft *const draft)
{
    const event_draft *before = NULL;
    const uint32_t own = (uint32_t)(draft - coding->drafts->list.at);
    const uint32_t first = own > STORY_REACH ? own - STORY_REACH : 0;
    for (uint32_t i = first; i < coding->drafts->list.count && i <= own + STORY_REACH; i++) {
        const event_draft *const other = &coding->drafts->list.at[i];
        if (other != draft && other->into == CASUS_NONE && other->word < draft->word &&
            other->event.type == draft->event.type)
            before = other;
    }
    return before && draft->sentence - before->sentence <= 2 ? before : NULL;
}

/* In which roles the rest of the text shows him: "lean" says in which more often. */
static void tell_story(const describer *const to)
{
    const candidate *const one = to->one;
    const event_draft *const before = told_before(to->at->coding, to->at->draft);
    const uint32_t *const same = one->same, *const any = one->any;
    char text[TEXT];
    snprintf(text, sizeof text, "story=%u%u", same[0] > 2 ? 2 : same[0], same[1] > 2 ? 2 : same[1]);
    roles_tell(to, text, (casus_str){NULL, 0});
    snprintf(text, sizeof text, "lean=%d",
             any[0] > any[1]   ? 1
             : any[0] < any[1] ? -1
             : any[0]          ? 0
                               : 9);
    roles_tell(to, text, (casus_str){NULL, 0});
    if (!before) return;
    roles_tell_flag(to, "before.s", parties_have(&before->event.source, to->one->actor));
    roles_tell_flag(to, "before.t", parties_have(&before->event.target, to->one->actor));
}

static bool among(const coder_state *const coding, const casus_refs *const refs,
                  const uint32_t actor)
{
    for (uint32_t i = 0; i < refs->count; i++)
        if (parties_related(coding, refs->at[i], actor)) return true;
    return false;
}

/* Whether the rules propose, for the role, somebody who has to do with these. */
static bool proposes_of(const role_case *const at, const bool target, const casus_refs *const refs)
{
    for (uint32_t i = 0; i < at->draft->hints.count; i++) {
        const role_hint *const hint = &at->draft->hints.at[i];
        if (hint->target == target && hint->actor != CASUS_NONE &&
            among(at->coding, refs, hint->actor))
            return true;
    }
    return false;
}

/* Who is met as the other side elsewhere is the likely other side here. */
static void tell_foes(const describer *const to)
{
    const coder_state *const coding = to->at->coding;
    const drafts *const all = coding->drafts;
    const uint32_t here = all->at[to->at->draft->word];
    const uint32_t from = here > FOES_REACH ? here - FOES_REACH : 0;
    int foe[2] = {0, 0};
    for (uint32_t i = from; i < all->list.count && i < from + 2 * FOES_REACH; i++) {
        const event_draft *const other = &all->list.at[i];
        if (other == to->at->draft || other->into != CASUS_NONE) continue;
        const casus_event *const event = &other->event;
        const bool does = among(coding, &event->source, to->one->actor),
                   suffers = among(coding, &event->target, to->one->actor);
        for (int target = 0; target < 2; target++)
            foe[target] += (does && proposes_of(to->at, target == 1, &event->target)) ||
                           (suffers && proposes_of(to->at, target == 1, &event->source));
    }
    char text[TEXT];
    snprintf(text, sizeof text, "foe=%d%d", foe[0] > 2 ? 2 : foe[0], foe[1] > 2 ? 2 : foe[1]);
    roles_tell(to, text, (casus_str){NULL, 0});
    int more = 0;
    const casus_actor *const actors = coding->document->record.actors.at;
    if (to->one->actor == CASUS_NONE) return;
    for (uint32_t i = 0; i < to->at->table->list.count; i++) {
        const uint32_t other = to->at->table->list.at[i].actor;
        more += other != CASUS_NONE &&
                actors[other].mentions.count > actors[to->one->actor].mentions.count;
    }
    roles_tell_number(to, "overshadowed", more, 3);
}

void roles_tell_story(const describer *const to)
{
    tell_story(to);
    tell_foes(to);
}
