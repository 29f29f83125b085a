/* What events contain: whom a charge, demand, promise, threat or refusal is about. */
#include "coding/contents.h"

#include "coding/drafts.h"
#include "coding/homeland.h"
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
    parties_add_all(coding, &event->target, &found);
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
    parties_add_all(coding, &event->target, &found);
    drafts_hint(coding, draft, event->source.count, 0, WAY_WITHIN, ARG_XCOMP);
}

static void turn(const coder_state *const coding, event_draft *const draft, const char *const rule)
{
    const lex_rule *const to = ontology_find(coding->ontology, casus_str_from(rule));
    if (!to) return;
    draft->event.type = (casus_event_type)to->event;
    draft->event.cameo = to->cameo;
    draft->event.mode = to->mode;
    draft->event.acled = (casus_str){NULL, 0};
    draft->event.factuality = FACT_ACTUAL;
}

static bool is_friendly(const casus_event_type type)
{
    return type == EVENT_AID || type == EVENT_CONCEDE || type == EVENT_RETREAT ||
           type == EVENT_COOPERATE || type == EVENT_SUPPORT || type == EVENT_AGREE ||
           type == EVENT_CONSULT;
}

static bool is_harsh(const casus_event_type type)
{
    return type == EVENT_SANCTION || type == EVENT_COERCE || type == EVENT_ASSAULT ||
           type == EVENT_MOBILIZE || type == EVENT_REJECT;
}

static uint32_t modal_under(const coder_state *const coding, const uint32_t word)
{
    for (EACH_CHILD(coding->document, word, child))
        if (tree_main_deprel(coding->document, child) == DEP_AUX &&
            match_is(coding, WORDS_WARNING_MODAL, child))
            return child;
    return CASUS_NONE;
}

static bool is_conditional(const coder_state *const coding, const uint32_t word)
{
    for (EACH_CHILD(coding->document, word, child))
        if (tree_main_deprel(coding->document, child) == DEP_ADVCL &&
            match_is(coding, WORDS_CONDITIONAL, tree_child(coding->document, child, DEP_MARK)))
            return true;
    return false;
}

/* What one will or can not do is refused ("could not accept the terms"); harm that one will do
 * unless something happens is a threat. */
static void read_refusal(const coder_state *const coding, event_draft *const draft)
{
    const casus_event *const event = &draft->event;
    const bool modal = modal_under(coding, draft->word) != CASUS_NONE;
    if (!modal || draft->nominal || draft->governed || !event->source.count) return;
    if (coding->document->sentences.count > BRIEF_TEXT) return;
    if (event->factuality == FACT_NEGATED && is_friendly(event->type))
        turn(coding, draft, "refused-in-advance");
    else if (event->factuality != FACT_NEGATED && is_harsh(event->type) &&
             is_conditional(coding, draft->word))
        turn(coding, draft, "threat-on-condition");
}

/* "Iran demanded their return.  Oman refused": whom the draft turns down, as the last draft before
 * it in this sentence or the one before that a denial can answer. */
void contents_take_answered(coder_state *const coding, event_draft *const draft)
{
    casus_event *const event = &draft->event;
    if (event->type != EVENT_REJECT || event->target.count) return;
    const event_draft *before = NULL;
    for (uint32_t i = (uint32_t)(draft - coding->drafts->list.at); i-- > 0 && !before;) {
        const event_draft *const other = &coding->drafts->list.at[i];
        const casus_event_type type = other->event.type;
        if (draft->sentence - other->sentence > 1) return;
        if ((type == EVENT_ACCUSE || type == EVENT_REQUEST || type == EVENT_AGREE ||
             type == EVENT_THREATEN) &&
            other->event.source.count &&
            !parties_overlap(coding, &other->event.source, &event->source))
            before = other;
    }
    if (!before) return;
    parties_add_all(coding, &event->target, &before->event.source);
    drafts_hint(coding, draft, event->source.count, 0, WAY_ANSWERED, ARG_NONE);
}

/* Help or a concession that somebody says will come is none yet: CAMEO codes it as the intention to
 * cooperate (03). */
void contents_read_intention(const coder_state *const coding, event_draft *const draft)
{
    casus_event *const event = &draft->event;
    read_refusal(coding, draft);
    if (event->factuality != FACT_FUTURE || draft->governed || draft->nominal ||
        !event->source.count)
        return;
    switch (event->type) {
    case EVENT_CONSULT: /* a visit to come is talks all the same; alone in a sentence it is a plan
                         */
        if (coding->document->sentences.count > BRIEF_TEXT || event->source.count > 1) break;
        event->type = EVENT_AGREE;
        event->cameo = STR("036");
        event->mode = (casus_str){NULL, 0};
        break;
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
