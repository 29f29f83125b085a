/* Events that lie in what somebody says rather than in the verb of saying: "said that the army must
 * leave" is a demand, "said that he would burn the camp" a threat. */
#include "coding/drafts.h"
#include "coding/homeland.h"
#include "coding/parties.h"
#include "coding/readings.h"
#include "coding/statements.h"
#include "coding/tree.h"

enum { DEPTH = 3 };

/* One clause of what somebody says, with its modal. */
typedef struct saying {
    const attribution *said;
    uint32_t clause, modal;
} saying;

static bool is_said_by(const coder_state *const coding, const saying *const one,
                       const uint32_t subject)
{
    const casus_word *const word = tree_word(coding->document, subject);
    if (word->upos == UPOS_PRON && (word->flags & WORD_QUOTED) &&
        match_is(coding, WORDS_FIRST_PERSON, subject))
        return true;
    const uint32_t party = party_at(coding, subject);
    for (uint32_t i = 0; party != CASUS_NONE && i < one->said->speakers.count; i++)
        if (parties_related(coding, one->said->speakers.at[i], party)) return true;
    return false;
}

static void add_others(coder_state *const coding, const saying *const one, const uint32_t word,
                       casus_refs *const refs)
{
    casus_refs found = {0};
    parties_met(coding, word, &found);
    for (uint32_t i = 0; i < found.count; i++)
        if (!parties_have(&one->said->speakers, found.at[i]))
            parties_add(coding, refs, found.at[i]);
}

/* Whom the threat is meant for: whom the act would befall, who would bring it on, who is told; last
 * who is to come to ruin by what he does himself. */
static void find_threatened(coder_state *const coding, const saying *const one,
                            casus_refs *const refs)
{
    const casus_document *const document = coding->document;
    const coder_frame *const frame = frame_of(coding, one->clause);
    for (uint32_t i = 0; i < frame->count && !refs->count; i++)
        if (frame->arguments[i].key != ARG_XCOMP && frame->arguments[i].key != ARG_CCOMP &&
            frame->arguments[i].key != ARG_ADVCL && frame->arguments[i].key != ARG_SUBJ)
            add_others(coding, one, frame->arguments[i].word, refs);
    for (EACH_CHILD(document, one->clause, child)) {
        if (refs->count || tree_main_deprel(document, child) != DEP_ADVCL) continue;
        const coder_frame *const condition = frame_of(coding, child);
        add_others(coding, one, frame_get(condition, condition->passive ? ARG_OBJ : ARG_SUBJ),
                   refs);
    }
    if (!refs->count && one->said->cue != CASUS_NONE) {
        const coder_frame *const telling = frame_of(coding, one->said->cue);
        if (!telling->nominal) add_others(coding, one, frame_get(telling, ARG_OBJ), refs);
    }
    if (!refs->count) add_others(coding, one, frame_get(frame, ARG_SUBJ), refs);
}

/* A draft for the rule with the speakers as its source, in place of what the clause told. */
static event_draft *propose(coder_state *const coding, const saying *const one,
                            const casus_str rule)
{
    const uint32_t before = coding->drafts->at[one->clause];
    event_draft *const draft =
        drafts_add(coding, one->clause, ontology_find(coding->ontology, rule));
    if (!draft) return NULL;
    if (before != CASUS_NONE) {
        event_draft *const told = &coding->drafts->list.at[before];
        if (told->into == CASUS_NONE) readings_add(coding, draft, told);
        told->into = coding->drafts->list.count - 1;
    }
    draft->event.source = draft->event.target = (casus_refs){0};
    draft->hints.count = 0;
    parties_add_all(coding, &draft->event.source, &one->said->speakers);
    draft->event.factuality = FACT_ACTUAL;
    return draft;
}

static void read_demand(coder_state *const coding, const saying *const one)
{
    const coder_frame *const frame = frame_of(coding, one->clause);
    const uint32_t subject = frame_get(frame, frame->passive ? ARG_OBJ : ARG_SUBJ);
    if (subject == CASUS_NONE || is_said_by(coding, one, subject)) return;
    casus_refs asked = {0};
    if (!frame->passive) add_others(coding, one, subject, &asked);
    if (!asked.count && !frame->passive) return;
    event_draft *const draft =
        propose(coding, one, frame->passive ? STR("said-must-be") : STR("said-must"));
    if (!draft) return;
    draft->event.target = asked;
    drafts_hint(coding, draft, 0, 0, WAY_SAID, ARG_NONE);
}

static bool is_hostile(const coder_state *const coding, const uint32_t clause)
{
    const uint32_t number = coding->drafts->at[clause];
    if (number == CASUS_NONE) return false;
    const casus_event_type type = coding->drafts->list.at[number].event.type;
    return type == EVENT_ASSAULT || type == EVENT_COERCE || type == EVENT_SANCTION ||
           type == EVENT_MOBILIZE;
}

/* Whether the clause speaks of ruin: "will be flattened", "will find their graves". */
static bool is_doom(const coder_state *const coding, const uint32_t word, const int depth)
{
    const casus_document *const document = coding->document;
    if (match_is(coding, WORDS_DOOM, word)) return true;
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (depth > 0 && deprel != DEP_ADVCL && deprel != DEP_CCOMP && deprel != DEP_NSUBJ &&
            deprel != DEP_PARATAXIS && is_doom(coding, child, depth - 1))
            return true;
    }
    return false;
}

static void read_threat(coder_state *const coding, const saying *const one)
{
    const coder_frame *const frame = frame_of(coding, one->clause);
    const uint32_t subject = frame_get(frame, frame->passive ? ARG_OBJ : ARG_SUBJ);
    const bool own = subject != CASUS_NONE && !frame->passive && is_said_by(coding, one, subject);
    const bool hostile = is_hostile(coding, one->clause);
    const bool doom = is_doom(coding, one->clause, DEPTH);
    bool governed;
    if (factuality_of(coding, one->clause, &governed) == FACT_NEGATED) return;
    if (!doom && !(hostile && (own || frame->passive))) return;
    const casus_str rule = !doom ? own ? STR("said-will-harm") : STR("said-harm-comes")
                           : own ? STR("said-will-ruin")
                                 : STR("said-ruin-comes");
    event_draft *const draft = propose(coding, one, rule);
    if (!draft) return;
    find_threatened(coding, one, &draft->event.target);
    drafts_hint(coding, draft, 0, 0, WAY_SAID, ARG_NONE);
}

/* Whether the clause tells no event yet, or one that a promise of it makes an agreement. */
static bool may_be_promised(const coder_state *const coding, const uint32_t clause)
{
    const uint32_t number = coding->drafts->at[clause];
    if (number == CASUS_NONE) return true;
    switch (coding->drafts->list.at[number].event.type) {
    case EVENT_SUPPORT:
    case EVENT_COOPERATE:
    case EVENT_AID:
    case EVENT_CONCEDE:
    case EVENT_RETREAT:
        return true;
    case EVENT_CONSULT:
        return coding->document->sentences.count <= BRIEF_TEXT;
    default:
        return false;
    }
}

/* "said it would support the plan": what one says one will do, and is no threat; what one will not
 * do is refused. */
static void read_promise(coder_state *const coding, const saying *const one)
{
    const coder_frame *const frame = frame_of(coding, one->clause);
    const uint32_t subject = frame_get(frame, ARG_SUBJ);
    bool governed;
    if (frame->passive || subject == CASUS_NONE || !is_said_by(coding, one, subject)) return;
    const bool refused = factuality_of(coding, one->clause, &governed) == FACT_NEGATED;
    if (!may_be_promised(coding, one->clause)) return;
    if (!refused && (is_hostile(coding, one->clause) || is_doom(coding, one->clause, DEPTH)))
        return;
    event_draft *const draft =
        propose(coding, one, refused ? STR("said-will-not") : STR("said-will-do"));
    if (!draft) return;
    find_threatened(coding, one, &draft->event.target);
    drafts_hint(coding, draft, 0, 0, WAY_SAID, ARG_NONE);
}

static void read_clause(coder_state *const coding, const attribution *const said,
                        const uint32_t clause)
{
    /* What the verb of saying itself tells ("threatened that …") needs no second event. */
    if (said->cue != CASUS_NONE && coding->drafts->at[said->cue] != CASUS_NONE) return;
    saying one = {said, clause, match_auxiliary(coding, clause, WORDS_DEMAND_MODAL)};
    if (one.modal != CASUS_NONE) read_demand(coding, &one);
    one.modal = match_auxiliary(coding, clause, WORDS_THREAT_MODAL);
    if (one.modal == CASUS_NONE) return;
    read_threat(coding, &one);
    read_promise(coding, &one);
}

static void read_clauses(coder_state *const coding, const attribution *const said,
                         const uint32_t clause, const int depth)
{
    read_clause(coding, said, clause);
    for (EACH_CHILD(coding->document, clause, child)) {
        const casus_deprel deprel = tree_main_deprel(coding->document, child);
        if (depth > 0 && child != said->cue && tree_is_verbal(coding->document, child) &&
            (deprel == DEP_CONJ || deprel == DEP_PARATAXIS))
            read_clauses(coding, said, child, depth - 1);
    }
}

void sayings_find(coder_state *const coding)
{
    for (uint32_t i = 0; i < coding->attributions->list.count; i++) {
        const attribution *const said = &coding->attributions->list.at[i];
        if (said->stance == STANCE_DENIES || said->stance == STANCE_CONDEMNS) continue;
        for (uint32_t j = 0; j < said->count; j++)
            read_clauses(coding, said, said->contents[j], DEPTH);
    }
}
