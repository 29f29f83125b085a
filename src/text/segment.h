/* What the steps of segmentation share: tokens (token.c), sentences (sentence.c), quotations
 * (quote.c) and kinds of sentences (kind.c). */
#ifndef CASUS_TEXT_SEGMENT_H
#define CASUS_TEXT_SEGMENT_H

#include "text/data.h"

/* The white space before a word. */
typedef enum casus_gap {
    GAP_NONE,
    GAP_SPACE,
    GAP_WRAP,     /* a newline that only wraps the line */
    GAP_WIDE,     /* three blanks or more: ends a paragraph behind a full stop */
    GAP_LINE,     /* a newline that was meant */
    GAP_PARAGRAPH /* a blank line, or the beginning of the text */
} casus_gap;

typedef struct casus_segmenter {
    const casus_text_data *data;
    casus_document *document;
    casus_str text;
    VEC(uint8_t) gaps; /* casus_gap, per word */
    casus_gap gap;     /* before the next word */
    bool lower;        /* a text without capitals: nothing may hang on them */
    bool single_open;  /* a single quotation mark waits for its close */
} casus_segmenter;

/* Appends the word [begin, end) with WORD_MWT_ flags; words with white space behind them get
 * WORD_SPACE_AFTER when the next gap is seen. */
void casus_segment_emit(casus_segmenter *segmenter, size_t begin, size_t end, uint16_t flags);

/* Cuts the text into words. */
void casus_segment_words(casus_segmenter *segmenter);

/* Cuts [begin, end), which holds no white space, into words. */
void casus_segment_chunk(casus_segmenter *segmenter, size_t begin, size_t end);

/* The end of a word that begins at `begin` (a letter or digit), which is emitted: one word or a
 * contraction's parts. */
size_t casus_segment_word(casus_segmenter *segmenter, size_t begin, size_t end);

/* The end of a URL, e-mail address, handle, hashtag, file name or emoticon at `begin`, or `begin`
 * where there is none. */
size_t casus_segment_address(const casus_segmenter *segmenter, size_t begin, size_t end);

/* Does the full stop at `stop` belong to the abbreviation that begins at `begin`? */
bool casus_segment_abbreviates(const casus_segmenter *segmenter, size_t begin, size_t stop);

/* Does the hyphen at `hyphen` join the word that began at `begin` to what follows? */
bool casus_segment_hyphen_joins(const casus_segmenter *segmenter, size_t begin, size_t hyphen,
                                size_t end);

/* Groups the words into sentences and paragraphs. */
void casus_segment_sentences(casus_segmenter *segmenter);

/* Sets WORD_QUOTED. */
void casus_segment_quotations(casus_segmenter *segmenter);

/* Sets sentence->kind. */
void casus_segment_kinds(casus_segmenter *segmenter);

#endif
