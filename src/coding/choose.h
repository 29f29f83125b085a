/* The place and the date of an event: all that its text names may be meant, learned odds choose. */
#ifndef CASUS_CODING_CHOOSE_H
#define CASUS_CODING_CHOOSE_H

#include "coding/decide.h"

/* No share of a sum is that of certainty. */
#define SURE 0.9999F

/* A place that an event may have had: of the record, and the word that names it there. */
typedef struct place_choice {
    uint32_t place, word;
} place_choice;

/* A date that an event may have had. */
typedef struct date_choice {
    casus_date date;
} date_choice;

/* What an event told before shares with this one (choose_kin.c). */
typedef enum kin_kind {
    KIN_ANY,
    KIN_TYPE,
    KIN_LEMMA,
    KIN_SOURCE,
    KIN_TARGET,
    KIN_STORY, /* the first of the text */
    KIN
} kin_kind;

bool choose_kin(const coder_state *coding, const event_draft *other, const event_draft *draft,
                kin_kind kind);
const char *choose_kin_name(kin_kind kind);

/* Replaces the place that the rules gave by the likeliest one, or by none (choose_place.c). */
void choose_place(coder_state *coding, event_draft *draft);

/* Replaces the date that the rules gave by the likeliest one, or by none (choose_date.c). */
void choose_date(coder_state *coding, event_draft *draft);

#endif
