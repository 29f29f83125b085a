/* Whether two mentions tell one happening, by learned odds. */
#include <stdio.h>

#include "coding/decide.h"
#include "coding/features.h"
#include "coding/parties.h"
#include "coding/retelling.h"
#include "coding/tree.h"

/* What the rules hold for one happening is joined from lower odds: an event told twice costs more
 * than a name without facts of its own that went astray, and the gold that the judge learned from
 * seldom quotes the sentences that only name or count. */
static const float NAMING = 0.15F, COUNTING = 0.3F, TYING = 0.4F;

static float least_odds(const coder_state *const coding, const int fit)
{
    enum { NAMES_MOST = 47, COUNTS_MOST = 50, LEADS = 90 };
    if (!fit) return judge_threshold(coding->coder->judge, JUDGE_JOIN);
    if (fit <= NAMES_MOST || fit == LEADS) return NAMING;
    return fit <= COUNTS_MOST ? COUNTING : TYING;
}

/* In which words, and how far apart. */
static void add_words(const coder_state *const coding, judge_features *const features,
                      const event_draft *const a, const event_draft *const b)
{
    const casus_document *const document = coding->document;
    judge_add_number(features, "distance", b->sentence - a->sentence, 8);
    judge_add_flag(features, "same-paragraph",
                   document->sentences.at[a->sentence].paragraph ==
                       document->sentences.at[b->sentence].paragraph);
    judge_add_flag(
        features, "same-lemma",
        casus_str_equal(features_lemma(coding, a->word), features_lemma(coding, b->word)));
    judge_add_flag(features, "same-rule", a->rule == b->rule);
    judge_add_number(features, "nominal", a->nominal * 4 + b->nominal * 2 + b->definite, 8);
    judge_add(features, "deprel",
              casus_str_from(casus_deprel_name(tree_deprel(document, b->word))));
}

/* A raid may be told by its arrests and by its fight: what follows what. */
static void add_types(judge_features *const features, const event_draft *const a,
                      const event_draft *const b)
{
    if (a->event.type == b->event.type) return;
    char text[64];
    const casus_str other = casus_str_from(casus_event_type_name(b->event.type));
    judge_add_flag(features, "other-type", true);
    JUDGE_NAME(text, casus_event_type_name(a->event.type), "then");
    judge_add(features, text, other);
    judge_add(features, b->nominal ? b->definite ? "then.definite" : "then.noun" : "then.verb",
              other);
    judge_add(features, "then.first", a->rule->id);
    judge_add(features, "then.second", b->rule->id);
}

static void add_parties(const coder_state *const coding, judge_features *const features,
                        const char *const side, const casus_refs *const a,
                        const casus_refs *const b)
{
    char text[24];
    const bool same = parties_overlap(coding, a, b);
    snprintf(text, sizeof text, "same-%s", side);
    judge_add_flag(features, text, same);
    snprintf(text, sizeof text, "other-%s", side);
    judge_add_flag(features, text, a->count && b->count && !same);
}

/* By whom, to whom, where, when, with how many victims. */
static void add_facts(const coder_state *const coding, judge_features *const features,
                      const event_draft *const a, const event_draft *const b)
{
    const casus_event *const x = &a->event, *const y = &b->event;
    add_parties(coding, features, "source", &x->source, &y->source);
    add_parties(coding, features, "target", &x->target, &y->target);
    judge_add_flag(features, "same-place", x->place != CASUS_NONE && x->place == y->place);
    judge_add_flag(features, "other-place", a->placed && b->placed && x->place != y->place);
    const bool same_day = casus_str_equal(x->date.start, y->date.start);
    judge_add_flag(features, "same-date", x->date.start.size && same_day);
    judge_add_flag(features, "other-date", x->date.start.size && y->date.start.size && !same_day);
    judge_add_number(features, "bare", (!y->source.count) * 2 + !y->target.count, 3);
    judge_add_number(features, "counts", (x->counts.count > 0) * 2 + (y->counts.count > 0), 3);
}

float decide_join(coder_state *const coding, const event_draft *const a, const event_draft *const b,
                  const int fit)
{
    judge_features features = features_begin(coding);
    char text[64];
    const char *const type = casus_event_type_name(a->event.type);
    judge_add(&features, "type", casus_str_from(type));
    judge_add_number(&features, "fit", fit / 5, 20);
    judge_add_flag(&features, "fits", fit > 0);
    JUDGE_NAME(text, type, "near");
    judge_add_flag(&features, text, fit >= 100);
    add_words(coding, &features, drafts_nearest(coding, a, b), b);
    add_types(&features, a, b);
    add_facts(coding, &features, a, b);
    retelling_add(coding, &features, a, b);
    join_add_features(coding, &features, a, b);
    const void *const pair[2] = {a, b};
    features_observe(coding, JUDGE_JOIN, pair, &features);
    if (!coding->coder->judge) return (float)fit;
    const float likely = judge_probability(coding->coder->judge, JUDGE_JOIN, &features);
    const float least = least_odds(coding, fit);
    return likely < least ? 0 : likely;
}
