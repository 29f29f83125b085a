/* Rules propose, a small learned model decides: logistic regression over readable features of each
 * proposal.
 *
 * The weights are a text file that tools/train-coder writes (`kind feature weight` a line), so that
 * anyone can see why a proposal was kept.  Without weights every proposal is kept at even odds. */
#ifndef CASUS_CODING_JUDGE_H
#define CASUS_CODING_JUDGE_H

#include "base/error.h"
#include "base/vec.h"

/* What is judged, each with weights of its own. */
typedef enum judge_kind {
    JUDGE_EVENT,
    JUDGE_JOIN,
    JUDGE_RELATION,
    JUDGE_STATEMENT,
    JUDGE_WARNING,
    JUDGE_FILLER,
    JUDGE_PLACE,
    JUDGE_DATE,
    JUDGE_SOURCE,
    JUDGE_TARGET,
    JUDGE_TOLL,       /* a figure tells how many suffered what */
    JUDGE_TOLL_EVENT, /* in which event */
    JUDGE_COPY,       /* the kind of text (copy.c) */
    JUDGE_STANCE,     /* what a party on record about an event says of it */
    JUDGE_ALLEGATION, /* as JUDGE_STATEMENT, about a standing relation */
    JUDGE_BEARING,    /* as JUDGE_STANCE, about a standing relation */
    JUDGE_KINDS
} judge_kind;

typedef struct judge_features {
    casus_arena *arena;
    VEC(uint64_t) hashes;
    bool named; /* the trainer wants the names too */
    bool lone;  /* of a text of a few sentences: each feature counts as such a text's as well */
    VEC(casus_str) names;
} judge_features;

typedef struct judge_weights judge_weights;

/* Reads the weights; free with judge_close. */
casus_code judge_open(const char *path, judge_weights **weights, casus_error *error);
void judge_close(judge_weights *weights);

/* Empties a list of features for the next proposal; its memory is kept. */
static inline void judge_again(judge_features *const features)
{
    features->hashes.count = 0;
    features->names.count = 0;
}

/* Joins the parts of a feature's name by full stops, up to the first that is NULL, cut to the room.
 */
void judge_name(char *text, size_t room, const char *const *parts);
#define JUDGE_NAME(text, ...)                                                                      \
    judge_name(text, sizeof text, (const char *const[]){__VA_ARGS__, NULL})

/* Adds the feature `name=value`, or `name` where the value is empty. */
void judge_add(judge_features *features, const char *name, casus_str value);
void judge_add_flag(judge_features *features, const char *name, bool holds);
void judge_add_number(judge_features *features, const char *name, int64_t value, int64_t most);

/* The probability that the proposal is right, 0 to 1; 0.5 without weights. */
float judge_probability(const judge_weights *weights, judge_kind kind,
                        const judge_features *features);

/* The share of one of several alternatives, of which at most one is right: its odds among those of
 * all and of none.  `sum` is that of the odds p / (1 - p) of all. */
static inline float judge_share(const float probability, const float sum)
{
    const float odds = probability / (1 - probability);
    return odds / (1 + sum);
}

/* The probability from which on proposals of this kind are kept; 0 without weights. */
float judge_threshold(const judge_weights *weights, judge_kind kind);

/* A further figure of a kind by its name, or `otherwise` where the weights have none. */
float judge_figure(const judge_weights *weights, judge_kind kind, const char *name,
                   float otherwise);

/* Whether there are weights for this kind. */
bool judge_is_trained(const judge_weights *weights, judge_kind kind);

const char *judge_kind_name(judge_kind kind);

#endif
