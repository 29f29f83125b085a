/* What the judge is told of an event mention (events_features.c). */
#ifndef CASUS_CODING_EVENTS_FEATURES_H
#define CASUS_CODING_EVENTS_FEATURES_H

#include "coding/drafts.h"
#include "coding/judge.h"

void events_features(coder_state *coding, judge_features *features, const event_draft *draft);

#endif
