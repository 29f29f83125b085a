/* Trains the weights by which the coder keeps or drops what its rules propose.
 *
 *     train-coder [--data DIR] [--penalty P] GOLD... WEIGHTS
 *
 * Codes each text of the gold file with every proposal kept, labels proposals by the gold, and
 * prints for each kind the figures of a five-fold cross-validation over documents with a
 * calibration table. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "blocks_gold.h"
#include "calibrate.h"
#include "casus.h"
#include "choices.h"
#include "coding/drafts.h"
#include "fillers_train.h"
#include "gold.h"
#include "learn.h"
#include "pipeline.h"
#include "slots.h"

/* How much F1 a higher threshold may cost. */
static const double NEARLY = 0.008;
/* Events: kept where they are more likely right than wrong.  F1 hardly changes from 0.35 to 0.55,
 * and the other records hang on what is kept. */
static const double EVEN = 0.5;
/* Texts of another kind are not to be taken for copy with fillers, of which there are many more to
 * learn from. */
static const double ALIKE = 0.6, ALIKE_SHARE = 0.05;
static const double PRECISE_PLACE = 0.82, PRECISE_DATE = 0.88;
/* A gold that is silent may only have left out what goes without saying. */
static const double UNTOLD_PLACE = 0.05, UNTOLD_DATE = 0.02;
/* From which odds a figure counts victims, and is put in the likeliest event: F1 is flat between 0.3
 * and 0.5, and a figure that is wrong costs as much as one that is missed. */
static const double TOLL_FROM = 0.45, TOLL_EVENT_FROM = 0.4;

enum {
    FOLDS = 5,
    FILES = 256,
    CORPUS_LIMIT = 16 << 20,
    OLD_LIMIT = 64 << 20,
    STATEMENT_PENALTY = 4,
    CHOICE_PENALTY = 4,
    ROLE_PENALTY = 16,
    TOLL_PENALTY = 6,
    WARNING_PENALTY = 4
};

typedef struct proposal {
    judge_kind kind;
    const void *record[2];
    slot_candidate filling;
    toll_proposal toll;
    VEC(uint32_t) features;
    int label;                    /* 1 right, 0 wrong, -1 optional or unknown */
    uint32_t group, choice, slot; /* see train_example */
    bool untold;                  /* likewise */
    const json_t *gold;           /* what it was paired with, or NULL */
} proposal;

typedef struct train_state {
    data_set sets[JUDGE_KINDS];
    casus_arena *arena; /* of one document */
    bool aside;         /* of a lone sentence: not counted in the figures */
    VEC(proposal) proposals;
    filler_set *fillers;
    bool alike; /* there are reports whose gold lists fillers */
} train_state;

static bool is_role(const judge_kind kind)
{
    return kind == JUDGE_SOURCE || kind == JUDGE_TARGET;
}

static void see(void *const context, const judge_kind kind, const casus_document *const document,
                const void *const record, const judge_features *const features)
{
    train_state *const training = context;
    if (kind == JUDGE_FILLER) {
        fillers_see(training->fillers, record, features);
        return;
    }
    data_set *const set = &training->sets[kind];
    (void)document;
    proposal seen = {.kind = kind, .label = -1};
    if (kind == JUDGE_JOIN || kind == JUDGE_STATEMENT || kind == JUDGE_PLACE ||
        kind == JUDGE_DATE) {
        seen.record[0] = ((const void *const *)record)[0];
        seen.record[1] = ((const void *const *)record)[1];
    } else {
        seen.record[0] = record;
        if (is_role(kind)) seen.filling.choice = *(const role_choice *)record;
        if (kind == JUDGE_TOLL || kind == JUDGE_TOLL_EVENT)
            seen.toll = *(const toll_proposal *)record;
    }
    for (uint32_t i = 0; i < features->names.count; i++) {
        const casus_str name = features->names.at[i];
        uint32_t number = casus_map_get(&set->numbers, name);
        if (number == CASUS_NONE) {
            number = set->numbers.entries.count;
            casus_map_put(&set->numbers, set->arena, casus_arena_copy(set->arena, name), number);
        }
        VEC_PUSH(&seen.features, set->arena, number);
    }
    VEC_PUSH(&training->proposals, set->arena, seen);
}

static int agreement(const proposal *const seen, const json_t *const gold,
                     const casus_document *const document, const char *const text,
                     casus_arena *const arena)
{
    if (seen->kind == JUDGE_EVENT)
        return gold_event_agreement(gold, seen->record[0], document, text, arena);
    if (seen->kind == JUDGE_RELATION)
        return gold_relation_agreement(gold, seen->record[0], document, arena);
    if (seen->kind == JUDGE_WARNING)
        return gold_warning_agreement(gold, seen->record[0], document, text);
    return 0;
}

/* Pairs proposals of a kind with the gold one to one, best first, as the scorer does, and labels
 * them. */
static void label(train_state *const training, const judge_kind kind, const json_t *const golds,
                  const casus_document *const document, const char *const text)
{
    if (!golds) return; /* says nothing about them */
    const size_t count = json_array_size(golds);
    bool *const used = ARENA_ARRAY(training->arena, bool, count + 1);
    int *const table =
        ARENA_ARRAY(training->arena, int, (count + 1) * (training->proposals.count + 1));
    for (uint32_t j = 0; j < training->proposals.count; j++) {
        proposal *const seen = &training->proposals.at[j];
        if (seen->kind != kind) continue;
        seen->label = 0;
        for (size_t i = 0; i < count; i++)
            table[j * count + i] =
                agreement(seen, json_array_get(golds, i), document, text, training->arena);
    }
    for (;;) {
        int best = 0;
        size_t gold = 0;
        uint32_t which = 0;
        for (size_t i = 0; i < count; i++)
            for (uint32_t j = 0; !used[i] && j < training->proposals.count; j++) {
                const proposal *const seen = &training->proposals.at[j];
                if (seen->kind != kind || seen->label != 0 || table[j * count + i] <= best)
                    continue;
                best = table[j * count + i];
                gold = i;
                which = j;
            }
        if (!best) break;
        used[gold] = true;
        training->proposals.at[which].gold = json_array_get(golds, gold);
        training->proposals.at[which].label =
            gold_is_optional(json_array_get(golds, gold)) ? -2 : 1;
    }
    for (size_t i = 0; i < count; i++)
        if (!used[i] && !gold_is_optional(json_array_get(golds, i)))
            training->sets[kind].missed[training->aside]++;
}

/* The gold event that a mention tells best, taken as of its own type or `other`; or -1. */
static int told(const casus_event *const event, const casus_event_type other,
                const json_t *const golds, const casus_document *const document,
                const char *const text, casus_arena *const arena)
{
    int best = 4, which = -1; /* one weak anchor is too little to tell */
    casus_event same = *event;
    same.type = other;
    for (size_t i = 0; i < json_array_size(golds); i++) {
        const json_t *const gold = json_array_get(golds, i);
        int score = gold_event_agreement(gold, event, document, text, arena);
        if (!score) score = gold_event_agreement(gold, &same, document, text, arena);
        if (score <= best) continue;
        best = score;
        which = (int)i;
    }
    return which;
}

static void label_joins(train_state *const training, const json_t *const golds,
                        const casus_document *const document, const char *const text)
{
    for (uint32_t j = 0; j < training->proposals.count; j++) {
        proposal *const seen = &training->proposals.at[j];
        if (seen->kind != JUDGE_JOIN) continue;
        const casus_event *const first = seen->record[0], *const second = seen->record[1];
        const int a = told(first, second->type, golds, document, text, training->arena);
        const int b = told(second, first->type, golds, document, text, training->arena);
        seen->label = a < 0 || b < 0 ? -1 : a == b;
    }
}

/* A statement is right when the gold event that its event was paired with has it.  Several
 * proposals may find the same one. */
static void label_said(train_state *const training, const proposal *const event,
                       const casus_document *const document)
{
    data_set *const set = &training->sets[JUDGE_STATEMENT];
    if (!json_object_get(event->gold, "statements")) return;
    const size_t wanted = json_array_size(json_object_get(event->gold, "statements"));
    bool *const found = ARENA_ARRAY(training->arena, bool, wanted + 1);
    for (uint32_t j = 0; j < training->proposals.count; j++) {
        proposal *const seen = &training->proposals.at[j];
        if (seen->kind != JUDGE_STATEMENT || seen->record[1] != event->record[0]) continue;
        const int which = gold_statement(event->gold, seen->record[0], document, training->arena);
        /* Lone sentences give one stance of those that would be right. */
        const bool open = training->aside && which < 0 &&
                          gold_has_speaker(event->gold, seen->record[0], document, training->arena);
        seen->label = open ? -1 : which >= 0;
        const uint32_t choice = ((const statement_draft *)seen->record[0])->choice;
        if (choice) seen->choice = set->choices + choice;
        if (which < 0) continue;
        seen->group = set->groups + 1 + (uint32_t)which;
        found[which] = true;
    }
    set->groups += (uint32_t)wanted;
    for (size_t i = 0; i < wanted; i++) set->missed[training->aside] += !found[i];
}

static void label_statements(train_state *const training, const casus_document *const document)
{
    uint32_t choices = 0;
    for (uint32_t i = 0; i < training->proposals.count; i++) {
        const proposal *const event = &training->proposals.at[i];
        if (event->kind == JUDGE_EVENT && event->label == 1) label_said(training, event, document);
    }
    for (uint32_t i = 0; i < training->proposals.count; i++) {
        const proposal *const seen = &training->proposals.at[i];
        if (seen->kind != JUDGE_STATEMENT) continue;
        const uint32_t choice = ((const statement_draft *)seen->record[0])->choice;
        if (choice > choices) choices = choice;
    }
    training->sets[JUDGE_STATEMENT].choices += choices;
}

/* A place or date is right when the gold event that its event was paired with has it.  Where the
 * gold has none, the text rather ties none to the event. */
static void label_choices(train_state *const training, const judge_kind kind,
                          const casus_document *const document)
{
    for (uint32_t i = 0; i < training->proposals.count; i++) {
        const proposal *const event = &training->proposals.at[i];
        if (event->kind != JUDGE_EVENT || !event->gold) continue;
        const bool told = gold_has_choice(event->gold, kind);
        uint32_t group = 0;
        for (uint32_t j = 0; j < training->proposals.count; j++) {
            proposal *const seen = &training->proposals.at[j];
            if (seen->kind != kind || seen->record[1] != event->record[0]) continue;
            if (!group) group = ++training->sets[kind].groups;
            training->sets[kind].chosen = true;
            training->sets[kind].choices = group;
            training->sets[kind].untold = kind == JUDGE_PLACE ? UNTOLD_PLACE : UNTOLD_DATE;
            seen->group = seen->choice = group;
            seen->untold = !told;
            seen->label =
                gold_has_chosen(event->gold, kind, seen->record[0], document, training->arena);
        }
        if (!group) training->sets[kind].missed[training->aside] += told;
    }
}

/* The gold event that the proposed event was paired with, or NULL. */
static const json_t *paired(const train_state *const training, const casus_event *const event)
{
    for (uint32_t i = 0; i < training->proposals.count; i++)
        if (training->proposals.at[i].kind == JUDGE_EVENT &&
            training->proposals.at[i].record[0] == event)
            return training->proposals.at[i].gold;
    return NULL;
}

/* A figure is right when some gold event has it, unknown when only an optional one does. */
static int label_toll(const json_t *const golds, const toll_proposal *const given)
{
    int best = 0;
    for (size_t i = 0; i < json_array_size(golds); i++) {
        const json_t *const gold = json_array_get(golds, i);
        if (!gold_has_toll(gold, given)) continue;
        if (!gold_is_optional(gold)) return 1;
        best = -1;
    }
    return best;
}

static uint32_t tolls_missed(const train_state *const training, const json_t *const gold,
                             const judge_kind kind)
{
    uint32_t missed = 0;
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(gold, "counts"), i, one)
    {
        json_t *const alone = json_pack("{s:[O]}", "counts", one);
        bool found = false;
        for (uint32_t j = 0; !found && j < training->proposals.count; j++) {
            const proposal *const seen = &training->proposals.at[j];
            found = seen->kind == kind && seen->label == 1 && gold_has_toll(alone, &seen->toll) &&
                    (kind == JUDGE_TOLL || paired(training, seen->toll.event) == gold);
        }
        missed += !found;
        json_decref(alone);
    }
    return missed;
}

static void label_tolls(train_state *const training, const json_t *const golds)
{
    if (!golds) return;
    for (uint32_t j = 0; j < training->proposals.count; j++) {
        proposal *const seen = &training->proposals.at[j];
        if (seen->kind == JUDGE_TOLL) seen->label = label_toll(golds, &seen->toll);
        if (seen->kind != JUDGE_TOLL_EVENT) continue;
        if (label_toll(golds, &seen->toll) != 1) continue; /* of none: the other judge's matter */
        const json_t *const gold = paired(training, seen->toll.event);
        seen->label = gold && gold_has_toll(gold, &seen->toll);
    }
    for (size_t i = 0; i < json_array_size(golds); i++) {
        const json_t *const gold = json_array_get(golds, i);
        if (gold_is_optional(gold)) continue;
        training->sets[JUDGE_TOLL].missed[training->aside] +=
            tolls_missed(training, gold, JUDGE_TOLL);
        training->sets[JUDGE_TOLL_EVENT].missed[training->aside] +=
            tolls_missed(training, gold, JUDGE_TOLL_EVENT);
    }
}

/* The candidates for one role of an event that was paired with the gold. */
static void label_slot(train_state *const training, const proposal *const event,
                       const judge_kind kind, const casus_document *const document)
{
    data_set *const set = &training->sets[kind];
    VEC(slot_candidate *) list = {0};
    const bool counts = event->label == 1 && !training->aside;
    const casus_event *const told_event = event->record[0];
    if (counts) VEC_PUSH(&set->slots, set->arena, (train_slot){.type = (uint32_t)told_event->type});
    for (uint32_t j = 0; j < training->proposals.count; j++) {
        proposal *const seen = &training->proposals.at[j];
        if (seen->kind != kind || seen->filling.choice.event != event->record[0]) continue;
        VEC_PUSH(&list, training->arena, &seen->filling);
        seen->slot = counts ? set->slots.count : 0;
    }
    const json_t *const wanted =
        json_object_get(event->gold, kind == JUDGE_SOURCE ? "source" : "target");
    const uint32_t missing = slots_label(wanted, list.at, list.count, document, training->arena);
    if (event->label == 1) set->missed[training->aside] += missing;
    if (counts) set->slots.at[set->slots.count - 1].missed = missing;
    for (uint32_t j = 0; j < training->proposals.count; j++) {
        proposal *const seen = &training->proposals.at[j];
        if (seen->kind == kind && seen->filling.choice.event == event->record[0])
            seen->label = seen->filling.label;
    }
}

static void label_roles(train_state *const training, const casus_document *const document)
{
    for (uint32_t i = 0; i < training->proposals.count; i++) {
        const proposal *const event = &training->proposals.at[i];
        if (event->kind != JUDGE_EVENT || !event->gold) continue;
        label_slot(training, event, JUDGE_SOURCE, document);
        label_slot(training, event, JUDGE_TARGET, document);
    }
}

static void take_document(train_state *const training, const json_t *const gold,
                          const casus_document *const document, const bool lone,
                          const uint32_t number)
{
    const char *const text = document->article.text.at;
    training->aside = lone;
    if (json_object_get(gold, "roles")) {
        fillers_label(training->fillers, json_object_get(gold, "roles"), number);
        training->alike = true;
    } else {
        label(training, JUDGE_EVENT, json_object_get(gold, "events"), document, text);
        label(training, JUDGE_RELATION, json_object_get(gold, "relations"), document, text);
        label(training, JUDGE_WARNING, json_object_get(gold, "warnings"), document, text);
        label_statements(training, document);
        label_roles(training, document);
        label_joins(training, json_object_get(gold, "events"), document, text);
        label_choices(training, JUDGE_PLACE, document);
        label_choices(training, JUDGE_DATE, document);
        label_tolls(training, json_object_get(gold, "events"));
    }
    for (uint32_t i = 0; i < training->proposals.count; i++)
        if (training->proposals.at[i].kind == JUDGE_COPY) {
            training->proposals.at[i].label = json_object_get(gold, "roles") != NULL;
            training->proposals.at[i].untold = json_object_get(gold, "roles") != NULL;
            training->sets[JUDGE_COPY].untold = ALIKE_SHARE;
        }
    for (uint32_t i = 0; i < training->proposals.count; i++) {
        const proposal *const seen = &training->proposals.at[i];
        if (seen->label < 0) continue;
        train_example one = {.right = seen->label == 1,
                             .aside = lone,
                             .document = number,
                             .group = seen->group,
                             .choice = seen->choice,
                             .slot = seen->slot,
                             .untold = seen->untold};
        one.features.at = seen->features.at;
        one.features.count = one.features.room = seen->features.count;
        VEC_PUSH(&training->sets[seen->kind].examples, training->sets[seen->kind].arena, one);
    }
    training->proposals.count = 0;
    casus_arena_clean(training->arena);
}

static double f1(const double right, const double given, const double wanted)
{
    return given + wanted > 0 ? 2 * right / (given + wanted) : 0;
}

static void print_calibration(const data_set *const data, const double *const odds)
{
    printf("  odds       right of given\n");
    for (int bin = 0; bin < 10; bin++) {
        int right = 0, given = 0;
        for (uint32_t i = 0; i < data->examples.count; i++)
            if (odds[i] >= 0 && (int)fmin(9, odds[i] * 10) == bin) {
                given++;
                right += data->examples.at[i].right;
            }
        if (given)
            printf("  %.1f to %.1f %5.2f %6d\n", bin / 10.0, (bin + 1) / 10.0,
                   (double)right / given, given);
    }
}

static void count_kept(const data_set *const data, const double *const odds, const double from,
                       int *const right, int *const given)
{
    bool *const found = ARENA_ARRAY(data->arena, bool, data->groups + 1);
    *right = *given = 0;
    for (uint32_t i = 0; i < data->examples.count; i++) {
        const train_example *const one = &data->examples.at[i];
        if (one->aside || odds[i] < from || (one->right && one->group && found[one->group]))
            continue;
        if (one->right && one->group) found[one->group] = true;
        (*given)++;
        *right += one->right;
    }
}

/* Odds by weights that did not see the document; -1 for lone sentences where there are whole
 * reports: those train too, but figures and thresholds are the reports'. */
static double *held_out_odds(const data_set *const data, const double penalty)
{
    double *const odds = ARENA_ARRAY(data->arena, double, data->examples.count + 1);
    double *const all = ARENA_ARRAY(data->arena, double, data->examples.count + 1);
    bool reports = false;
    for (uint32_t i = 0; i < data->examples.count; i++) reports |= !data->examples.at[i].aside;
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        const train_model trained = learn(data, FOLDS, fold, penalty);
        predict_all(data, &trained, all);
        for (uint32_t i = 0; i < data->examples.count; i++)
            if (data->examples.at[i].document % FOLDS == fold)
                odds[i] = reports && data->examples.at[i].aside ? -1 : all[i];
    }
    return odds;
}

/* The threshold with the best F1 on the documents that each fold held out.  The curve is flat about
 * its top: of thresholds nearly as good the highest, which keeps the least that is wrong.  Where
 * the odds are honest and examples few, half of the best F1 is the steadier estimate (Lipton, Elkan
 * and Narayanaswamy 2014). */
static double cross_validate(data_set *const data, const judge_kind kind, const double penalty,
                             calibration *const fit)
{
    double *const odds = held_out_odds(data, penalty);
    *fit = (calibration){1, 0};
    if (data->chosen)
        return choices_threshold(data, judge_kind_name(kind),
                                 kind == JUDGE_PLACE ? PRECISE_PLACE : PRECISE_DATE, odds);
    /* A share among alternatives is no logistic of its own score. */
    if (!data->choices) *fit = calibrate(data, odds);
    int right, given, best_right = 0, best_given = 0;
    count_kept(data, odds, 0, &right, &given);
    const int proposed = given, found = right;
    const int missed =
        (int)(data->missed[0] || data->missed[1] == 0 ? data->missed[0] : data->missed[1]);
    const int wanted = found + missed;
    double best = -1, threshold = 0;
    for (double at = 0; at < 0.9; at += 0.02) {
        count_kept(data, odds, at, &right, &given);
        best = fmax(best, f1(right, given, wanted));
    }
    for (double at = 0; at < 0.9; at += 0.02) {
        count_kept(data, odds, at, &right, &given);
        if (f1(right, given, wanted) < best - NEARLY) continue;
        threshold = at;
        best_right = right;
        best_given = given;
    }
    best = f1(best_right, best_given, wanted);
    printf("%s: %d proposals, %d wanted, %d never proposed; all kept F1 %.3f; threshold %.2f F1 "
           "%.3f (%d right, %d given)\n",
           judge_kind_name(kind), proposed, wanted, missed, f1(found, proposed, wanted), threshold,
           best, best_right, best_given);
    printf("  slope %.2f offset %.2f\n", fit->slope, fit->offset);
    print_calibration(data, odds);
    if (data->slots.count) return slots_threshold(data, odds);
    if (kind == JUDGE_EVENT || kind == JUDGE_WARNING) return EVEN;
    if (kind == JUDGE_COPY) return ALIKE;
    if (kind == JUDGE_RELATION || kind == JUDGE_STATEMENT) return best / 2;
    if (kind == JUDGE_TOLL) return TOLL_FROM;
    if (kind == JUDGE_TOLL_EVENT) return TOLL_EVENT_FROM;
    return threshold;
}

static double strength_of(const judge_kind kind)
{
    if (kind == JUDGE_PLACE || kind == JUDGE_DATE) return CHOICE_PENALTY;
    if (is_role(kind)) return ROLE_PENALTY;
    if (kind == JUDGE_TOLL || kind == JUDGE_TOLL_EVENT) return TOLL_PENALTY;
    if (kind == JUDGE_WARNING) return WARNING_PENALTY;
    return kind == JUDGE_STATEMENT ? STATEMENT_PENALTY : 1;
}

static void write_weights(FILE *const file, const data_set *const data, const judge_kind kind,
                          const double threshold, const calibration *const fit,
                          const double penalty)
{
    const train_model trained = learn(data, 0, 0, penalty);
    fprintf(file, "%s\t(bias)\t%.4f\n%s\t(threshold)\t%.2f\n", judge_kind_name(kind),
            fit->slope * trained.bias + fit->offset, judge_kind_name(kind), threshold);
    for (uint32_t type = 0; data->slots.count && type < EVENT_TYPES; type++)
        fprintf(file, "%s\t(first %s)\t%.2f\n", judge_kind_name(kind),
                casus_event_type_name((casus_event_type)type), data->first[type]);
    for (uint32_t i = 0; i < data->numbers.entries.count; i++) {
        const casus_str name = data->numbers.entries.at[i].key;
        const double weight = fit->slope * trained.weights[i];
        if (fabs(weight) >= 0.005)
            fprintf(file, "%s\t%.*s\t%.3f\n", judge_kind_name(kind), (int)name.size, name.at,
                    weight);
    }
}

static int fail(const char *const file, const casus_error *const error)
{
    fprintf(stderr, "train-coder: %s: %s\n", file, error->detail);
    return 1;
}

/* Codes the blocks of a file of the regression corpus and takes their labels. */
static casus_code take_blocks(casus_engine *const engine, train_state *const training,
                              const char *const path, uint32_t *const number,
                              casus_error *const error)
{
    char *bytes;
    size_t size;
    casus_code code = casus_file_read(path, CORPUS_LIMIT, &bytes, &size, error);
    if (code != CASUS_OK) return code;
    casus_arena *const arena = casus_arena_create();
    casus_document *const document = casus_document_create();
    block_reader reader = block_reader_of((casus_str){bytes, size}, arena);
    corpus_block block;
    while (code == CASUS_OK && block_next(&reader, &block)) {
        const casus_str text = casus_arena_copy(arena, block.text);
        const casus_article_source source = {
            .text = text.at, .id = "block", .published = reader.published};
        code = casus_document_set(document, &source, error);
        if (code == CASUS_OK) code = casus_engine_code(engine, document, error);
        if (code != CASUS_OK) break;
        json_t *const gold = block_gold(&block);
        take_document(training, gold, document, true, (*number)++);
        json_decref(gold);
    }
    casus_document_destroy(document);
    casus_arena_destroy(arena);
    free(bytes);
    return code;
}

/* Codes the texts of one gold file and takes its labels; adds to `number` how many there were. */
static casus_code take_reports(casus_engine *const engine, train_state *const training,
                               const char *const path, uint32_t *const number,
                               casus_error *const error)
{
    casus_reader *reader;
    casus_code code = casus_reader_open(path, NULL, &reader, error);
    if (code != CASUS_OK) return code;
    FILE *const lines = fopen(path, "r");
    casus_document *const document = casus_document_create();
    for (bool more = true; more && lines;) {
        code = casus_reader_next(reader, document, &more, error);
        if (code == CASUS_OK && more) code = casus_engine_code(engine, document, error);
        if (code != CASUS_OK || !more) break;
        json_error_t trouble;
        json_t *const gold = json_loadf(lines, JSON_DISABLE_EOF_CHECK, &trouble);
        if (!gold) {
            fprintf(stderr, "train-coder: %s: %s\n", path, trouble.text);
            break;
        }
        take_document(training, gold, document, false, (*number)++);
        json_decref(gold);
    }
    casus_document_destroy(document);
    casus_reader_close(reader);
    if (lines) fclose(lines);
    return code;
}

/* Which pass trains a kind: a judge learns from proposals as those before it have left them. */
enum { PASSES = 3 };

static int pass_of(const judge_kind kind)
{
    return kind == JUDGE_JOIN ? 0 : kind == JUDGE_TOLL || kind == JUDGE_TOLL_EVENT ? 2 : 1;
}

/* Weights of kinds that these files say nothing about stay as they were. */
static void keep_others(FILE *const file, casus_str old, const train_state *const training)
{
    casus_str line, rest;
    while (casus_str_cut(&old, '\n', &line)) {
        rest = line;
        casus_str name;
        if (!casus_str_cut(&rest, '\t', &name)) continue;
        for (int kind = 0; kind < JUDGE_KINDS; kind++)
            if (!training->sets[kind].examples.count &&
                (kind != JUDGE_FILLER || !fillers_any(training->fillers)) &&
                casus_str_equal(name, casus_str_from(judge_kind_name((judge_kind)kind))))
                fprintf(file, "%.*s\n", (int)line.size, line.at);
    }
}

static void start(train_state *const training)
{
    memset(training, 0, sizeof *training);
    training->arena = casus_arena_create();
    training->fillers = fillers_begin();
    for (int kind = 0; kind < JUDGE_KINDS; kind++)
        training->sets[kind].arena = casus_arena_create();
}

static void stop(train_state *const training)
{
    for (int kind = 0; kind < JUDGE_KINDS; kind++) casus_arena_destroy(training->sets[kind].arena);
    casus_arena_destroy(training->arena);
    fillers_end(training->fillers);
}

/* The kinds of one pass, behind those of the passes before, which judge while this one looks. */
static casus_code train_pass(casus_engine *const engine, const char *const *const files,
                             const int count, const int pass, const double penalty,
                             const casus_str old, casus_error *const error)
{
    const char *const out_path = files[count - 1];
    train_state training;
    start(&training);
    const coder_observer observer = {&training, see};
    engine->observer = &observer;
    uint32_t number = 0;
    casus_code code = CASUS_OK;
    for (int i = 0; i < count - 1 && code == CASUS_OK; i++)
        code = casus_str_ends(casus_str_from(files[i]), STR(".txt"))
                   ? take_blocks(engine, &training, files[i], &number, error)
                   : take_reports(engine, &training, files[i], &number, error);
    engine->observer = NULL;
    FILE *const out = code == CASUS_OK ? fopen(out_path, pass ? "a" : "w") : NULL;
    if (code == CASUS_OK && !out)
        code = casus_fail(error, CASUS_ERROR_OPEN, 0, UINT64_MAX, "%s cannot be written", out_path);
    if (out && !pass)
        fprintf(out,
                "# Weights of the coder's judge: kind, feature, weight. Written by "
                "tools/train-coder from %u reports.\n",
                number);
    if (!training.alike) training.sets[JUDGE_COPY].examples.count = 0;
    for (int kind = 0; out && kind < JUDGE_KINDS; kind++) {
        if (!training.sets[kind].examples.count || pass_of((judge_kind)kind) != pass) continue;
        const double strength = penalty * strength_of((judge_kind)kind);
        calibration fit;
        const double threshold =
            cross_validate(&training.sets[kind], (judge_kind)kind, strength, &fit);
        write_weights(out, &training.sets[kind], (judge_kind)kind, threshold, &fit, strength);
    }
    if (out && pass == PASSES - 1 && fillers_any(training.fillers))
        fillers_learn(training.fillers, penalty, out);
    if (out && pass == PASSES - 1) keep_others(out, old, &training);
    if (out) fclose(out);
    stop(&training);
    if (code != CASUS_OK || pass == PASSES - 1) return code;
    judge_close(engine->judge);
    return judge_open(out_path, &engine->judge, error);
}

static int train(casus_engine *const engine, const char *const *const files, const int count,
                 const double penalty)
{
    char *old = NULL;
    size_t old_size = 0;
    casus_error error;
    if (casus_file_read(files[count - 1], OLD_LIMIT, &old, &old_size, &error) != CASUS_OK)
        old_size = 0;
    casus_code code = CASUS_OK;
    for (int pass = 0; pass < PASSES && code == CASUS_OK; pass++)
        code = train_pass(engine, files, count, pass, penalty, (casus_str){old, old_size}, &error);
    free(old);
    return code == CASUS_OK ? 0 : fail(files[0], &error);
}

int main(const int count, char **const arguments)
{
    const char *files[FILES] = {NULL}, *data = NULL;
    double penalty = 1.0;
    int given = 0;
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--data") == 0 && i + 1 < count)
            data = arguments[++i];
        else if (strcmp(arguments[i], "--penalty") == 0 && i + 1 < count)
            penalty = atof(arguments[++i]);
        else if (given < FILES)
            files[given++] = arguments[i];
    }
    if (given < 2) {
        fputs("usage: train-coder [--data DIR] [--penalty P] GOLD... WEIGHTS\n", stderr);
        return 1;
    }
    casus_engine *engine;
    casus_error error;
    const casus_engine_options options = {.data = data, .depth = CASUS_RECORDS};
    if (casus_engine_open(&options, &engine, &error) != CASUS_OK) return fail("engine", &error);
    judge_close(engine->judge);
    engine->judge = NULL;
    const int status = train(engine, files, given, penalty);
    casus_engine_close(engine);
    return status;
}
