/* Who says what, by the order of words: for sentences whose tree does not tell. */
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"

enum { GAP = 4, PHRASE = 8, ENOUGH = 3 };

static uint8_t upos_of(const casus_document *const document, const uint32_t word)
{
    return tree_word(document, word)->upos;
}

/* The mention that ends at the word, or CASUS_NONE. */
static uint32_t mention_ending(const casus_document *const document, const uint32_t word,
                               const uint32_t first)
{
    for (uint32_t at = word, i = 0; i < PHRASE && at >= first; i++, at--) {
        const uint32_t number = document->mention_at[at];
        if (number != CASUS_NONE && document->record.mentions.at[number].last >= word)
            return number;
        if (at == 0) break;
    }
    return CASUS_NONE;
}

/* "a councillor [later also] said": what may stand between those who speak and their verb. */
static bool is_between(const casus_document *const document, const uint32_t word)
{
    const uint8_t upos = upos_of(document, word);
    return upos == UPOS_AUX || upos == UPOS_ADV || document->time_at[word] != CASUS_NONE;
}

static void add_mention(coder_state *const coding, attribution *const said, const uint32_t number)
{
    const casus_actor *const actor =
        &coding->document->record.actors.at[coding->document->record.mentions.at[number].actor];
    if (!actor->generic)
        parties_add(coding, &said->speakers, coding->document->record.mentions.at[number].actor);
}

/* Speakers before the verb, and those joined to them by "and"; gives where their phrase begins. */
static uint32_t read_left(coder_state *const coding, attribution *const said, const uint32_t first)
{
    const casus_document *const document = coding->document;
    uint32_t at = said->cue, begin = CASUS_NONE;
    for (int i = 0; i < GAP && at > first && is_between(document, at - 1); i++) at--;
    if (at > first && upos_of(document, at - 1) == UPOS_PUNCT) at--;
    while (at > first) {
        const uint32_t number = mention_ending(document, at - 1, first);
        if (number == CASUS_NONE) break;
        add_mention(coding, said, number);
        begin = document->record.mentions.at[number].first;
        if (begin < first + 2 || upos_of(document, begin - 1) != UPOS_CCONJ) break;
        at = begin - 1;
    }
    return begin;
}

/* "…", said the mayor. */
static void read_right(coder_state *const coding, attribution *const said, const uint32_t end)
{
    const casus_document *const document = coding->document;
    for (uint32_t at = said->cue + 1; at < end && at <= said->cue + PHRASE; at++) {
        const uint32_t number = document->mention_at[at];
        if (number != CASUS_NONE && document->record.mentions.at[number].first <= said->cue + 2) {
            add_mention(coding, said, number);
            return;
        }
        if (upos_of(document, at) == UPOS_PUNCT || upos_of(document, at) == UPOS_VERB) return;
    }
}

static bool is_comma(const casus_document *const document, const uint32_t word)
{
    return casus_str_equal(tree_word(document, word)->form, STR(","));
}

/* Whether only a title or an article stands between a comma and the mention. */
static bool follows_comma(const casus_document *const document, const casus_mention *const mention,
                          const uint32_t first)
{
    uint32_t at = mention->first;
    for (int i = 0; i < GAP && at > first + 1; i++, at--) {
        if (is_comma(document, at - 1)) return true;
        const uint8_t upos = upos_of(document, at - 1);
        if (upos != UPOS_DET && upos != UPOS_ADJ && upos != UPOS_NOUN && upos != UPOS_PROPN)
            return false;
    }
    return false;
}

/* "Rebels who fled were shot, the governor's office said", "An envoy of the bloc in Lima, Rosa
 * Diaz, denied": whoever stands between a comma and the word of saying speaks, though the tree has
 * a subject further off. */
void attribution_mend_speaker(coder_state *const coding, attribution *const said,
                              const uint32_t subject)
{
    const casus_document *const document = coding->document;
    const uint32_t first = document->sentences.at[said->sentence].first;
    if (subject == CASUS_NONE || subject >= said->cue) return;
    uint32_t at = said->cue;
    for (int i = 0; i < GAP && at > first + 1 && is_between(document, at - 1); i++) at--;
    const bool closed = at > first + 1 && is_comma(document, at - 1);
    if (closed) at--;
    const uint32_t number = at > first + 1 ? mention_ending(document, at - 1, first) : CASUS_NONE;
    if (number == CASUS_NONE) return;
    const casus_mention *const mention = &document->record.mentions.at[number];
    const casus_actor *const actor = &document->record.actors.at[mention->actor];
    if (mention->last + 1 != at || mention->first <= subject || actor->generic ||
        (closed && (actor->kind != KIND_PERSON || mention->form != FORM_NAME)) ||
        !follows_comma(document, mention, first))
        return;
    /* "the mayor, X, and the bishop, Y, said": both speak. */
    if (said->speakers.count > 1 && tree_dominates(document, subject, mention->head)) return;
    said->speakers = (casus_refs){0};
    parties_add(coding, &said->speakers, mention->actor);
    said->surface = true;
}

void attribution_read_surface(coder_state *const coding, attribution *const said)
{
    const casus_document *const document = coding->document;
    const casus_sentence *const sentence = &document->sentences.at[said->sentence];
    const uint32_t first = sentence->first, end = sentence->first + sentence->count;
    const bool known = said->speakers.count > 0;
    uint32_t begin = said->cue;
    if (!known) {
        const uint32_t left = read_left(coding, said, first);
        if (left != CASUS_NONE) begin = left;
        if (!said->speakers.count && said->cue > first &&
            upos_of(document, said->cue - 1) == UPOS_PUNCT)
            read_right(coding, said, end);
        said->surface = said->speakers.count > 0;
    }
    if (!said->speakers.count || said->count) return;
    const bool behind = begin > first + ENOUGH && upos_of(document, begin - 1) == UPOS_PUNCT;
    said->first = behind ? first : said->cue + 1;
    said->last = behind ? begin - 1 : end - 1;
}
