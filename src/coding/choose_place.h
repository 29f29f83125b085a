/* Inside the choice of an event's place: the candidates, and what the judge is told of them. */
#ifndef CASUS_CODING_CHOOSE_PLACE_H
#define CASUS_CODING_CHOOSE_PLACE_H

#include "coding/choose.h"

/* LEAD: sentences that tell what a text is about. */
enum { PLACE_CHOICES = 48, PLACE_LEAD = 4 };

/* A place named by a mention or meant by an echo, seen from the trigger that is nearest to it. */
typedef struct place_view {
    place_choice choice;
    const casus_place *place;
    const casus_place_mention *mention; /* that names it, also for an echo */
    bool echo;
    uint32_t trigger;
    uint32_t tie;  /* casus_geo_tie */
    uint32_t cost; /* lower is nearer: own syntax, sentence, paragraph, further off */
    float odds;    /* against none */
} place_view;

typedef struct place_chooser {
    coder_state *coding;
    const casus_document *document;
    const event_draft *draft;
    place_view views[PLACE_CHOICES];
    uint32_t count;
    uint32_t kin[KIN]; /* the places that the rules gave to events told before, or CASUS_NONE */
    uint32_t main;     /* the settlement or site that the text names most, or CASUS_NONE */
} place_chooser;

static inline uint32_t place_sentence(const casus_document *const document, const uint32_t word)
{
    return document->words.at[word].sentence;
}

static inline uint32_t place_paragraph(const casus_document *const document, const uint32_t word)
{
    return document->sentences.at[place_sentence(document, word)].paragraph;
}

static inline uint32_t place_gap(const uint32_t a, const uint32_t b)
{
    return a > b ? a - b : b - a;
}

/* What tells for and against the candidate (choose_place_features.c). */
void place_features(const place_chooser *chooser, judge_features *features, const place_view *view);

#endif
