#include "fillers_train.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "gold.h"
#include "learn.h"

/* Reports next to each other tell the same story: they are held out together. */
enum { FOLDS = 5, STORIES = 50, RARE = 4, ROUNDS = 10, AVERAGED = 5 };

static const double RATE = 0.05, PENALTY = 6, SLIGHT = 0.06;
static const uint64_t SHUFFLE_SEED = 1;

typedef struct filler_example {
    VEC(uint32_t) features;
    filler what;
    uint32_t fold;
    uint32_t rivals; /* of those with the same number the likeliest is kept */
    uint32_t gold;   /* what it is right about; 0 where it is wrong */
} filler_example;

struct filler_set {
    casus_arena *arena;
    VEC(filler_example) list;
    casus_map numbers; /* feature name -> number */
    uint32_t seen;     /* how many are labelled */
    uint32_t rivals, golds, wanted, missed;
};

typedef struct filler_model {
    double *weights, bias;
} filler_model;

filler_set *fillers_begin(void)
{
    filler_set *const set = calloc(1, sizeof *set);
    if (!set) abort();
    set->arena = casus_arena_create();
    return set;
}

void fillers_end(filler_set *const set)
{
    casus_arena_destroy(set->arena);
    free(set);
}

bool fillers_any(const filler_set *const set)
{
    return set->seen > 0;
}

void fillers_see(filler_set *const set, const filler *const one,
                 const judge_features *const features)
{
    filler_example seen = {.what = *one};
    seen.what.thing.text = casus_arena_copy(set->arena, one->thing.text);
    for (uint32_t i = 0; i < features->names.count; i++)
        VEC_PUSH(&seen.features, set->arena,
                 learn_number(&set->numbers, set->arena, features->names.at[i]));
    VEC_PUSH(&set->list, set->arena, seen);
}

void fillers_label(filler_set *const set, const json_t *const roles, const uint32_t number)
{
    uint32_t wanted = 0, got = 0, rivals = set->rivals;
    const char *name;
    json_t *entities;
    json_object_foreach((json_t *)(uintptr_t)roles, name, entities) wanted +=
        (uint32_t)json_array_size(entities);
    bool *const told = ARENA_ARRAY(set->arena, bool, FILLER_ROLES *(wanted + 1));
    for (; set->seen < set->list.count; set->seen++) {
        filler_example *const seen = &set->list.at[set->seen];
        uint32_t entity = 0;
        const bool right = gold_filler_label(roles, &seen->what, set->arena, &entity) == 1;
        seen->fold = number / STORIES % FOLDS;
        seen->rivals = set->rivals + seen->what.entity * FILLER_ROLES + seen->what.role;
        if (seen->rivals >= rivals) rivals = seen->rivals + 1;
        const uint32_t which = seen->what.role * (wanted + 1) + entity;
        if (right) seen->gold = set->golds + which + 1;
        got += right && !told[which];
        told[which] |= right;
    }
    set->rivals = rivals;
    set->golds += FILLER_ROLES * (wanted + 1);
    set->wanted += wanted;
    set->missed += wanted - got;
}

static double predict_filler(const filler_model *const model, const filler_example *const one)
{
    double sum = model->bias;
    for (uint32_t i = 0; i < one->features.count; i++) sum += model->weights[one->features.at[i]];
    return 1.0 / (1.0 + exp(-sum));
}

/* A shuffle that is the same every time. */
static uint32_t *shuffle(const filler_set *const set)
{
    uint32_t *const order = ARENA_ARRAY(set->arena, uint32_t, set->list.count + 1);
    for (uint32_t i = 0; i < set->list.count; i++) order[i] = i;
    uint64_t state = SHUFFLE_SEED;
    for (uint32_t i = set->list.count; i > 1; i--) {
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        const uint32_t other = (uint32_t)((state >> 33) % i);
        const uint32_t kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
    return order;
}

static void step(filler_model *const model, double *const history, const uint32_t *const seen,
                 const filler_example *const one, const double penalty)
{
    const double error = predict_filler(model, one) - (one->gold ? 1.0 : 0.0);
    history[0] += error * error;
    model->bias -= RATE * error / sqrt(history[0] + 1e-9);
    for (uint32_t j = 0; j < one->features.count; j++) {
        const uint32_t which = one->features.at[j];
        if (seen[which] < RARE) continue;
        const double gradient = error + penalty * model->weights[which] / (double)seen[which];
        history[1 + which] += gradient * gradient;
        model->weights[which] -= RATE * gradient / sqrt(history[1 + which] + 1e-9);
    }
}

/* Adagrad, one example at a time, each feature's share of the penalty paid where it occurs; the
 * mean of the last rounds.  Learns from all folds but one (from all where `fold` is FOLDS). */
static filler_model learn_fillers(const filler_set *const set, const uint32_t fold,
                                  const double penalty)
{
    const uint32_t count = set->numbers.entries.count;
    filler_model model = {ARENA_ARRAY(set->arena, double, count + 1), 0};
    filler_model mean = {ARENA_ARRAY(set->arena, double, count + 1), 0};
    double *const history = ARENA_ARRAY(set->arena, double, count + 1);
    uint32_t *const seen = ARENA_ARRAY(set->arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < set->list.count; i++) {
        const filler_example *const one = &set->list.at[i];
        for (uint32_t j = 0; j < one->features.count && one->fold != fold; j++)
            seen[one->features.at[j]]++;
    }
    const uint32_t *const order = shuffle(set);
    for (int round = 0; round < ROUNDS; round++) {
        for (uint32_t i = 0; i < set->list.count; i++)
            if (set->list.at[order[i]].fold != fold)
                step(&model, history, seen, &set->list.at[order[i]], penalty);
        if (round < ROUNDS - AVERAGED) continue;
        for (uint32_t i = 0; i < count; i++) mean.weights[i] += model.weights[i] / AVERAGED;
        mean.bias += model.bias / AVERAGED;
    }
    return mean;
}

static bool *find_likeliest(const filler_set *const set, const double *const odds)
{
    uint32_t *const first = ARENA_ARRAY(set->arena, uint32_t, set->rivals + 1);
    bool *const best = ARENA_ARRAY(set->arena, bool, set->list.count + 1);
    for (uint32_t i = 0; i < set->list.count; i++) {
        const uint32_t rivals = set->list.at[i].rivals;
        best[i] = !first[rivals] || odds[first[rivals] - 1] < odds[i];
        if (!best[i]) continue;
        if (first[rivals]) best[first[rivals] - 1] = false;
        first[rivals] = i + 1;
    }
    return best;
}

static double f1_from(const filler_set *const set, const double *const odds, const bool *const best,
                      const double from, int *const right, int *const given)
{
    bool *const told = ARENA_ARRAY(set->arena, bool, set->golds + 1);
    *right = *given = 0;
    for (uint32_t i = 0; i < set->list.count; i++) {
        const uint32_t gold = set->list.at[i].gold;
        if (odds[i] < from || !best[i]) continue;
        (*given)++;
        *right += gold && !told[gold];
        told[gold] = true;
    }
    return set->wanted ? 2.0 * *right / (*given + set->wanted) : 0;
}

/* The threshold with the best F1 on held-out stories. */
static double validate(const filler_set *const set, const double penalty)
{
    double *const odds = ARENA_ARRAY(set->arena, double, set->list.count + 1);
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        const filler_model model = learn_fillers(set, fold, penalty);
        for (uint32_t i = 0; i < set->list.count; i++)
            if (set->list.at[i].fold == fold) odds[i] = predict_filler(&model, &set->list.at[i]);
    }
    const bool *const best = find_likeliest(set, odds);
    double threshold = 0, most = -1;
    int right = 0, given = 0;
    for (int percent = 2; percent < 90; percent += 2) {
        const double at = percent / 100.0;
        const double f1 = f1_from(set, odds, best, at, &right, &given);
        if (f1 < most) continue;
        most = f1;
        threshold = at;
    }
    f1_from(set, odds, best, threshold, &right, &given);
    printf("filler: %u proposals, %u wanted, %u never proposed; threshold %.2f F1 %.3f (%d right, "
           "%d given)\n",
           set->list.count, set->wanted, set->missed, threshold, most, right, given);
    return threshold;
}

void fillers_learn(filler_set *const set, const double penalty, FILE *const out)
{
    const double threshold = validate(set, PENALTY * penalty);
    const filler_model model = learn_fillers(set, FOLDS, PENALTY * penalty);
    fprintf(out, "filler\t(bias)\t%.4f\nfiller\t(threshold)\t%.2f\n", model.bias, threshold);
    for (uint32_t i = 0; i < set->numbers.entries.count; i++) {
        const casus_str name = set->numbers.entries.at[i].key;
        if (fabs(model.weights[i]) >= SLIGHT)
            fprintf(out, "filler\t%.*s\t%.3f\n", (int)name.size, name.at, model.weights[i]);
    }
}
