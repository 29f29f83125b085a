#include "learn.h"

#include <math.h>

enum { STEPS = 400, RARE = 2, PLENTY = 20000, RARE_OF_PLENTY = 5 };

static const double LARGE = 200; /* its exponential is finite */

static bool is_held_out(const train_example *const example, const uint32_t folds,
                        const uint32_t fold)
{
    return folds && example->document % folds == fold;
}

/* Features seen fewer than RARE times say nothing that another text would repeat; where examples
 * are plenty, ask for more. */
static bool *find_frequent(const data_set *const data)
{
    const uint32_t count = data->numbers.entries.count;
    uint32_t *const seen = ARENA_ARRAY(data->arena, uint32_t, count + 1);
    const uint32_t rare = data->examples.count > PLENTY ? RARE_OF_PLENTY : RARE;
    bool *const frequent = ARENA_ARRAY(data->arena, bool, count + 1);
    for (uint32_t i = 0; i < data->examples.count; i++)
        for (uint32_t j = 0; j < data->examples.at[i].features.count; j++)
            seen[data->examples.at[i].features.at[j]]++;
    for (uint32_t i = 0; i < count; i++) frequent[i] = seen[i] >= rare;
    return frequent;
}

static double score_of(const train_model *const model, const train_example *const example)
{
    double sum = model->bias;
    for (uint32_t i = 0; i < example->features.count; i++)
        sum += model->weights[example->features.at[i]];
    return sum;
}

void predict_all(const data_set *const data, const train_model *const model, double *const odds)
{
    double *const sums = ARENA_ARRAY(data->arena, double, data->choices + 1);
    for (uint32_t i = 0; i <= data->choices; i++) sums[i] = 1;
    for (uint32_t i = 0; i < data->examples.count; i++) {
        odds[i] = exp(fmin(score_of(model, &data->examples.at[i]), LARGE));
        sums[data->examples.at[i].choice] += odds[i];
    }
    for (uint32_t i = 0; i < data->examples.count; i++) {
        const uint32_t choice = data->examples.at[i].choice;
        odds[i] /= choice ? sums[choice] : 1 + odds[i];
    }
}

/* How far each example's probability is above what it should be.  Judged alone: the label.  Of
 * alternatives: its share among those that are right; where none is, "none" is. */
static void find_errors(const data_set *const data, const train_model *const trained,
                        double *const errors)
{
    double *const right = ARENA_ARRAY(data->arena, double, data->choices + 1);
    predict_all(data, trained, errors);
    for (uint32_t i = 0; i < data->examples.count; i++)
        if (data->examples.at[i].right) right[data->examples.at[i].choice] += errors[i];
    for (uint32_t i = 0; i < data->examples.count; i++) {
        const train_example *const one = &data->examples.at[i];
        if (one->right) errors[i] -= one->choice ? errors[i] / right[one->choice] : 1;
        if (one->untold) errors[i] *= data->untold;
        if (one->aside) errors[i] *= data->lone;
    }
}

/* Adagrad on the mean gradient: no step size to tune, no randomness. */
train_model learn(const data_set *const data, const uint32_t folds, const uint32_t fold,
                  const double penalty)
{
    const uint32_t count = data->numbers.entries.count;
    train_model trained = {ARENA_ARRAY(data->arena, double, count + 1), 0};
    double *const gradient = ARENA_ARRAY(data->arena, double, count + 1);
    double *const history = ARENA_ARRAY(data->arena, double, count + 2);
    double *const errors = ARENA_ARRAY(data->arena, double, data->examples.count + 1);
    const bool *const frequent = find_frequent(data);
    const int steps = data->examples.count > PLENTY ? STEPS / 2 : STEPS;
    for (int step = 0; step < steps; step++) {
        double bias_gradient = 0;
        for (uint32_t i = 0; i < count; i++) gradient[i] = penalty * trained.weights[i];
        find_errors(data, &trained, errors);
        for (uint32_t i = 0; i < data->examples.count; i++) {
            const train_example *const one = &data->examples.at[i];
            if (is_held_out(one, folds, fold)) continue;
            const double error = errors[i];
            bias_gradient += error;
            for (uint32_t j = 0; j < one->features.count; j++)
                gradient[one->features.at[j]] += error;
        }
        for (uint32_t i = 0; i < count; i++) {
            if (!frequent[i]) continue;
            history[i] += gradient[i] * gradient[i];
            trained.weights[i] -= 0.3 * gradient[i] / sqrt(history[i] + 1e-9);
        }
        history[count] += bias_gradient * bias_gradient;
        trained.bias -= 0.3 * bias_gradient / sqrt(history[count] + 1e-9);
    }
    return trained;
}

uint32_t learn_number(casus_map *const numbers, casus_arena *const arena, const casus_str name)
{
    uint32_t number = casus_map_get(numbers, name);
    if (number != CASUS_NONE) return number;
    number = numbers->entries.count;
    casus_map_put(numbers, arena, casus_arena_copy(arena, name), number);
    return number;
}
