/* How a toponym is used: the place itself or those who stand for it, and with which relation. */
#include "geo/tagger.h"

static const casus_word *word_at(const geo_tagger *const tagger, const uint32_t word)
{
    return &tagger->document->words.at[word];
}

/* The word before the candidate that says something: articles, directions, numbers and type nouns
 * with "of" are skipped.  CASUS_NONE at the beginning of the sentence. */
uint32_t casus_geo_word_before(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    const uint32_t begin = geo_begin(tagger, candidate->first);
    uint32_t at = candidate->first;
    for (uint32_t steps = 0; at > begin && steps < 8; steps++) {
        const uint32_t before = at - 1;
        const geo_token *const token = &tagger->tokens[before];
        const bool article = geo_key_is(tagger, before, STR("the"));
        const bool type_of = geo_key_is(tagger, before, STR("of")) && before > begin &&
                             tagger->tokens[before - 1].feature != CASUS_NONE;
        const bool skipped = geo_cue(tagger, before, CUE_DIRECTION) && token->phrase == before;
        if (type_of)
            at = tagger->tokens[before - 1].phrase;
        else if (article || skipped || geo_is(tagger, before, STR("\"")))
            at = before;
        else
            return before;
    }
    return CASUS_NONE;
}

/* An adjective stands before what it tells of; alone it is a language or a people. */
bool casus_geo_modifies(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    const uint32_t end = geo_end(tagger, candidate->first);
    uint32_t next = candidate->end;
    if (candidate->part.end > candidate->part.begin) return true;
    while (next + 1 < end &&
           (geo_key_is(tagger, next, STR("and")) || geo_is(tagger, next, STR(",")) ||
            geo_key_is(tagger, next, STR("or")) || tagger->tokens[next].hyphen)) {
        const uint32_t other = tagger->tokens[next + 1].candidate;
        if (other == CASUS_NONE && !tagger->tokens[next].hyphen) return false;
        if (other == CASUS_NONE || tagger->candidates.at[other].kind != NAME_ADJECTIVE)
            return tagger->tokens[next].hyphen || other != CASUS_NONE;
        next = tagger->candidates.at[other].end;
    }
    if (next >= end || !tagger->tokens[next].key.size || tagger->tokens[next].key.at[0] == '\'')
        return false;
    const casus_word *const word = word_at(tagger, next);
    if (word->upos == UPOS_VERB || word->upos == UPOS_AUX || word->upos == UPOS_ADP ||
        word->upos == UPOS_PRON || word->upos == UPOS_SCONJ || word->upos == UPOS_DET)
        return false;
    return !(tagger->tokens[next].capital == CAPITAL_NONE &&
             (geo_cue(tagger, next, CUE_LOCATIVE) || geo_cue(tagger, next, CUE_SPEECH) ||
              geo_cue(tagger, next, CUE_STOP)));
}

bool casus_geo_speaks(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    const uint32_t end = geo_end(tagger, candidate->first);
    uint32_t at = candidate->cover;
    if (at + 1 < end && geo_key_is(tagger, at, STR("and")) &&
        tagger->tokens[at + 1].candidate != CASUS_NONE) /* Seoul and Tokyo protested */
        at = tagger->candidates.at[tagger->tokens[at + 1].candidate].cover;
    const uint32_t from = at;
    while (at < end && at < from + 2 && word_at(tagger, at)->upos == UPOS_ADV) at++;
    return at < end && geo_cue(tagger, at, CUE_SPEECH) &&
           tagger->tokens[at].capital == CAPITAL_NONE;
}

/* The word of the name that hangs on one outside it. */
static const casus_word *head_of(const geo_tagger *const tagger,
                                 const geo_candidate *const candidate)
{
    for (uint32_t i = candidate->first; i < candidate->end; i++) {
        const uint32_t head = word_at(tagger, i)->head;
        if (head < candidate->first || head >= candidate->end || head == i)
            return word_at(tagger, i);
    }
    return word_at(tagger, candidate->end - 1);
}

/* "The EU naval mission", "US aid": a state or union before a noun acts; a place, an event or a
 * kind of place behind it is where it is. */
static bool qualifies(const geo_tagger *const tagger, const geo_candidate *const candidate,
                      const casus_word *const word)
{
    if (candidate->precision < PLACE_COUNTRY || word->deprel != DEP_COMPOUND) return false;
    const uint32_t head = word->head, end = geo_end(tagger, candidate->first);
    if (head < candidate->cover || head >= end) return false;
    for (uint32_t i = candidate->cover; i <= head; i++)
        if (geo_cue(tagger, i, CUE_EVENT) || geo_cue(tagger, i, CUE_SITE) ||
            geo_cue(tagger, i, CUE_WAY) || tagger->tokens[i].feature != CASUS_NONE ||
            tagger->tokens[i].candidate != CASUS_NONE)
            return false;
    return true;
}

/* "The crossing between Chad and Sudan": where the land lies, not whom something is done with. */
static bool follows_site(const geo_tagger *const tagger, const uint32_t preposition)
{
    return preposition > geo_begin(tagger, preposition) &&
           (tagger->tokens[preposition - 1].feature != CASUS_NONE ||
            geo_cue(tagger, preposition - 1, CUE_SITE) ||
            geo_cue(tagger, preposition - 1, CUE_WAY));
}

/* "In Kadugli and Dilling": what "and" joins to the place itself is one as well. */
static bool joins_place(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    const uint32_t begin = geo_begin(tagger, candidate->first);
    if (candidate->first < begin + 3 || !geo_key_is(tagger, candidate->first - 1, STR("and")))
        return false;
    const uint32_t number = tagger->tokens[candidate->first - 2].candidate;
    if (number == CASUS_NONE) return false;
    const geo_candidate *const other = &tagger->candidates.at[number];
    const uint32_t before = casus_geo_word_before(tagger, other);
    return other->use == USE_LITERAL && before != CASUS_NONE &&
           (geo_cue(tagger, before, CUE_LOCATIVE) || geo_cue(tagger, before, CUE_NEAR));
}

/* "Police station" behind the name: a place, not its people. */
static bool begins_site(const geo_tagger *const tagger, const uint32_t word)
{
    return word + 1 < geo_end(tagger, word) && tagger->tokens[word + 1].phrase == word &&
           geo_cue(tagger, word + 1, CUE_SITE);
}

/* An adjective is never the place itself; nor is a name before people, or that speaks. */
void casus_geo_use(const geo_tagger *const tagger, geo_candidate *const candidate,
                   const double located)
{
    const uint32_t end = geo_end(tagger, candidate->first);
    uint32_t next = candidate->cover;
    if (candidate->kind == NAME_ADJECTIVE || candidate->kind == NAME_PEOPLE) {
        candidate->use = USE_ASSOCIATIVE;
        return;
    }
    if (casus_geo_speaks(tagger, candidate) && located <= 0 && candidate->fame >= 5) {
        candidate->use = USE_ASSOCIATIVE;
        return;
    }
    if (next < end && (geo_is(tagger, next, STR("'s")) || geo_is(tagger, next, STR("’s")))) {
        for (uint32_t i = next + 1; i < end && i < next + 4; i++) {
            if (geo_cue(tagger, i, CUE_EVENT) || tagger->tokens[i].feature != CASUS_NONE) return;
            if (geo_cue(tagger, i, CUE_PEOPLE) || geo_cue(tagger, i, CUE_TITLE))
                candidate->use = USE_ASSOCIATIVE;
        }
        return;
    }
    if (next + 1 < end && tagger->tokens[next].hyphen) { /* US-led, Paris-born */
        candidate->use = USE_ASSOCIATIVE;
        return;
    }
    const uint32_t before = casus_geo_word_before(tagger, candidate);
    if (candidate->precision == PLACE_COUNTRY && before != CASUS_NONE &&
        geo_cue(tagger, before, CUE_PARTY) && !follows_site(tagger, before)) {
        candidate->use = USE_ASSOCIATIVE;
        return;
    }
    if (next < end && geo_cue(tagger, next, CUE_PEOPLE) && !geo_cue(tagger, next, CUE_SPEECH) &&
        !begins_site(tagger, next))
        candidate->use = USE_ASSOCIATIVE;
    if (!tagger->parsed || located > 0 || candidate->fame < 3.5) return;
    const casus_word *const word = head_of(tagger, candidate);
    if (qualifies(tagger, candidate, word)) candidate->use = USE_ASSOCIATIVE;
    if (word->deprel == DEP_NSUBJ && word_at(tagger, word->head)->upos == UPOS_VERB &&
        !joins_place(tagger, candidate))
        candidate->use = USE_ASSOCIATIVE;
}

/* The span of "20 km south of" or "on the outskirts of" before the candidate. */
void casus_geo_relation(const geo_tagger *const tagger, geo_candidate *const candidate)
{
    const uint32_t begin = geo_begin(tagger, candidate->first);
    const uint32_t before = casus_geo_word_before(tagger, candidate);
    if (before == CASUS_NONE || candidate->use == USE_ASSOCIATIVE) return;
    const bool edge = geo_cue(tagger, before, CUE_EDGE);
    if (!edge && !geo_cue(tagger, before, CUE_NEAR)) return;
    uint32_t first = tagger->tokens[before].phrase;
    if (edge && first < before)
        while (first > begin && (geo_key_is(tagger, first - 1, STR("the")) ||
                                 geo_cue(tagger, first - 1, CUE_DIRECTION) ||
                                 geo_key_is(tagger, first - 1, STR("on"))))
            first--;
    if (first > begin && geo_cue(tagger, first - 1, CUE_UNIT)) {
        first--;
        if (first > begin && tagger->tokens[first - 1].key.size &&
            (word_at(tagger, first - 1)->upos == UPOS_NUM ||
             (tagger->tokens[first - 1].key.at[0] >= '0' &&
              tagger->tokens[first - 1].key.at[0] <= '9')))
            first--;
    }
    candidate->relation =
        (casus_span){word_at(tagger, first)->span.begin, word_at(tagger, before)->span.end};
}
