/* Sentences and trees in CoNLL-U: https://universaldependencies.org/format.html */
#include "record/output.h"

/* Columns may hold no tabs or newlines, and "_" stands for nothing. */
static void put_column(casus_output *const output, const casus_str text)
{
    if (!text.size) casus_put(output, STR("_"));
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.at[i];
        const bool blank = c == '\t' || c == '\n';
        casus_put(output, blank ? STR(" ") : (casus_str){&text.at[i], 1});
    }
}

static void put_comment(casus_output *const output, const char *const key, const casus_str value)
{
    casus_put_format(output, "# %s = ", key);
    put_column(output, value);
    casus_put(output, STR("\n"));
}

static void put_misc(casus_output *const output, const casus_points *const points,
                     const casus_span span, const bool space_after)
{
    casus_put_format(output, "%sStartChar=%u|EndChar=%u\n", space_after ? "" : "SpaceAfter=No|",
                     casus_points_at(points, span.begin), casus_points_at(points, span.end));
}

/* The line "3-4 don't" in front of the parts of a contraction. */
static void put_contraction(casus_output *const output, const casus_document *const document,
                            const casus_points *const points, const casus_sentence *const sentence,
                            const uint32_t word)
{
    uint32_t last = word;
    while (last + 1 < sentence->first + sentence->count &&
           document->words.at[last + 1].flags & WORD_MWT_REST)
        last++;
    const casus_span span = {document->words.at[word].span.begin,
                             document->words.at[last].span.end};
    casus_put_format(output, "%u-%u\t", word - sentence->first + 1, last - sentence->first + 1);
    put_column(output, casus_document_text(document, span));
    casus_put(output, STR("\t_\t_\t_\t_\t_\t_\t_\t"));
    put_misc(output, points, span, document->words.at[last].flags & WORD_SPACE_AFTER);
}

static void put_word(casus_output *const output, const casus_document *const document,
                     const casus_points *const points, const casus_sentence *const sentence,
                     const uint32_t index)
{
    const casus_word *const word = &document->words.at[index];
    char features[512];
    casus_features_write(word->features, features, sizeof features);
    if (word->flags & WORD_MWT_FIRST) put_contraction(output, document, points, sentence, index);
    casus_put_format(output, "%u\t", index - sentence->first + 1);
    put_column(output, word->form);
    casus_put(output, STR("\t"));
    put_column(output, word->lemma);
    casus_put_format(output, "\t%s\t_\t%s\t%u\t%s\t_\t", casus_upos_name((casus_upos)word->upos),
                     features, word->head == index ? 0 : word->head - sentence->first + 1,
                     casus_deprel_name((casus_deprel)word->deprel));
    const bool in_contraction = word->flags & (WORD_MWT_FIRST | WORD_MWT_REST);
    put_misc(output, points, word->span, in_contraction || word->flags & WORD_SPACE_AFTER);
}

void casus_write_conllu(const casus_document *const document, casus_output *const output)
{
    casus_points points = casus_points_create(document->article.text);
    put_comment(output, "newdoc id", document->article.id);
    for (uint32_t s = 0; s < document->sentences.count; s++) {
        const casus_sentence *const sentence = &document->sentences.at[s];
        if (s == 0 || sentence->paragraph != sentence[-1].paragraph)
            casus_put_format(output, "# newpar id = %u\n", sentence->paragraph + 1);
        casus_put_format(output, "# sent_id = %u\n", s + 1);
        put_comment(output, "text", casus_document_text(document, sentence->span));
        for (uint32_t i = 0; i < sentence->count; i++)
            put_word(output, document, &points, sentence, sentence->first + i);
        casus_put(output, STR("\n"));
    }
    casus_points_destroy(&points);
}
