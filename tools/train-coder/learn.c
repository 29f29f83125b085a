#include "learn.h"

#include <math.h>

enum { STEPS = 400, RARE = 2, PLENTY = 20000, RARE_OF_PLENTY = 5 };

double predict(const train_model *const model, const train_example *const example)
{
    double sum = model->bias;
    for (uint32_t i = 0; i < example->features.count; i++)
        sum += model->weights[example->features.at[i]];
    return 1.0 / (1.0 + exp(-sum));
}

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

/* Adagrad on the mean gradient: no step size to tune, no randomness. */
train_model learn(const data_set *const data, const uint32_t folds, const uint32_t fold,
                  const double penalty)
{
    const uint32_t count = data->numbers.entries.count;
    train_model trained = {ARENA_ARRAY(data->arena, double, count + 1), 0};
    double *const gradient = ARENA_ARRAY(data->arena, double, count + 1);
    double *const history = ARENA_ARRAY(data->arena, double, count + 2);
    const bool *const frequent = find_frequent(data);
    const int steps = data->examples.count > PLENTY ? STEPS / 2 : STEPS;
    for (int step = 0; step < steps; step++) {
        double bias_gradient = 0;
        for (uint32_t i = 0; i < count; i++) gradient[i] = penalty * trained.weights[i];
        for (uint32_t i = 0; i < data->examples.count; i++) {
            const train_example *const one = &data->examples.at[i];
            if (is_held_out(one, folds, fold)) continue;
            const double error = predict(&trained, one) - (one->right ? 1.0 : 0.0);
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
