#include "text/text.h"

#include "text/segment.h"

void casus_text_segment(const casus_text_data *const data, casus_document *const document)
{
    casus_segmenter segmenter = {
        .data = data, .document = document, .text = document->article.text};
    casus_segment_words(&segmenter);
    casus_segment_sentences(&segmenter);
    casus_segment_quotations(&segmenter);
    casus_segment_kinds(&segmenter);
}
