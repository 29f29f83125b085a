/* The date or time that opens an entry of a chronicle. */
#ifndef CASUS_SYNTAX_LEAD_H
#define CASUS_SYNTAX_LEAD_H

#include "record/document.h"

/* The number of words before the entry itself, with their dash or colon: "Sept 28 -", "1996,
 * November 30:", "13:00"; 0 where the sentence has no such lead. */
uint32_t casus_lead(const casus_document *document, const casus_sentence *sentence);

#endif
