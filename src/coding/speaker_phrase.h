/* The noun phrase beside a word of saying, by the order of words. */
#ifndef CASUS_CODING_SPEAKER_PHRASE_H
#define CASUS_CODING_SPEAKER_PHRASE_H

#include "record/document.h"

enum { SPEAKER_HEADS = 4 };

typedef struct speaker_phrase {
    uint32_t first, last; /* its words, without asides behind it */
    uint32_t heads[SPEAKER_HEADS];
    uint32_t count;
    bool closed;  /* commas and an aside stand between it and the word of saying */
    bool fronted; /* something stands before it in its sentence */
    bool ended;   /* behind its verb: a mark follows */
} speaker_phrase;

/* "…, residents and a monitor said", "a commander of the front, who calls himself Kito, said". */
bool speaker_phrase_before(const casus_document *document, uint32_t cue, speaker_phrase *phrase);

/* "…, says a former aide in Lima, …" */
bool speaker_phrase_behind(const casus_document *document, uint32_t cue, speaker_phrase *phrase);

/* "the truce, the envoys noted, was dead": nothing but the phrase and the word stands between
 * marks, or ends the sentence. */
bool speaker_phrase_is_inserted(const casus_document *document, uint32_t cue);

#endif
