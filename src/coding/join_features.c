/* What tells whether two mentions are of one happening: how the later hangs on the earlier, how it
 * opens a scene of its own, whom it names, what it counts. */
#include <stdio.h>

#include "coding/decide.h"
#include "coding/features.h"
#include "coding/parties.h"
#include "coding/tree.h"

enum { CLIMB_LIMIT = 24, LABELS = 3, APART_MOST = 4 };

static const char *label_at(const casus_document *const document, const uint32_t word)
{
    return casus_deprel_name(tree_main_deprel(document, word));
}

/* The labels from `below` up to `above`, at most LABELS of them; empty where it does not stand
 * under it. */
static casus_str labels_between(const coder_state *const coding, const uint32_t above,
                                const uint32_t below)
{
    const casus_document *const document = coding->document;
    casus_str labels = {NULL, 0};
    int depth = 0;
    for (uint32_t at = below; at != above; at = tree_word(document, at)->head, depth++) {
        if (depth == CLIMB_LIMIT || casus_word_is_root(document, at)) return (casus_str){NULL, 0};
        if (depth < LABELS)
            labels = casus_arena_format(coding->arena, "%.*s<%s", (int)labels.size,
                                        labels.size ? labels.at : "", label_at(document, at));
    }
    return labels;
}

/* "fired on the bus, killing four" against "raided the office after the killing of two guards". */
static void add_way(const coder_state *const coding, judge_features *const features,
                    const event_draft *const last, const event_draft *const b)
{
    const casus_document *const document = coding->document;
    if (last->sentence != b->sentence) return;
    const casus_str down = labels_between(coding, last->word, b->word);
    const casus_str wide = labels_between(coding, last->clause, b->word);
    const casus_str up = labels_between(coding, b->clause, last->word);
    if (down.size)
        judge_add(features, "under", down);
    else if (wide.size)
        judge_add(features, "under.clause", wide);
    else if (up.size)
        judge_add(features, "over", up);
    else
        judge_add_flag(features, "beside", last->clause != b->clause);
    const casus_str marker = tree_marker(document, b->clause);
    if (b->clause != last->clause && marker.size) judge_add(features, "marker", marker);
    if (!b->nominal) return;
    const casus_str preposition = tree_preposition(document, coding->arena, b->word);
    if (preposition.size) judge_add(features, "preposition", preposition);
}

/* The auxiliary and form of a predicate: "had burned" behind "stormed" goes back. */
static casus_str tense_of(const coder_state *const coding, const uint32_t clause)
{
    const casus_document *const document = coding->document;
    uint32_t form = tree_word(document, clause)->features;
    casus_str aux = STR("");
    for (EACH_CHILD(document, clause, child)) {
        if (tree_deprel(document, child) != DEP_AUX) continue;
        aux = tree_word(document, child)->lemma;
        form = tree_word(document, child)->features;
        break;
    }
    const char *const name = form & FEAT_INFINITIVE ? "to"
                             : form & FEAT_GERUND   ? "ing"
                             : form & FEAT_PAST     ? "past"
                             : form & FEAT_PRESENT  ? "present"
                                                    : "none";
    return casus_arena_format(coding->arena, "%.*s.%s", (int)aux.size, aux.size ? aux.at : "",
                              name);
}

/* What goes with the word that tells it: "another raid", "were also killed", "died there". */
static void add_company(const coder_state *const coding, judge_features *const features,
                        const event_draft *const b)
{
    const casus_document *const document = coding->document;
    const uint32_t heads[] = {b->word, b->clause};
    for (size_t i = 0; i < 2 && (i == 0 || b->clause != b->word); i++)
        for (EACH_CHILD(document, heads[i], child)) {
            const casus_deprel deprel = tree_main_deprel(document, child);
            if (deprel == DEP_ADVMOD || deprel == DEP_AMOD || deprel == DEP_DET)
                judge_add(features, "company", tree_word(document, child)->lemma);
        }
}

/* "a mine killed the envoy" opens what "the blast killed nine" goes on with. */
static void add_subject(const coder_state *const coding, judge_features *const features,
                        const event_draft *const last, const event_draft *const b)
{
    const casus_document *const document = coding->document;
    const uint32_t subject = tree_child(document, b->clause, DEP_NSUBJ);
    if (subject == CASUS_NONE || b->nominal) return;
    const bool here = last->sentence == b->sentence;
    judge_add(features, here ? "subject.here" : "subject",
              casus_str_from(casus_upos_name((casus_upos)tree_word(document, subject)->upos)));
    if (!tree_is_nominal(document, subject)) return;
    judge_add(features, here ? "subject-det.here" : "subject-det",
              features_lemma(coding, tree_child(document, subject, DEP_DET)));
}

static void add_telling(const coder_state *const coding, judge_features *const features,
                        const event_draft *const last, const event_draft *const b)
{
    const casus_document *const document = coding->document;
    const char *const apart = last->sentence == b->sentence ? "tense.here" : "tense";
    judge_add(features, apart, tense_of(coding, b->clause));
    add_company(coding, features, b);
    add_subject(coding, features, last, b);
    if (last->sentence == b->sentence) return;
    const casus_word *const first = tree_word(document, document->sentences.at[b->sentence].first);
    judge_add(features, "opens", casus_str_from(casus_upos_name((casus_upos)first->upos)));
}

static bool has_named_person(const coder_state *const coding, const casus_refs *const refs)
{
    for (uint32_t i = 0; i < refs->count; i++) {
        const casus_actor *const actor = &coding->document->record.actors.at[refs->at[i]];
        if (actor->kind == KIND_PERSON && !actor->role.size) return true;
    }
    return false;
}

/* "was shot dead" of one by name is another's murder where the earlier tells of others. */
static void add_victims(const coder_state *const coding, judge_features *const features,
                        const event_draft *const a, const event_draft *const b)
{
    const casus_refs *const x = &a->event.target, *const y = &b->event.target;
    if (parties_overlap(coding, x, y)) return;
    const bool named = has_named_person(coding, y);
    judge_add_number(features, "named", named * 2 + has_named_person(coding, x), 3);
    char text[32];
    JUDGE_NAME(text, casus_event_type_name(b->event.type), "victims");
    judge_add_number(features, text, (x->count > 0) * 2 + (y->count > 0), 3);
}

/* Figures of the same effect, equal or not; and what is counted besides. */
static void add_figures(judge_features *const features, const event_draft *const a,
                        const event_draft *const b)
{
    bool same = false, clash = false, further = false;
    for (uint32_t i = 0; i < b->event.counts.count; i++) {
        const casus_count *const one = &b->event.counts.at[i];
        bool met = false;
        for (uint32_t j = 0; j < a->event.counts.count; j++) {
            const casus_count *const other = &a->event.counts.at[j];
            if (other->effect != one->effect) continue;
            met = true;
            same |= other->min == one->min;
            clash |= other->min != one->min;
        }
        further |= !met;
    }
    judge_add_flag(features, "figure.same", same);
    judge_add_flag(features, "figure.clash", clash && !same);
    judge_add_flag(features, "figure.further", further && a->event.counts.count);
    if (a->rule->effect >= 0 && b->rule->effect >= 0)
        judge_add_number(features, "effects", a->rule->effect * EFFECT_COUNT + b->rule->effect,
                         EFFECT_COUNT * EFFECT_COUNT);
}

/* A day or place that the clause itself gives, beside one that the earlier has. */
static void add_scene(const coder_state *const coding, judge_features *const features,
                      const event_draft *const a, const event_draft *const last,
                      const event_draft *const b)
{
    const casus_document *const document = coding->document;
    const bool here = last->sentence == b->sentence;
    const casus_str x = a->event.date.start, y = b->event.date.start;
    if (b->dated && x.size && !casus_str_equal(x, y))
        judge_add(features, here ? "own-day.here" : "own-day", a->dated ? STR("both") : STR("one"));
    if (b->placed && a->event.place != CASUS_NONE && a->event.place != b->event.place)
        judge_add(features, here ? "own-place.here" : "own-place",
                  a->placed ? STR("both") : STR("one"));
    const uint32_t from = document->sentences.at[last->sentence].paragraph,
                   to = document->sentences.at[b->sentence].paragraph;
    judge_add_number(features, b->nominal && b->definite ? "paragraphs.name" : "paragraphs",
                     to > from ? to - from : 0, APART_MOST);
}

/* Where the later stands: in the clause of the earlier, under it, coordinated with it under one
 * subject, in another clause of its sentence, in the next sentence, further on. */
static const char *standing_of(const coder_state *const coding, const event_draft *const last,
                               const event_draft *const b)
{
    const casus_document *const document = coding->document;
    if (last->sentence == b->sentence) {
        if (last->clause == b->clause) return "clause";
        const uint32_t subject = tree_child(document, b->clause, DEP_NSUBJ);
        const bool conjunct = tree_main_deprel(document, b->clause) == DEP_CONJ;
        if (conjunct) return subject == CASUS_NONE ? "verb" : "other-clause";
        return subject == CASUS_NONE || b->nominal ? "under" : "own-subject";
    }
    if (b->sentence - last->sentence > 1) return "later";
    return document->sentences.at[last->sentence].paragraph ==
                   document->sentences.at[b->sentence].paragraph
               ? "next"
               : "paragraph";
}

/* Whether the later names nobody, somebody where the earlier does not, others, or the same. */
static int sharing_of(const coder_state *const coding, const casus_refs *const a,
                      const casus_refs *const b)
{
    if (parties_overlap(coding, a, b)) return 3;
    return b->count ? 1 + (a->count > 0) : 0;
}

/* All that may matter more or less by where the later stands. */
static void add_where(const coder_state *const coding, judge_features *const features,
                      const event_draft *const a, const event_draft *const last,
                      const event_draft *const b)
{
    const char *const where = standing_of(coding, last, b);
    char text[48];
    judge_add(features, "where", casus_str_from(where));
    JUDGE_NAME(text, where, "scene");
    judge_add_number(features, text, b->dated * 2 + b->placed, 3);
    JUDGE_NAME(text, where, "name");
    judge_add_number(features, text, b->nominal * 2 + b->definite, 3);
    JUDGE_NAME(text, where, "source");
    judge_add_number(features, text, sharing_of(coding, &a->event.source, &b->event.source), 3);
    JUDGE_NAME(text, where, "target");
    judge_add_number(features, text, sharing_of(coding, &a->event.target, &b->event.target), 3);
    JUDGE_NAME(text, where, casus_event_type_name(a->event.type));
    judge_add(features, text, casus_str_from(casus_event_type_name(b->event.type)));
}

void join_add_features(const coder_state *const coding, judge_features *const features,
                       const event_draft *const a, const event_draft *const b)
{
    const event_draft *const last = drafts_nearest(coding, a, b);
    add_way(coding, features, last, b);
    add_telling(coding, features, last, b);
    add_victims(coding, features, a, b);
    add_figures(features, a, b);
    add_scene(coding, features, a, last, b);
    add_where(coding, features, a, last, b);
    if (a->event.factuality == b->event.factuality) return;
    judge_add(features, "fact", casus_str_from(casus_factuality_name(a->event.factuality)));
    judge_add(features, "then-fact", casus_str_from(casus_factuality_name(b->event.factuality)));
}
