#include "slots.h"

#include <stdio.h>

#include "coding/unnamed.h"
#include "names.h"

/* MANY: types with fewer slots share one figure. */
enum { MANY = 25, GAIN = 2 };

static const double LOWEST = 0.16, HIGHEST = 0.8, STEP = 0.02;

static bool is_better(const slot_candidate *const a, const slot_candidate *const b)
{
    if (a->choice.hinted != b->choice.hinted) return a->choice.hinted;
    if ((a->choice.noun == CASUS_NONE) != (b->choice.noun == CASUS_NONE))
        return a->choice.noun == CASUS_NONE;
    return a->choice.apart < b->choice.apart;
}

static bool goes_by(casus_arena *const arena, const casus_str name,
                    const casus_document *const document, const role_choice *const choice)
{
    if (choice->noun != CASUS_NONE)
        return names_is_phrase(arena, name, document, unnamed_span(document, choice->noun));
    return choice->actor == CASUS_NONE ? names_is_place(arena, name, document, choice->place)
                                       : names_is_actor(arena, name, document, choice->actor);
}

uint32_t slots_label(const json_t *const wanted, slot_candidate *const *const list,
                     const uint32_t count, const casus_document *const document,
                     casus_arena *const arena)
{
    uint32_t missing = 0;
    size_t i;
    json_t *filler;
    for (uint32_t j = 0; j < count; j++) list[j]->label = 0;
    json_array_foreach((json_t *)(uintptr_t)wanted, i, filler)
    {
        const casus_str name = casus_str_from(json_string_value(filler));
        slot_candidate *best = NULL;
        for (uint32_t j = 0; j < count; j++)
            if (!list[j]->label && (!best || is_better(list[j], best)) &&
                goes_by(arena, name, document, &list[j]->choice))
                best = list[j];
        if (best)
            best->label = 1;
        else
            missing++;
    }
    return missing;
}

/* What the odds make of one slot. */
typedef struct outcome {
    uint32_t kept, wrong; /* wrong: kept without being right, or right without being kept */
    double top;           /* the best odds */
    bool top_right;
    uint32_t wanted;
} outcome;

static outcome *outcomes_at(const data_set *const data, const double *const odds, const double from)
{
    outcome *const all = ARENA_ARRAY(data->arena, outcome, data->slots.count + 1);
    for (uint32_t i = 0; i < data->slots.count; i++)
        all[i].wrong = all[i].wanted = data->slots.at[i].missed;
    for (uint32_t i = 0; i < data->examples.count; i++) {
        const train_example *const one = &data->examples.at[i];
        if (!one->slot) continue;
        outcome *const slot = &all[one->slot - 1];
        const bool kept = odds[i] >= from;
        slot->kept += kept;
        slot->wrong += kept != one->right;
        slot->wanted += one->right;
        if (odds[i] <= slot->top) continue;
        slot->top = odds[i];
        slot->top_right = one->right;
    }
    return all;
}

/* How many slots of the type (of all types with few slots where it is EVENT_TYPES) are wholly right
 * when an empty one takes its likeliest filler from `first` on. */
static int count_exact(const data_set *const data, const outcome *const all,
                       const uint32_t *const of_type, const uint32_t type, const double first)
{
    int exact = 0;
    for (uint32_t i = 0; i < data->slots.count; i++) {
        const uint32_t own = data->slots.at[i].type;
        if (type == EVENT_TYPES ? of_type[own] >= MANY : own != type) continue;
        const bool filled = !all[i].kept && all[i].top >= first;
        exact += filled ? all[i].top_right && all[i].wanted == 1 : !all[i].wrong;
    }
    return exact;
}

/* Lower than `from` only where that gains enough. */
static int best_first(const data_set *const data, const outcome *const all,
                      const uint32_t *const of_type, const uint32_t type, const double from,
                      double *const first)
{
    const int plain = count_exact(data, all, of_type, type, from);
    int most = plain;
    *first = from;
    for (double at = from; at >= LOWEST; at -= STEP) {
        const int exact = count_exact(data, all, of_type, type, at);
        if (exact < plain + GAIN || exact <= most) continue;
        most = exact;
        *first = at;
    }
    return most;
}

double slots_threshold(data_set *const data, const double *const odds)
{
    uint32_t of_type[EVENT_TYPES] = {0};
    double best = 0, first;
    int most = -1, plainly = 0;
    for (uint32_t i = 0; i < data->slots.count; i++) of_type[data->slots.at[i].type]++;
    for (double at = LOWEST; at < HIGHEST; at += STEP) {
        const outcome *const all = outcomes_at(data, odds, at);
        int exact = best_first(data, all, of_type, EVENT_TYPES, at, &first), plain = 0;
        for (uint32_t type = 0; type < EVENT_TYPES; type++)
            if (of_type[type] >= MANY) exact += best_first(data, all, of_type, type, at, &first);
        for (uint32_t i = 0; i < data->slots.count; i++) plain += !all[i].wrong;
        if (exact < most) continue;
        most = exact;
        plainly = plain;
        best = at;
    }
    const outcome *const all = outcomes_at(data, odds, best);
    for (uint32_t type = 0; type < EVENT_TYPES; type++)
        best_first(data, all, of_type, of_type[type] >= MANY ? type : EVENT_TYPES, best,
                   &data->first[type]);
    printf("  %d of %u slots exactly right from %.2f on, %d with the likeliest in empty ones\n ",
           plainly, data->slots.count, best, most);
    for (uint32_t type = 0; type < EVENT_TYPES; type++)
        printf(" %s %.2f", casus_event_type_name((casus_event_type)type), data->first[type]);
    printf("\n");
    return best;
}
