/* Runs of words that may be one proper name: where they begin and end. */
#include "entity/link.h"

#include "text/fold.h"

bool name_is_free(const casus_linker *const linker, const uint32_t word)
{
    return linker->words[word].name == CASUS_NONE && linker->document->time_at[word] == CASUS_NONE;
}

/* A first name that opens the sentence and was taken for something else. */
bool name_leads_flat(const casus_linker *const linker, const uint32_t word)
{
    if (linker->words[word].role != CASUS_NONE || linker->words[word].title != CASUS_NONE)
        return false;
    for (EACH_CHILD(linker->document, word, child))
        if (child == word + 1 && relation_of(linker, child) == DEP_FLAT &&
            word_of(linker, child)->upos == UPOS_PROPN)
            return true;
    return false;
}

static bool is_capital_noun(const casus_linker *const linker, const uint32_t word)
{
    return linker->words[word].upper && word_of(linker, word)->upos == UPOS_PROPN;
}

/* A capital within the sentence and beside a proper noun: however it was tagged, a name's word. */
static bool is_beside_name(const casus_linker *const linker, const uint32_t word)
{
    const casus_word *const at = word_of(linker, word);
    const casus_sentence *const sentence = &linker->document->sentences.at[at->sentence];
    if (at->upos != UPOS_VERB && at->upos != UPOS_INTJ && at->upos != UPOS_OTHER) return false;
    if (word <= sentence->first + 1) return false;
    const casus_str before = word_of(linker, word - 1)->form;
    if (word_of(linker, word - 1)->upos == UPOS_PUNCT && !casus_str_equal(before, STR(",")))
        return false;
    if (is_capital_noun(linker, word - 1)) return true;
    return word + 1 < sentence->first + sentence->count && is_capital_noun(linker, word + 1) &&
           linker->words[word + 1].title == CASUS_NONE;
}

/* May `word` be a part of a proper name? */
bool name_is_part(const casus_linker *const linker, const uint32_t word)
{
    const casus_word *const at = word_of(linker, word);
    if (!name_is_free(linker, word)) return false;
    if (at->upos == UPOS_PROPN) return linker->caseless || linker->words[word].upper;
    if (linker->caseless) return false;
    if (linker->words[word].upper && name_leads_flat(linker, word)) return true;
    return linker->words[word].upper && word > linker->document->sentences.at[at->sentence].first &&
           (at->upos == UPOS_NOUN || at->upos == UPOS_ADJ || is_beside_name(linker, word));
}

static bool is_hyphen(const casus_linker *const linker, const uint32_t word)
{
    const casus_str form = word_of(linker, word)->form;
    return casus_str_equal(form, STR("-")) || casus_str_equal(form, STR("’s")) ||
           casus_str_equal(form, STR("'s")) || casus_str_equal(form, STR("&"));
}

static bool joins(const casus_linker *const linker, const uint32_t word)
{
    return word_is(linker, word, CUE_JOINING) && !linker->words[word].upper;
}

static uint32_t sentence_end(const casus_linker *const linker, const uint32_t word)
{
    const casus_sentence *const sentence =
        &linker->document->sentences.at[word_of(linker, word)->sentence];
    return sentence->first + sentence->count;
}

/* Ministry of X goes on behind `of` where an organisation's noun stands before it; al, de, bin join
 * any name; and/for/the only inside such an organisation. */
static bool goes_on(const casus_linker *const linker, const uint32_t last, const uint32_t joiner,
                    const bool organisation)
{
    const casus_str form = word_of(linker, joiner)->form;
    const bool english = word_of(linker, joiner)->upos == UPOS_ADP ||
                         word_of(linker, joiner)->upos == UPOS_DET ||
                         word_of(linker, joiner)->upos == UPOS_CCONJ;
    if (!english) return true;
    if (casus_str_equal(form, STR("and"))) return false;
    return organisation && joiner <= last + 2; /* for the */
}

/* Two proper nouns side by side that are no title or role are one name, however the tree hangs
 * them. */
static bool are_plain(const casus_linker *const linker, const uint32_t last, const uint32_t next)
{
    for (uint32_t word = last; word <= next; word++)
        if ((word_of(linker, word)->upos != UPOS_PROPN &&
             !(word_of(linker, word)->upos == UPOS_OTHER && linker->words[word].upper)) ||
            linker->words[word].title != CASUS_NONE || linker->words[word].role != CASUS_NONE)
            return false;
    return true;
}

/* The last word of a state's name inside a body's name that brackets end (Front for the Liberation
 * of South Yemen (FLOSY)), else CASUS_NONE. */
static uint32_t end_of_land(const casus_linker *const linker, const uint32_t word,
                            const uint32_t end)
{
    const uint32_t number = linker->words[word].name;
    if (number == CASUS_NONE || !linker->words[word].upper) return CASUS_NONE;
    const casus_draft *const land = &linker->drafts.at[number];
    if (land->source != DRAFT_TERRITORY && land->source != DRAFT_ADJECTIVE) return CASUS_NONE;
    const uint32_t bracket = land->last + 1;
    if (land->first != word || bracket + 2 >= end ||
        !casus_str_equal(word_of(linker, bracket)->form, STR("(")) ||
        casus_capitals(word_of(linker, bracket + 1)->form) < 3 ||
        !casus_str_equal(word_of(linker, bracket + 2)->form, STR(")")))
        return CASUS_NONE;
    return land->last;
}

/* Rights Watch Freeland: a land behind two capitals or more that are its compounds ends the name.
 */
static bool is_chapter(const casus_linker *const linker, const uint32_t first, const uint32_t last,
                       const uint32_t land)
{
    const uint32_t number = linker->words[land].name;
    if (last == first || number == CASUS_NONE || land != last + 1) return false;
    const casus_draft *const state = &linker->drafts.at[number];
    if (state->source != DRAFT_TERRITORY || state->first != land || state->last != land)
        return false;
    for (uint32_t word = first; word <= last; word++) {
        const uint32_t head = word_of(linker, word)->head;
        if (linker->words[word].title != CASUS_NONE || !linker->words[word].upper || head < first ||
            head > land)
            return false;
    }
    return relation_of(linker, last) == DEP_COMPOUND && word_of(linker, last)->head == land;
}

/* calling itself the Sons of the Creek: whatever follows is a name. */
bool name_is_self_given(const casus_linker *const linker, const uint32_t first)
{
    uint32_t before = first;
    while (before > 2 && first - before < 3 &&
           (word_of(linker, before - 1)->upos == UPOS_DET ||
            word_of(linker, before - 1)->upos == UPOS_PUNCT))
        before--;
    return before > 2 && word_is(linker, before - 1, CUE_REFLEXIVE) &&
           lemma_is(linker, before - 2, CUE_SELF_NAMING) &&
           word_of(linker, before - 2)->sentence == word_of(linker, first)->sentence;
}

uint32_t name_run_end(const casus_linker *const linker, const uint32_t first)
{
    const uint32_t end = sentence_end(linker, first);
    uint32_t last = first;
    const bool self_named = name_is_self_given(linker, first);
    bool organisation = self_named || word_is(linker, first, CUE_ORGANISATION);
    for (uint32_t next = first + 1; next < end; next++) {
        if (name_is_part(linker, next) ||
            (linker->words[next].upper && linker->words[next].adjective)) {
            const bool apart =
                relation_of(linker, next) == DEP_CONJ || relation_of(linker, next) == DEP_APPOS;
            if (apart && next == last + 1 && !self_named && !are_plain(linker, last, next)) break;
            if (linker->words[next].title != CASUS_NONE && next == last + 1 && !self_named &&
                linker->words[first].title == CASUS_NONE && relation_of(linker, next) != DEP_FLAT)
                break;
            last = next;
            organisation |= word_is(linker, next, CUE_ORGANISATION);
            continue;
        }
        if (organisation && end_of_land(linker, next, end) != CASUS_NONE)
            return end_of_land(linker, next, end);
        if (is_chapter(linker, first, last, next)) return next;
        const bool glue = is_hyphen(linker, next) ||
                          (joins(linker, next) && goes_on(linker, last, next, organisation));
        if (!glue || next > last + 3) break;
    }
    return last;
}
