/* Which of the statements proposed for an event or relation are kept. */
#include <math.h>

#include "coding/decide.h"
#include "coding/parties.h"
#include "coding/relations.h"
#include "coding/statements_features.h"
#include "coding/utterance.h"

static const float SURE = 0.9999F; /* its odds are finite */

/* One party's word about one event in one utterance may be read in several ways: whether it is on
 * record is asked once, of the first. */
static bool is_first(const event_draft *const draft, const uint32_t number)
{
    const statement_draft *const all = draft->said.at, *const one = &all[number];
    for (uint32_t i = 0; i < number; i++)
        if (all[i].utterance == one->utterance && all[i].statement.by == one->statement.by)
            return false;
    return true;
}

/* Relations are told and answered in ways of their own: their judges learn from them alone. */
static judge_kind judge_of(const event_draft *const draft)
{
    return draft->standing ? JUDGE_ALLEGATION : JUDGE_STATEMENT;
}

static judge_kind judge_of_stance(const event_draft *const draft)
{
    return draft->standing ? JUDGE_BEARING : JUDGE_STANCE;
}

/* The charge that the utterance answers, told since the event, is another: "accused Lusaka of
 * letting arms pass.  Lusaka denied it." */
static bool answers_charge(const coder_state *const coding, const event_draft *const draft,
                           const statement_draft *const one)
{
    const attribution *const list = coding->attributions->list.at;
    const attribution *const said = &list[one->utterance];
    for (uint32_t i = one->utterance; i-- > 0 && said->sentence - list[i].sentence < 2;) {
        const attribution *const charge = &list[i];
        if (charge->cue < one->mention) return false;
        if (charge->stance != STANCE_ALLEGES || !charge->count ||
            !attribution_is_own(coding, said, &charge->accused))
            continue;
        if (statements_tied(draft, i)) return false;
        const content_kind kind = charge->content->kind;
        return kind == CONTENT_CLAUSE && !charge->content->anaphor;
    }
    return false;
}

/* "It accused Lusaka of arming them, which Lusaka denies": not the raid told before is denied, but
 * the arming, unless Lusaka is charged with the raid too. */
static bool answers_backing(const coder_state *const coding, const event_draft *const draft,
                            const statement_draft *const one)
{
    const attribution *const said = &coding->attributions->list.at[one->utterance];
    const bool answer = said->stance == STANCE_DENIES || said->stance == STANCE_ADMITS ||
                        one->reading == READ_DENIAL;
    if (!answer || draft->standing || one->statement.tie != TIE_REFERENCE) return false;
    if (relations_told_in(coding, said)) return true;
    return one->mention < said->cue && !attribution_is_own(coding, said, &draft->accused) &&
           !attribution_is_own(coding, said, &draft->event.source) &&
           (relations_charged(coding, said, one->mention) || answers_charge(coding, draft, one));
}

static float odds_of(coder_state *const coding, const event_draft *const draft,
                     const statement_draft *const one)
{
    if (answers_backing(coding, draft, one)) return 0;
    const judge_features features = statements_describe(coding, draft, one);
    const void *const pair[2] = {&one->statement, &draft->event};
    features_observe(coding, judge_of(draft), pair, &features);
    return judge_probability(coding->coder->judge, judge_of(draft), &features);
}

static float stance_odds(coder_state *const coding, const event_draft *const draft,
                         const statement_draft *const one)
{
    const judge_features features = statements_describe_stance(coding, draft, one);
    const void *const pair[2] = {&one->statement, &draft->event};
    features_observe(coding, judge_of_stance(draft), pair, &features);
    return judge_probability(coding->coder->judge, judge_of_stance(draft), &features);
}

/* Of the readings of one party's word the likeliest keeps the odds, as far as they are its. */
static void choose_stance(coder_state *const coding, event_draft *const draft, const uint32_t first)
{
    statement_draft *const all = draft->said.at;
    const float odds = all[first].odds;
    float most = -1;
    uint32_t best = first;
    for (uint32_t i = first; i < draft->said.count; i++) {
        if (all[i].utterance != all[first].utterance ||
            all[i].statement.by != all[first].statement.by)
            continue;
        const float share = stance_odds(coding, draft, &all[i]);
        all[i].odds = 0;
        if (share <= most) continue;
        most = share;
        best = i;
    }
    all[best].odds = odds * most;
}

/* A party on record with one stance is not on record with the other too: who claims a deed need not
 * state it, who lays it on somebody else denies it.  Denial and condemnation go beside others. */
static bool excludes(const casus_stance a, const casus_stance b)
{
    if (a == b || a == STANCE_STATES || b == STANCE_STATES) return true;
    if ((a == STANCE_ALLEGES && b == STANCE_DENIES) || (a == STANCE_DENIES && b == STANCE_ALLEGES))
        return true;
    const bool aside =
        a == STANCE_DENIES || a == STANCE_CONDEMNS || b == STANCE_DENIES || b == STANCE_CONDEMNS;
    return !aside;
}

/* A spokesman and those for whom he speaks are one party. */
static bool one_party(const coder_state *const coding, const uint32_t a, const uint32_t b)
{
    const casus_actor *const actors = coding->document->record.actors.at;
    return a == b || actors[a].affiliation == b || actors[b].affiliation == a;
}

static bool is_beaten(const coder_state *const coding, const event_draft *const draft,
                      const uint32_t number)
{
    const statement_draft *const one = &draft->said.at[number];
    for (uint32_t i = 0; i < draft->said.count; i++) {
        const statement_draft *const other = &draft->said.at[i];
        if (i == number || other->odds < one->odds || (other->odds <= one->odds && i > number))
            continue;
        if (one_party(coding, one->statement.by, other->statement.by) &&
            excludes(one->statement.stance, other->statement.stance))
            return true;
    }
    return false;
}

/* Who speaks of a deed twice is on record about it if either word is meant of it. */
static float pooled_odds(const coder_state *const coding, const event_draft *const draft,
                         const statement_draft *const one)
{
    float silent = 1;
    for (uint32_t i = 0; i < draft->said.count; i++) {
        const statement_draft *const other = &draft->said.at[i];
        if (other->statement.stance == one->statement.stance &&
            one_party(coding, one->statement.by, other->statement.by) &&
            (other == one || other->utterance != one->utterance))
            silent *= 1 - other->odds;
    }
    return 1 - silent;
}

/* One of the events that an utterance may mean; the next of its choice. */
typedef struct rival {
    statement_draft *one;
    uint32_t next;
    bool force;
} rival;

typedef struct rivals {
    VEC(rival) list;
    uint32_t *first; /* by choice */
} rivals;

static rivals find_rivals(coder_state *const coding, drafts *const drafted)
{
    const uint32_t choices = statements_choices(coding) + 1;
    rivals all = {.first = ARENA_ARRAY(coding->arena, uint32_t, choices)};
    for (uint32_t i = 0; i < choices; i++) all.first[i] = CASUS_NONE;
    for (uint32_t i = 0; i < drafted->list.count; i++) {
        event_draft *const draft = &drafted->list.at[i];
        const casus_event_type type = draft->event.type;
        for (uint32_t j = 0; draft->kept != CASUS_NONE && j < draft->said.count; j++) {
            statement_draft *const one = &draft->said.at[j];
            if (draft->standing || !one->choice || !is_first(draft, j)) continue;
            const rival made = {one, all.first[one->choice],
                                type == EVENT_ASSAULT || type == EVENT_COERCE};
            all.first[one->choice] = all.list.count;
            VEC_PUSH(&all.list, coding->arena, made);
        }
    }
    return all;
}

/* Where each stands among the events of its kind that are kept. */
static void rank_rivals(coder_state *const coding, drafts *const drafted)
{
    const rivals all = find_rivals(coding, drafted);
    for (uint32_t i = 0; i < all.list.count; i++) {
        statement_draft *const one = all.list.at[i].one;
        for (uint32_t j = all.first[one->choice]; j != CASUS_NONE; j = all.list.at[j].next) {
            const statement_draft *const other = all.list.at[j].one;
            if (all.list.at[j].force != all.list.at[i].force) continue;
            one->rank += other->prominence > one->prominence;
            one->recency += other->mention > one->mention;
        }
    }
}

/* The odds of each by itself, then its share among those of its choice, then the stance. */
static void find_odds(coder_state *const coding, drafts *const all)
{
    float *const sums = ARENA_ARRAY(coding->arena, float, statements_choices(coding) + 1);
    rank_rivals(coding, all);
    for (uint32_t i = 0; i < all->list.count; i++) {
        event_draft *const draft = &all->list.at[i];
        for (uint32_t j = 0; draft->kept != CASUS_NONE && j < draft->said.count; j++) {
            statement_draft *const one = &draft->said.at[j];
            if (!is_first(draft, j)) continue;
            one->odds = fminf(odds_of(coding, draft, one), SURE);
            sums[one->choice] += one->odds / (1 - one->odds);
        }
    }
    for (uint32_t i = 0; i < all->list.count; i++) {
        event_draft *const draft = &all->list.at[i];
        for (uint32_t j = 0; draft->kept != CASUS_NONE && j < draft->said.count; j++) {
            statement_draft *const one = &draft->said.at[j];
            if (!is_first(draft, j)) continue;
            if (one->choice) one->odds = judge_share(one->odds, sums[one->choice]);
            choose_stance(coding, draft, j);
        }
    }
}

static casus_statements *statements_of(casus_record *const record, const event_draft *const draft)
{
    return draft->standing ? &record->relations.at[draft->kept].statements
                           : &record->events.at[draft->kept].statements;
}

void decide_statements(coder_state *const coding, drafts *const all)
{
    const judge_weights *const judge = coding->coder->judge;
    find_odds(coding, all);
    for (uint32_t i = 0; i < all->list.count; i++) {
        event_draft *const draft = &all->list.at[i];
        if (draft->kept == CASUS_NONE) continue;
        const bool trained = judge_is_trained(judge, judge_of(draft));
        casus_statements *const given = statements_of(&coding->document->record, draft);
        for (uint32_t j = 0; j < draft->said.count; j++) {
            const statement_draft *const one = &draft->said.at[j];
            const bool kept =
                trained ? pooled_odds(coding, draft, one) >= judge_threshold(judge, judge_of(draft))
                        : one->sure;
            if (kept && !is_beaten(coding, draft, j))
                VEC_PUSH(given, coding->arena, one->statement);
        }
        via_fill(coding, given);
    }
}
