/* Features that proposals of several kinds share. */
#ifndef CASUS_CODING_FEATURES_H
#define CASUS_CODING_FEATURES_H

#include "coding/frame.h"
#include "coding/judge.h"

/* An empty list; with names where an observer wants them. */
judge_features features_begin(const coder_state *coding);

/* Shows the proposal to the observer, if there is one. */
void features_observe(const coder_state *coding, judge_kind kind, const void *proposal,
                      const judge_features *features);

/* The lemma of a word; "none" for CASUS_NONE. */
casus_str features_lemma(const coder_state *coding, uint32_t word);

/* How the word stands in its sentence: label, governor, modality, tense, quotation. */
void features_add_syntax(const coder_state *coding, judge_features *features, uint32_t word);

/* How many they are and what the first of them is: sector, kind, known by name, armed. */
void features_add_actor(const coder_state *coding, judge_features *features, const char *name,
                        const casus_refs *refs);

struct event_draft;

/* What governs the event and how deep in clauses it stands (standing.c). */
void standing_add(const coder_state *coding, judge_features *features,
                  const struct event_draft *draft);

#endif
