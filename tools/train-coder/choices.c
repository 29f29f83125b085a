#include "choices.h"

#include <stdio.h>

static double f1_of(const double right, const double given, const double wanted)
{
    return given + wanted > 0 ? 2 * right / (given + wanted) : 0;
}

/* The likeliest of each event's choices, where it is likely enough. */
static void count_chosen(const data_set *const data, const double *const odds, const double from,
                         int *const right, int *const given)
{
    uint32_t *const best = ARENA_ARRAY(data->arena, uint32_t, data->groups + 1);
    *right = *given = 0;
    for (uint32_t i = 0; i < data->examples.count; i++) {
        uint32_t *const top = &best[data->examples.at[i].group];
        if (!data->examples.at[i].aside && !data->examples.at[i].untold && odds[i] >= from &&
            (!*top || odds[i] > odds[*top - 1]))
            *top = i + 1;
    }
    for (uint32_t i = 1; i <= data->groups; i++) {
        if (!best[i]) continue;
        (*given)++;
        *right += data->examples.at[best[i] - 1].right;
    }
}

/* Events that have a place or date by the gold, of whole reports. */
static uint32_t count_wanted(const data_set *const data)
{
    uint32_t wanted = data->missed[0], last = 0;
    for (uint32_t i = 0; i < data->examples.count; i++) {
        const train_example *const one = &data->examples.at[i];
        if (!one->aside && !one->untold && one->group != last) wanted++;
        last = one->group;
    }
    return wanted;
}

/* What each alternative's thing has of the choice: the sum over those that name it.  The
 * alternatives of one choice stand side by side. */
static double *add_shares(const data_set *const data, const double *const odds)
{
    double *const sums = ARENA_ARRAY(data->arena, double, data->examples.count + 1);
    const train_example *const all = data->examples.at;
    for (uint32_t from = 0, to; from < data->examples.count; from = to) {
        for (to = from + 1; to < data->examples.count && all[to].group == all[from].group;) to++;
        for (uint32_t i = from; i < to; i++)
            for (uint32_t j = from; j < to; j++)
                if (all[i].thing == all[j].thing) sums[i] += odds[j];
    }
    return sums;
}

double choices_threshold(const data_set *const data, const char *const name, const double precise,
                         const double *const alone)
{
    const double *const odds = add_shares(data, alone);
    double threshold = 0.9, best = -1;
    const uint32_t wanted = count_wanted(data);
    int right, given, best_right = 0, best_given = 0;
    for (double at = 0; at < 0.9; at += 0.02) {
        count_chosen(data, odds, at, &right, &given);
        if (given && (double)right / given < precise) continue;
        if (f1_of(right, given, wanted) <= best) continue;
        best = f1_of(right, given, wanted);
        threshold = at;
        best_right = right;
        best_given = given;
    }
    count_chosen(data, odds, 0, &right, &given);
    printf("%s: %u choices for %u events, %u without any; all kept %d right of %d; threshold %.2f "
           "F1 %.3f (%d right, %d given)\n",
           name, data->examples.count, wanted, data->missed[0], right, given, threshold, best,
           best_right, best_given);
    return threshold;
}
