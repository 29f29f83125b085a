/* What events contain: whom a charge, demand, promise, threat or refusal is about. */
#include "coding/contents.h"

#include "coding/drafts.h"
#include "coding/parties.h"
#include "coding/tree.h"

/* "charged that B had shelled it", "demanded that B leave", "vowed to punish B": whom the content
 * is about. */
void contents_take(coder_state *const coding, event_draft *const draft)
{
    casus_event *const event = &draft->event;
    if (event->target.count) return;
    const coder_frame *const frame = frame_of(coding, draft->word);
    const bool about_doer = event->type == EVENT_ACCUSE || event->type == EVENT_REQUEST;
    if (!about_doer && event->type != EVENT_THREATEN) return;
    for (uint32_t i = 0; i < frame->count && !event->target.count; i++) {
        const coder_argument *const given = &frame->arguments[i];
        if (given->key != ARG_CCOMP && given->key != ARG_XCOMP && given->key != ARG_ADVCL) continue;
        if (given->key == ARG_ADVCL && event->type == EVENT_REQUEST) continue;
        const coder_frame *const content = frame_of(coding, given->word);
        const uint16_t wanted = about_doer ? ARG_SUBJ : ARG_OBJ;
        if (about_doer && given->key != ARG_CCOMP) continue;
        uint32_t party = frame_get(content, wanted);
        if (party == CASUS_NONE && about_doer)
            party = tree_child(coding->document, given->word, DEP_NSUBJ);
        parties_of(coding, party, &event->target);
    }
    for (uint32_t i = 0; i < event->target.count; i++)
        if (parties_have(&event->source, event->target.at[i]))
            event->target.at[i--] = event->target.at[--event->target.count];
    drafts_hint(coding, draft, event->source.count, 0, WAY_CONTENT, ARG_NONE);
}

/* Whom a promise, threat, demand or refusal is about, where only what it contains says so:
 * "threatened to cut ties with Togo", "rejected a request by Oman".  A demand is made of whom it
 * wants to act, and a refusal of a request or offer turns down who made it. */
void contents_take_parties(coder_state *const coding, event_draft *const draft)
{
    const casus_document *const document = coding->document;
    casus_event *const event = &draft->event;
    const bool of_doer =
        event->type == EVENT_ACCUSE || event->type == EVENT_REQUEST || event->type == EVENT_REJECT;
    if (event->target.count ||
        (!of_doer && event->type != EVENT_AGREE && event->type != EVENT_THREATEN))
        return;
    const coder_frame *const frame = frame_of(coding, draft->word);
    casus_refs found = {0};
    for (uint32_t i = 0; i < frame->count && !found.count; i++) {
        const coder_argument *const given = &frame->arguments[i];
        const bool clause = given->key == ARG_CCOMP || given->key == ARG_XCOMP;
        if (!clause && given->key != ARG_OBJ) continue;
        const uint32_t number = coding->drafts->at[given->word];
        if (number == CASUS_NONE || given->word == draft->word) continue;
        const casus_event *const content = &coding->drafts->list.at[number].event;
        if (document->words.at[given->word].sentence != draft->sentence) continue;
        const casus_refs *const sides[2] = {of_doer ? &content->source : &content->target,
                                            &content->target};
        for (int side = 0; side < 2 && !found.count; side++)
            for (uint32_t j = 0; j < sides[side]->count; j++)
                if (!parties_have(&event->source, sides[side]->at[j]))
                    parties_add(coding, &found, sides[side]->at[j]);
    }
    for (uint32_t i = 0; i < found.count; i++) parties_add(coding, &event->target, found.at[i]);
    drafts_hint(coding, draft, event->source.count, 0, WAY_CONTENT, ARG_XCOMP);
}

/* Those who stand in or under the arguments of a word, whom it is done to or for first. */
static void find_within(coder_state *const coding, const casus_event *const event,
                        const uint32_t word, const int depth, casus_refs *const found)
{
    const coder_frame *const frame = frame_of(coding, word);
    for (uint32_t i = 0; i < frame->count && !found->count; i++) {
        const coder_argument *const given = &frame->arguments[i];
        if (given->understood || given->word == word || given->key == ARG_SUBJ ||
            given->key == ARG_POSS || given->key == ARG_ADVCL)
            continue;
        casus_refs met = {0};
        if (given->key != ARG_XCOMP && given->key != ARG_CCOMP)
            parties_met(coding, given->word, &met);
        for (uint32_t j = 0; j < met.count; j++)
            if (!parties_related(coding, met.at[j], event->source.at[0]))
                parties_add(coding, found, met.at[j]);
        if (!found->count && depth > 0) find_within(coding, event, given->word, depth - 1, found);
    }
}

/* "promised to go on with aid to Togo", "is ready to pull its men out of Chad": with whom the
 * promise or threat has to do, where nothing nearer tells. */
void contents_take_within(coder_state *const coding, event_draft *const draft)
{
    casus_event *const event = &draft->event;
    if (event->target.count || event->source.count != 1 || draft->nominal) return;
    if (event->type != EVENT_AGREE && event->type != EVENT_THREATEN) return;
    const coder_frame *const frame = frame_of(coding, draft->word);
    casus_refs found = {0};
    for (uint32_t i = 0; i < frame->count && !found.count; i++) {
        const coder_argument *const given = &frame->arguments[i];
        if (given->key == ARG_XCOMP || given->key == ARG_CCOMP || given->key == ARG_OBJ ||
            given->key == ARG_ADVCL)
            find_within(coding, event, given->word, 2, &found);
    }
    for (uint32_t i = 0; i < found.count; i++) parties_add(coding, &event->target, found.at[i]);
    drafts_hint(coding, draft, event->source.count, 0, WAY_WITHIN, ARG_XCOMP);
}

/* Help or a concession that somebody says will come is none yet: CAMEO codes it as the intention to
 * cooperate (03). */
void contents_read_intention(event_draft *const draft)
{
    casus_event *const event = &draft->event;
    if (event->factuality != FACT_FUTURE || draft->governed || draft->nominal ||
        !event->source.count)
        return;
    switch (event->type) {
    case EVENT_AID:
    case EVENT_CONCEDE:
    case EVENT_RETREAT:
    case EVENT_COOPERATE:
    case EVENT_SUPPORT:
        event->type = EVENT_AGREE;
        event->cameo = STR("030");
        event->mode = event->acled = (casus_str){NULL, 0};
        break;
    default:
        break;
    }
}
