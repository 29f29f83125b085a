/* Which of the statements proposed for an event are kept. */
#include <stdio.h>

#include "coding/decide.h"
#include "coding/features.h"
#include "coding/parties.h"
#include "coding/tree.h"
#include "coding/utterance.h"

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
    static const char *const readings[READINGS] = {"cue", "denial", "claim", "outrage"};
    const casus_statement *const statement = &at->one->statement;
    judge_add(&at->features, "stance", casus_str_from(at->stance));
    judge_add(&at->features, "cue", features_lemma(at->coding, statement->cue_word));
    judge_add(&at->features, "tie", casus_str_from(at->tie));
    judge_add(&at->features, "rule", at->said->rule ? at->said->rule->id : STR("none"));
    add_fact(at, "surface", at->said->surface);
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
    const event_draft *const told = drafts_final(at->coding, content->draft);
    add_fact(at, told->event.type == at->draft->event.type ? "same-type" : "other-type", true);
    add_fact(at, "same-target",
             parties_overlap(at->coding, &told->event.target, &at->draft->event.target));
    add_fact(at, "same-source",
             parties_overlap(at->coding, &told->event.source, &at->draft->event.source));
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
    if (one->statement.tie == TIE_REFERENCE)
        add_reference(&at);
    else
        add_depth(&at);
    features_add_syntax(coding, &at.features, one->statement.cue_word);
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
                      const float *const odds, const uint32_t number)
{
    const casus_statement *const one = &draft->said.at[number].statement;
    for (uint32_t i = 0; i < draft->said.count; i++) {
        const casus_statement *const other = &draft->said.at[i].statement;
        if (i == number || odds[i] < odds[number] || (odds[i] <= odds[number] && i > number))
            continue;
        if (one_party(coding, one->by, other->by) && excludes(one->stance, other->stance))
            return true;
    }
    return false;
}

void decide_statements(coder_state *const coding, event_draft *const draft)
{
    const judge_weights *const judge = coding->coder->judge;
    float *const odds = ARENA_ARRAY(coding->arena, float, draft->said.count + 1);
    for (uint32_t i = 0; i < draft->said.count; i++)
        odds[i] = odds_of(coding, draft, &draft->said.at[i]);
    for (uint32_t i = 0; i < draft->said.count; i++) {
        const bool kept = judge_is_trained(judge, JUDGE_STATEMENT)
                              ? odds[i] >= judge_threshold(judge, JUDGE_STATEMENT)
                              : draft->said.at[i].sure;
        if (kept && !is_beaten(coding, draft, odds, i))
            VEC_PUSH(&draft->event.statements, coding->arena, draft->said.at[i].statement);
    }
}
