/* Statements about standing relations: who says, alleges or denies them. */
#ifndef CASUS_CODING_RELATIONS_H
#define CASUS_CODING_RELATIONS_H

#include "coding/frame.h"

/* Adds to the relation what the sentence of `word`, by which it is told, attributes to someone. */
void relations_state(coder_state *coding, uint32_t word, casus_relation *relation);

/* Ties denials and admissions that hold no relation themselves ("Tehran denies the charge") to the latest relation told
 * before them in which the speaker has a part. */
void relations_refer_back(coder_state *coding);

#endif
