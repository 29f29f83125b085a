/* Interviews: texts of questions and answers, where one person tells what happened. */
#ifndef CASUS_CODING_INTERVIEW_H
#define CASUS_CODING_INTERVIEW_H

#include "coding/frame.h"

typedef struct interview {
    uint32_t person; /* the mention that brings in who is asked */
    uint32_t begin;  /* the paragraph of the first question */
    bool *asks;      /* by paragraph: a question */
} interview;

/* Whether the text is one, judged by its turns: at least three questions, most of them answered in
 * the first person. */
bool interview_read(coder_state *coding, interview *found);

#endif
