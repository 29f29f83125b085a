/* What a warning is made of, by tree or by words. */
#ifndef CASUS_CODING_WARNINGS_H
#define CASUS_CODING_WARNINGS_H

#include "coding/drafts.h"

typedef struct warning_parts {
    casus_span condition, outcome;
    uint32_t condition_word, outcome_word; /* heads; the former may be CASUS_NONE */
    casus_str modality;
    const char *rule;
} warning_parts;

/* Adds a warning to the record unless it is there already; finds its actors and who warns. */
void warnings_add(coder_state *coding, const warning_parts *parts);

/* Those that the words tell where the tree does not (warnings_surface.c). */
void warnings_find_by_words(coder_state *coding);

#endif
