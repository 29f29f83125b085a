/* What the weights are worth on documents that they did not see, and from which odds to keep. */
#include "validate.h"

#include <math.h>

#include "choices.h"
#include "labels.h"

/* How much F1 a higher threshold may cost. */
static const double NEARLY = 0.008;
/* Events: kept where they are about as likely right as wrong.  F1 hardly changes from 0.35 to 0.5,
 * and the other records hang on what is kept. */
static const double EVEN_EVENT = 0.45, EVEN = 0.5;
/* Sentences that were written to tell one event each hold more events, and plainer ones, than
 * reports do: they are twice as many, and teach somewhat less. */
static const double LONE_EVENT = 0.6;
/* Mentions that no rule would join: two happenings told as one mix their parties, days and
 * speakers, which costs more than one told twice.  F1 of events is flat from 0.5 to 0.8. */
static const double JOIN_FROM = 0.7;
/* Texts of another kind are not to be taken for copy with fillers, of which there are many more to
 * learn from. */
static const double ALIKE = 0.6;
/* A place that is wrong misleads more than one that is left out: as many as this have to be right.
 */
static const double PRECISE_PLACE = 0.89, PRECISE_DATE = 0.88;
/* From which odds a figure counts victims, and is put in the likeliest event: F1 is flat between
 * 0.3 and 0.5, and a figure that is wrong costs as much as one that is missed. */
static const double TOLL_FROM = 0.45, TOLL_EVENT_FROM = 0.4;

enum {
    FOLDS = 5,
    EVENT_PENALTY = 2,
    STATEMENT_PENALTY = 4,
    RELATION_PENALTY = 2,
    CHOICE_PENALTY = 6,
    ROLE_PENALTY = 16,
    TOLL_PENALTY = 6,
    WARNING_PENALTY = 4,
    JOIN_PENALTY = 4
};

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
double validate(data_set *const data, const judge_kind kind, const double penalty,
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
    if (kind == JUDGE_EVENT) return EVEN_EVENT;
    if (kind == JUDGE_WARNING) return EVEN;
    if (kind == JUDGE_JOIN) return JOIN_FROM;
    if (kind == JUDGE_COPY) return ALIKE;
    if (kind == JUDGE_RELATION || labels_is_statement(kind)) return best / 2;
    if (kind == JUDGE_TOLL) return TOLL_FROM;
    if (kind == JUDGE_TOLL_EVENT) return TOLL_EVENT_FROM;
    return threshold;
}

double validate_strength(const judge_kind kind)
{
    if (kind == JUDGE_PLACE || kind == JUDGE_DATE) return CHOICE_PENALTY;
    if (labels_is_role(kind)) return ROLE_PENALTY;
    if (kind == JUDGE_TOLL || kind == JUDGE_TOLL_EVENT) return TOLL_PENALTY;
    if (kind == JUDGE_WARNING) return WARNING_PENALTY;
    if (kind == JUDGE_JOIN) return JOIN_PENALTY;
    if (kind == JUDGE_RELATION) return RELATION_PENALTY;
    if (kind == JUDGE_EVENT) return EVENT_PENALTY;
    return labels_is_statement(kind) || labels_is_stance(kind) ? STATEMENT_PENALTY : 1;
}

double validate_lone(const judge_kind kind)
{
    return kind == JUDGE_EVENT ? LONE_EVENT : 1;
}

void validate_write(FILE *const file, const data_set *const data, const judge_kind kind,
                    const double threshold, const calibration *const fit, const double penalty)
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
