/* Conditionals by their words alone, for sentences whose tree does not tell: "if …, … will …",
 * "should …, … could …", "anyone who … will …", "either … or …". */
#include "coding/statements.h"
#include "coding/tree.h"
#include "coding/warnings.h"

typedef struct stretch {
    uint32_t first, end; /* words, half-open */
} stretch;

static bool is_break(const coder_state *const coding, const uint32_t word)
{
    return tree_word(coding->document, word)->upos == UPOS_PUNCT &&
           !casus_str_equal(tree_word(coding->document, word)->form, STR("-"));
}

/* The first modal of an outcome in the stretch, or CASUS_NONE. */
static uint32_t modal_in(const coder_state *const coding, const stretch where)
{
    for (uint32_t i = where.first; i < where.end; i++)
        if (tree_word(coding->document, i)->upos == UPOS_AUX &&
            match_is(coding, WORDS_WARNING_MODAL, i))
            return i;
    return CASUS_NONE;
}

static uint32_t next_break(const coder_state *const coding, const uint32_t from, const uint32_t end)
{
    uint32_t i = from;
    while (i < end && !is_break(coding, i)) i++;
    return i;
}

static void add(coder_state *const coding, const stretch condition, const stretch outcome,
                const char *const rule)
{
    const uint32_t modal = modal_in(coding, outcome);
    if (modal == CASUS_NONE || condition.first >= condition.end) return;
    const uint32_t head = tree_word(coding->document, modal)->head;
    const uint32_t predicate = head >= outcome.first && head < outcome.end ? head : modal;
    const warning_parts parts = {
        .condition = tree_span(coding->document, condition.first, condition.end - 1),
        .outcome = tree_span(coding->document, outcome.first, outcome.end - 1),
        .condition_word = condition.first,
        .outcome_word = predicate,
        .modality = tree_word(coding->document, modal)->lemma,
        .rule = rule};
    warnings_add(coding, &parts);
}

/* A clause that begins with its marker: what follows the next comma is its outcome, or what stands
 * before it. */
static void from_marker(coder_state *const coding, const casus_sentence *const sentence,
                        const uint32_t at)
{
    const uint32_t end = sentence->first + sentence->count;
    const bool opens = at == sentence->first || is_break(coding, at - 1) ||
                       tree_word(coding->document, at - 1)->upos == UPOS_CCONJ ||
                       tree_word(coding->document, at - 1)->upos == UPOS_SCONJ;
    const uint32_t comma = next_break(coding, at + 2 < end ? at + 2 : end, end);
    if (opens && comma < end) {
        add(coding, (stretch){at, comma}, (stretch){comma + 1, end}, "warning.words");
        return;
    }
    uint32_t first = at;
    while (first > sentence->first && !is_break(coding, first - 1) &&
           tree_word(coding->document, first - 1)->upos != UPOS_SCONJ)
        first--;
    if (first < at) add(coding, (stretch){at, comma}, (stretch){first, at}, "warning.words");
}

/* "anyone who helps them will …": up to the modal who, from it on what. */
static void from_whoever(coder_state *const coding, const casus_sentence *const sentence,
                         const uint32_t at)
{
    const uint32_t end = sentence->first + sentence->count;
    bool relative = match_is(coding, WORDS_WHOEVER, at) && !match_is(coding, WORDS_ANY, at);
    for (uint32_t i = at + 1; i < end && i < at + 4; i++)
        relative |= (tree_word(coding->document, i)->features & FEAT_RELATIVE) != 0;
    const uint32_t modal = relative ? modal_in(coding, (stretch){at, end}) : CASUS_NONE;
    if (modal != CASUS_NONE && modal > at)
        add(coding, (stretch){at, modal}, (stretch){modal, end}, "warning.whoever");
}

static bool has_warning(const coder_state *const coding, const casus_sentence *const sentence)
{
    const casus_record *const record = &coding->document->record;
    for (uint32_t i = 0; i < record->warnings.count; i++) {
        const casus_span outcome = record->warnings.at[i].outcome;
        if (outcome.begin < sentence->span.end && sentence->span.begin < outcome.end) return true;
    }
    return false;
}

static void scan(coder_state *const coding, const casus_sentence *const sentence)
{
    const uint32_t end = sentence->first + sentence->count;
    const casus_word *const last = tree_word(coding->document, end - 1);
    if (casus_str_equal(last->form, STR("?"))) return;
    for (uint32_t i = sentence->first; i + 2 < end; i++) {
        const uint8_t upos = tree_word(coding->document, i)->upos;
        const bool opens = i == sentence->first || is_break(coding, i - 1);
        if (upos == UPOS_SCONJ && match_is(coding, WORDS_CONDITIONAL, i))
            from_marker(coding, sentence, i);
        else if (upos == UPOS_AUX && opens && match_is(coding, WORDS_INVERTED_MODAL, i))
            from_marker(coding, sentence, i);
        else if (match_is(coding, WORDS_EITHER, i) || (opens && match_is(coding, WORDS_ANY, i)) ||
                 match_is(coding, WORDS_WHOEVER, i))
            from_whoever(coding, sentence, i);
        if (has_warning(coding, sentence)) return;
    }
}

void warnings_find_by_words(coder_state *const coding)
{
    const casus_document *const document = coding->document;
    for (uint32_t i = 0; i < document->sentences.count; i++)
        if (document->sentences.at[i].count > 4 && !has_warning(coding, &document->sentences.at[i]))
            scan(coding, &document->sentences.at[i]);
}
