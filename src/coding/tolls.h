/* Figures of victims, decided anew over the whole document: rules propose every number and every
 * described person beside a word of harm, two learned judges say which count victims and of which
 * event. */
#ifndef CASUS_CODING_TOLLS_H
#define CASUS_CODING_TOLLS_H

#include "coding/drafts.h"
#include "coding/judge.h"

enum { TOLL_PATH = 96, TOLL_EVENTS = 24 };

/* A figure that may tell of victims. */
typedef struct toll {
    uint64_t min, max;
    casus_span span;
    uint32_t first, last; /* words, both inside */
    uint32_t head;        /* the noun that is counted; the number where it has none */
    uint32_t victims;     /* actor, or CASUS_NONE */
    bool single;          /* a person described without a number: "a trader" */
} toll;

/* A word that says what became of people. */
typedef struct toll_cue {
    uint32_t word;
    casus_effect effect;
    bool plain; /* it means nothing else */
} toll_cue;

/* The figures and cues of one sentence, in text order. */
typedef struct toll_sentence {
    uint32_t sentence;
    VEC(toll) tolls;
    VEC(toll_cue) cues;
} toll_sentence;

/* How a figure stands to a cue in the tree: relations from one to the other, and what it costs to
 * go there. */
typedef struct toll_path {
    char text[TOLL_PATH];
    uint32_t length; /* relations walked; UINT32_MAX where they are far apart */
    uint32_t cost;
} toll_path;

/* What is judged: that `min` to `max` people suffered `effect` (in `event`, where that is asked;
 * else NULL). */
typedef struct toll_proposal {
    casus_effect effect;
    uint64_t min, max;
    const casus_event *event;
} toll_proposal;

/* A figure with the best cue for one effect. */
typedef struct toll_reading {
    const toll *figure;
    casus_effect effect;
    uint32_t cue; /* or CASUS_NONE */
    bool plain;   /* the cue means nothing else */
    toll_path path;
} toll_reading;

typedef struct toll_event {
    event_draft *draft;
    uint32_t word; /* its mention nearest to the figure */
    uint32_t distance;
} toll_event;

/* The events told near a figure, the nearest first. */
typedef struct toll_events {
    toll_event at[TOLL_EVENTS];
    uint32_t count;
} toll_events;

/* Collects the figures and cues of a sentence (tolls_find.c); the vectors are emptied first. */
void tolls_find(const coder_state *coding, uint32_t sentence, toll_sentence *found);

toll_path tolls_path(const casus_document *document, const toll *one, uint32_t cue);

/* Words between the figure and the word. */
uint32_t tolls_gap(const toll *one, uint32_t word);

/* The count that the rules gave the event over these words, whatever they took it for; or NULL. */
const casus_count *tolls_strict(const toll *one, const casus_event *event);

/* What the judges look at (tolls_features.c).  `rank` says how many effects, or events, are nearer;
 * `strict` that the rules counted it so. */
void tolls_add_reading(coder_state *coding, judge_features *features, const toll_sentence *found,
                       const toll_reading *read, uint32_t rank, bool strict);
void tolls_add_event(const coder_state *coding, judge_features *features, const toll_reading *read,
                     const toll_events *all, uint32_t rank);

/* Replaces the counts of the events that will be kept by what the judges hold for right (tolls.c).
 * Leaves all as it is without weights for it. */
void tolls_decide(coder_state *coding);

#endif
