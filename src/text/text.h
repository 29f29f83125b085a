/* The room `text`: an article's text becomes sentences and words with exact spans. */
#ifndef CASUS_TEXT_TEXT_H
#define CASUS_TEXT_TEXT_H

#include "base/error.h"
#include "record/document.h"

typedef struct casus_text_data
    casus_text_data; /* abbreviations, contractions, number words: data/text */

/* Reads the lexicons of `folder` ("…/data/text"). Free with casus_text_data_destroy. Immutable
 * afterwards; shared by threads. */
casus_code casus_text_data_open(const char *folder, casus_text_data **data, casus_error *error);
void casus_text_data_destroy(casus_text_data *data);

/* Fills document->words (form, span, sentence, flags; head = own index) and document->sentences.
 * The article's text has to be NFC already. */
void casus_text_segment(const casus_text_data *data, casus_document *document);

/* Once the parts of speech are known: the lemmas of verbs in their irregular forms, which rules of
 * endings cannot tell.  Their text belongs to `data`. */
void casus_text_lemmas(const casus_text_data *data, casus_document *document);

/* Once there are trees: gives nouns that a participle which only describes was taken to govern
 * ("from neighboring Chad") their own place.  Whether anything changed: children have to be linked
 * anew then. */
bool casus_text_attributes(const casus_text_data *data, casus_document *document);

/* Value of a number in words or digits that starts at word `first` ("thirteen", "1,200", "two
 * dozen", "a hundred and five", "3.5 million", "dozens", "at least 30", "between 10 and 15",
 * "nearly 3,000", "a"?), for counting.  Gives the number of words it covers, or 0.  `min`/`max` are
 * CASUS_UNBOUNDED where open. dozens: 24 to 99; hundreds: 200 to 999; several: 3 to 9. */
uint32_t casus_text_number(const casus_text_data *data, const casus_document *document,
                           uint32_t first, uint64_t *min, uint64_t *max);

#endif
