/* Which of the statements proposed for an event are kept. */
#include <math.h>
#include <stdio.h>

#include "coding/decide.h"
#include "coding/features.h"
#include "coding/parties.h"
#include "coding/tree.h"
#include "coding/utterance.h"

static const float SURE = 0.9999F; /* its odds are finite */

/* What the features of one proposal are made from. */
typedef struct view {
    coder_state *coding;
    const event_draft *draft;
    const statement_draft *one;
    const attribution *said;
    const char *stance, *type, *tie;
    judge_features features;
} view;

static void add_pair(view *const at, const char *const a, const char *const b, const char *const c)
{
    char text[96];
    snprintf(text, sizeof text, c ? "%s.%s.%s" : "%s.%s", a, b, c);
    judge_add(&at->features, text, (casus_str){NULL, 0});
}

/* A fact by itself, with the stance, and with the stance and how the statement is tied. */
static void add_fact(view *const at, const char *const name, const bool holds)
{
    if (!holds) return;
    add_pair(at, at->tie, name, NULL);
    add_pair(at, at->stance, name, NULL);
    add_pair(at, at->stance, at->tie, name);
}

static void add_stance(view *const at)
{
    static const char *const readings[READINGS] = {"cue", "denial", "claim", "outrage", "answer"};
    const casus_statement *const statement = &at->one->statement;
    judge_add(&at->features, "stance", casus_str_from(at->stance));
    judge_add(&at->features, "cue", features_lemma(at->coding, statement->cue_word));
    judge_add(&at->features, "tie", casus_str_from(at->tie));
    judge_add(&at->features, "rule", at->said->rule ? at->said->rule->id : STR("none"));
    add_fact(at, "surface", at->said->surface);
    add_fact(at, "carried", at->said->carried);
    add_fact(at, "by-order", at->said->first <= at->said->last);
    add_pair(at, at->stance, at->tie, NULL);
    add_pair(at, at->type, at->stance, NULL);
    add_pair(at, at->type, at->stance, at->tie);
    add_pair(at, "reading", readings[at->one->reading], at->tie);
    add_pair(at, readings[at->one->reading], casus_stance_name(at->said->stance), at->stance);
}

static void add_parties(view *const at)
{
    const coder_state *const coding = at->coding;
    const casus_event *const event = &at->draft->event;
    uint32_t by = at->one->statement.by;
    const casus_refs speaker = {.at = &by, .count = 1, .room = 1};
    const bool own = parties_overlap(coding, &speaker, &event->source);
    add_fact(at, "own", own);
    if (own) add_pair(at, at->type, "own", NULL);
    add_fact(at, "accused", parties_overlap(coding, &speaker, &at->draft->accused));
    add_fact(at, "victim", parties_overlap(coding, &speaker, &event->target));
    add_fact(at, "alleged", statements_allege(at->draft));
    add_fact(at, "nobody", !event->source.count);
    add_fact(at, "accuses", parties_overlap(coding, &at->said->accused, &event->source));
    add_fact(at, "accuses-other",
             at->said->accused.count && event->source.count &&
                 !parties_overlap(coding, &at->said->accused, &event->source));
    features_add_actor(coding, &at->features, "by", &speaker);
    const casus_actor *const actor = &coding->document->record.actors.at[by];
    add_pair(at, at->stance, "armed", actor->armed ? "yes" : "no");
    add_fact(at, "generic", actor->generic);
}

static void add_event_facts(view *const at)
{
    const event_draft *const draft = at->draft;
    const casus_event *const event = &draft->event;
    add_fact(at, "counts", event->counts.count > 0);
    add_fact(at, "nominal", draft->nominal && draft->words.count == 1);
    add_fact(at, "governed", draft->governed);
    if (event->factuality != FACT_ACTUAL)
        add_fact(at, casus_factuality_name(event->factuality), true);
    judge_add_number(&at->features, "mentions", draft->words.count, 4);
    judge_add_number(&at->features, "sure", statements_sure(draft), 3);
}

/* How deep in what is said the event stands. */
static void add_depth(view *const at)
{
    const casus_document *const document = at->coding->document;
    uint32_t word = at->one->mention, depth = 0;
    bool relative = false, adverbial = false, nominal = false;
    for (; depth < 6; depth++) {
        bool content = false;
        for (uint32_t i = 0; i < at->said->count; i++) content |= at->said->contents[i] == word;
        if (content || casus_word_is_root(document, word)) break;
        const casus_deprel deprel = tree_main_deprel(document, word);
        relative |= deprel == DEP_ACL;
        adverbial |= deprel == DEP_ADVCL;
        nominal |= deprel == DEP_NMOD;
        word = tree_word(document, word)->head;
    }
    char text[16];
    snprintf(text, sizeof text, "depth%u", depth > 4 ? 4 : depth);
    add_fact(at, text, true);
    add_fact(at, "relative", relative);
    add_fact(at, "adverbial", adverbial);
    add_fact(at, "in-noun", nominal);
    bool inner = false;
    const attributions *const all = at->coding->attributions;
    for (uint32_t i = all->first[at->said->sentence];
         i < all->list.count && all->list.at[i].sentence == at->said->sentence; i++)
        inner |= i != at->one->utterance &&
                 attribution_holds(at->coding, at->said, all->list.at[i].cue) &&
                 attribution_holds(at->coding, &all->list.at[i], at->one->mention);
    add_fact(at, "inner", inner);
}

static void add_number(view *const at, const char *const name, int64_t value, const int64_t most)
{
    char text[32];
    if (value > most) value = most;
    snprintf(text, sizeof text, "%s%d", name, (int)value);
    add_fact(at, text, true);
}

static bool is_tied(const event_draft *const draft, const uint32_t utterance)
{
    for (uint32_t i = 0; i < draft->said.count; i++)
        if (draft->said.at[i].utterance == utterance && draft->said.at[i].sure) return true;
    return false;
}

/* Whether the utterance before, of somebody else and not long ago, is about the event: this one may
 * answer it. */
static bool answers(const view *const at)
{
    const attribution *const list = at->coding->attributions->list.at;
    uint32_t before = at->one->utterance;
    while (before > 0) {
        before--;
        if (at->said->sentence - list[before].sentence > 2) return false;
        if (!parties_overlap(at->coding, &list[before].speakers, &at->said->speakers))
            return is_tied(at->draft, before);
    }
    return false;
}

/* The name that the utterance has for the deed ("the killings") fits what the event is. */
static void add_sense(view *const at, const event_draft *const told)
{
    const casus_event *const event = &at->draft->event;
    add_fact(at, told->event.type == event->type ? "same-type" : "other-type", true);
    add_fact(at, "same-target", parties_overlap(at->coding, &told->event.target, &event->target));
    add_fact(at, "same-source", parties_overlap(at->coding, &told->event.source, &event->source));
    if (told->event.mode.size && event->mode.size)
        add_fact(at, casus_str_equal(told->event.mode, event->mode) ? "same-mode" : "other-mode",
                 true);
    if (told->rule->effect < 0) return;
    bool counted = at->draft->rule->effect == told->rule->effect;
    for (uint32_t i = 0; i < event->counts.count; i++)
        counted |= (int)event->counts.at[i].effect == told->rule->effect;
    add_fact(at, counted ? "same-effect" : "other-effect", true);
}

static void add_reference(view *const at)
{
    const casus_document *const document = at->coding->document;
    const statement_draft *const one = at->one;
    const utterance_content *const content = at->said->content;
    const char *const kind = content_kind_name(content->kind);
    const uint32_t there = tree_word(document, one->mention)->sentence, here = at->said->sentence;
    const bool behind = one->mention > at->said->cue;
    add_fact(at, kind, true);
    add_number(at, behind ? "behind" : "back", behind ? there - here : here - there, 6);
    add_number(at, "rank", one->rank, 3);
    add_number(at, "recent", one->recency, 3);
    add_number(at, "top", one->rank == 0 && one->recency == 0, 1);
    add_pair(at, kind, one->rank ? "lower" : "first", one->recency ? "older" : "last");
    add_fact(at, "sure", one->sure);
    add_fact(at, "answers", answers(at));
    add_fact(at, "negated", content->negated);
    add_fact(at, "disapproves", content->disapproves);
    add_fact(at, "did-it", content->did_it);
    add_fact(at, "anaphor", content->anaphor);
    add_fact(at, "tells-own", content->own_draft);
    add_fact(at, "quoted", (tree_word(document, one->mention)->flags & WORD_QUOTED) != 0);
    add_fact(at, "paragraph",
             document->sentences.at[there].paragraph == document->sentences.at[here].paragraph);
    add_fact(at, "headline", document->sentences.at[there].kind == SENTENCE_HEADLINE);
    if (content->draft == CASUS_NONE) return;
    add_sense(at, drafts_final(at->coding, content->draft));
}

/* Told in an answer: whether by somebody else's word, in brackets or of long ago is for the syntax
 * and these to tell. */
static void add_answer(view *const at)
{
    const casus_document *const document = at->coding->document;
    const uint32_t sentence = tree_word(document, at->one->mention)->sentence;
    const casus_str text = casus_document_text(document, document->sentences.at[sentence].span);
    const attributions *const all = at->coding->attributions;
    bool other = false;
    for (uint32_t i = all->first[sentence];
         i < all->list.count && all->list.at[i].sentence == sentence; i++)
        other |= attribution_holds(at->coding, &all->list.at[i], at->one->mention);
    judge_add_flag(&at->features, "answer.by-other", other);
    judge_add_flag(&at->features, "answer.bracket", text.size && text.at[0] == '[');
    judge_add_flag(&at->features, "answer.mentions", at->draft->words.count > 1);
}

static float odds_of(coder_state *const coding, event_draft *const draft,
                     statement_draft *const one)
{
    static const char *const ties[] = {"clause", "sentence", "reference"};
    view at = {.coding = coding,
               .draft = draft,
               .one = one,
               .said = &coding->attributions->list.at[one->utterance],
               .stance = casus_stance_name(one->statement.stance),
               .type = casus_event_type_name(draft->event.type),
               .tie = ties[one->statement.tie],
               .features = features_begin(coding)};
    add_stance(&at);
    add_parties(&at);
    add_event_facts(&at);
    if (one->reading == READ_ANSWER)
        add_answer(&at);
    else if (one->statement.tie == TIE_REFERENCE)
        add_reference(&at);
    else
        add_depth(&at);
    features_add_syntax(coding, &at.features,
                        one->reading == READ_ANSWER ? one->mention : one->statement.cue_word);
    const void *const pair[2] = {&one->statement, &draft->event};
    features_observe(coding, JUDGE_STATEMENT, pair, &at.features);
    return judge_probability(coding->coder->judge, JUDGE_STATEMENT, &at.features);
}

/* A party on record with one stance is not on record with the other too: who claims a deed need not
 * state it.  Denial and condemnation go beside others. */
static bool excludes(const casus_stance a, const casus_stance b)
{
    if (a == b || a == STANCE_STATES || b == STANCE_STATES) return true;
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

/* The odds of each by itself, then its share among those of its choice. */
static void find_odds(coder_state *const coding)
{
    float *const sums = ARENA_ARRAY(coding->arena, float, statements_choices(coding) + 1);
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        for (uint32_t j = 0; draft->kept != CASUS_NONE && j < draft->said.count; j++) {
            statement_draft *const one = &draft->said.at[j];
            one->odds = fminf(odds_of(coding, draft, one), SURE);
            sums[one->choice] += one->odds / (1 - one->odds);
        }
    }
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        for (uint32_t j = 0; draft->kept != CASUS_NONE && j < draft->said.count; j++) {
            statement_draft *const one = &draft->said.at[j];
            if (one->choice) one->odds = judge_share(one->odds, sums[one->choice]);
        }
    }
}

void decide_statements(coder_state *const coding)
{
    const judge_weights *const judge = coding->coder->judge;
    const bool trained = judge_is_trained(judge, JUDGE_STATEMENT);
    find_odds(coding);
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        if (draft->kept == CASUS_NONE) continue;
        casus_event *const event = &coding->document->record.events.at[draft->kept];
        for (uint32_t j = 0; j < draft->said.count; j++) {
            const statement_draft *const one = &draft->said.at[j];
            const bool kept =
                trained ? one->odds >= judge_threshold(judge, JUDGE_STATEMENT) : one->sure;
            if (kept && !is_beaten(coding, draft, j))
                VEC_PUSH(&event->statements, coding->arena, one->statement);
        }
    }
}
