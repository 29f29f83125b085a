/* Labels proposals by the gold: what was asked of the judges, and what they should have said. */
#include "labels.h"

#include <stdlib.h>

#include "coding/drafts.h"
#include "gold.h"
#include "joins_train.h"

enum { PASSED = -3 }; /* another reading of its word was right */

/* A gold that is silent may only have left out what goes without saying. */
static const double UNTOLD_PLACE = 0.05, UNTOLD_DATE = 0.02, ALIKE_SHARE = 0.05;

bool labels_is_role(const judge_kind kind)
{
    return kind == JUDGE_SOURCE || kind == JUDGE_TARGET;
}

bool labels_is_statement(const judge_kind kind)
{
    return kind == JUDGE_STATEMENT || kind == JUDGE_ALLEGATION;
}

bool labels_is_stance(const judge_kind kind)
{
    return kind == JUDGE_STANCE || kind == JUDGE_BEARING;
}

void labels_see(void *const context, const judge_kind kind, const casus_document *const document,
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
    if (kind == JUDGE_JOIN || labels_is_statement(kind) || labels_is_stance(kind) ||
        kind == JUDGE_RELATION || kind == JUDGE_PLACE || kind == JUDGE_DATE) {
        seen.record[0] = ((const void *const *)record)[0];
        seen.record[1] = ((const void *const *)record)[1];
    } else {
        seen.record[0] = record;
        if (labels_is_role(kind)) seen.filling.choice = *(const role_choice *)record;
        if (kind == JUDGE_TOLL || kind == JUDGE_TOLL_EVENT)
            seen.toll = *(const toll_proposal *)record;
    }
    if (kind == JUDGE_JOIN) joins_see(training->arena, &seen);
    for (uint32_t i = 0; i < features->names.count; i++)
        VEC_PUSH(&seen.features, set->arena,
                 learn_number(&set->numbers, set->arena, features->names.at[i]));
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

/* Whether two events are readings of one word, of which one at most is kept. */
static bool are_readings(const proposal *const one, const proposal *const other)
{
    return one->kind == JUDGE_EVENT && other->kind == JUDGE_EVENT &&
           ((const event_draft *)one->record[0])->word ==
               ((const event_draft *)other->record[0])->word;
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
        for (uint32_t j = 0; kind == JUDGE_EVENT && j < training->proposals.count; j++) {
            proposal *const seen = &training->proposals.at[j];
            if (seen->label == 0 && are_readings(seen, &training->proposals.at[which]))
                seen->label = table[j * count + gold] > 0 ? -1 : PASSED;
        }
    }
    for (uint32_t j = 0; j < training->proposals.count; j++)
        if (training->proposals.at[j].label == PASSED) training->proposals.at[j].label = 0;
    for (uint32_t j = 0; j < training->proposals.count; j++) {
        proposal *const seen = &training->proposals.at[j];
        for (size_t i = 0; i < count && kind == JUDGE_RELATION && seen->kind == kind; i++)
            if (seen->label == 0 && table[j * count + i] > 0) seen->label = -1;
    }
    for (size_t i = 0; i < count; i++)
        if (!used[i] && !gold_is_optional(json_array_get(golds, i)))
            training->sets[kind].missed[training->aside]++;
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
            seen->thing = kind == JUDGE_PLACE ? ((const place_choice *)seen->record[0])->place : j;
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

void labels_take(train_state *const training, const json_t *const gold,
                 const casus_document *const document, const bool lone, const uint32_t number)
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
        labels_statements(training, document);
        label_roles(training, document);
        joins_label(training, json_object_get(gold, "events"), document, text);
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
                             .thing = seen->thing,
                             .slot = seen->slot,
                             .untold = seen->untold};
        one.features.at = seen->features.at;
        one.features.count = one.features.room = seen->features.count;
        VEC_PUSH(&training->sets[seen->kind].examples, training->sets[seen->kind].arena, one);
    }
    training->proposals.count = 0;
    casus_arena_clean(training->arena);
}
