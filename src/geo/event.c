/* The place of an event: what its own syntax ties to it, else what stands nearest. */
#include "geo/geo.h"

enum { STEPS = 6, NO_TIE = CASUS_GEO_NO_TIE };

static const casus_place *place_of(const casus_document *const document,
                                   const casus_place_mention *const mention)
{
    return &document->record.places.at[mention->place];
}

static bool usable(const casus_document *const document, const casus_place_mention *const mention)
{
    return mention->use == USE_LITERAL && mention->place < document->record.places.count;
}

static casus_deprel label(const casus_document *const document, const uint32_t word)
{
    return casus_deprel_main((casus_deprel)document->words.at[word].deprel);
}

/* Does a place that hangs on its head by this label say where the head happens? */
static bool is_local(const casus_deprel deprel)
{
    return deprel == DEP_OBL || deprel == DEP_NMOD || deprel == DEP_COMPOUND ||
           deprel == DEP_APPOS || deprel == DEP_CONJ || deprel == DEP_FLAT ||
           deprel == DEP_ADVMOD || deprel == DEP_OBJ || deprel == DEP_LIST ||
           deprel == DEP_PARATAXIS || deprel == DEP_DEP;
}

/* How many steps up the tree lead from the place to `word`, all of them local; NO_TIE when there
 * is none. */
static uint32_t climb(const casus_document *const document, const uint32_t from,
                      const uint32_t word)
{
    uint32_t at = from;
    for (uint32_t steps = 0; steps <= STEPS; steps++) {
        if (at == word) return steps;
        if (casus_word_is_root(document, at) || !is_local(label(document, at))) return NO_TIE;
        if (steps > 0 && document->words.at[at].deprel == DEP_NMOD_POSS) return NO_TIE;
        at = document->words.at[at].head;
    }
    return NO_TIE;
}

/* The verb that a trigger noun depends on as its object, subject or complement (carried out an
 * attack in X), or the verb that governs a subordinate trigger. */
static uint32_t governor(const casus_document *const document, const uint32_t word)
{
    const casus_deprel deprel = label(document, word);
    if (casus_word_is_root(document, word)) return CASUS_NONE;
    switch (deprel) {
    case DEP_OBJ:
    case DEP_NSUBJ:
    case DEP_OBL:
    case DEP_NMOD:
    case DEP_COMPOUND:
    case DEP_XCOMP:
    case DEP_CONJ:
    case DEP_ACL:
    case DEP_ADVCL:
    case DEP_APPOS:
        return document->words.at[word].head;
    default:
        return CASUS_NONE;
    }
}

uint32_t casus_geo_tie(const casus_document *const document, const uint32_t place,
                       const uint32_t word)
{
    uint32_t at = word;
    for (uint32_t level = 0; level < 3 && at != CASUS_NONE; level++) {
        const uint32_t steps = climb(document, place, at);
        if (steps < NO_TIE) return level * 10;
        at = governor(document, at);
    }
    return NO_TIE;
}

static bool closer(const casus_document *const document, const casus_place_mention *const a,
                   const casus_place_mention *const b, const uint32_t word)
{
    const casus_place_precision x = place_of(document, a)->precision;
    const casus_place_precision y = place_of(document, b)->precision;
    if (x != y) return x < y;
    const uint32_t far_a = a->head > word ? a->head - word : word - a->head;
    const uint32_t far_b = b->head > word ? b->head - word : word - b->head;
    return far_a < far_b;
}

/* The first place mention at or behind the first word of the sentence: mentions stand in text
 * order. */
static uint32_t first_of_sentence(const casus_document *const document, const uint32_t sentence)
{
    const casus_record *const record = &document->record;
    uint32_t low = 0, high = record->place_mentions.count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (document->words.at[record->place_mentions.at[middle].head].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The best place of a sentence for the trigger; `tied` asks for a tie by syntax. */
static uint32_t in_sentence(const casus_document *const document, const uint32_t sentence,
                            const uint32_t word, const bool tied)
{
    const casus_record *const record = &document->record;
    const casus_place_mention *best = NULL;
    uint32_t best_tie = NO_TIE + 1;
    for (uint32_t i = first_of_sentence(document, sentence); i < record->place_mentions.count;
         i++) {
        const casus_place_mention *const mention = &record->place_mentions.at[i];
        if (document->words.at[mention->head].sentence != sentence) break;
        if (!usable(document, mention)) continue;
        const uint32_t now = tied ? casus_geo_tie(document, mention->head, word) : NO_TIE;
        if (tied && now == NO_TIE) continue;
        if (best && (now > best_tie || (now == best_tie && !closer(document, mention, best, word))))
            continue;
        best = mention;
        best_tie = now;
    }
    return best ? best->place : CASUS_NONE;
}

/* The word on which all others of the sentence hang. */
static uint32_t root_of(const casus_document *const document, const uint32_t sentence)
{
    const casus_sentence *const s = &document->sentences.at[sentence];
    for (uint32_t i = s->first; i < s->first + s->count; i++)
        if (casus_word_is_root(document, i)) return i;
    return s->first;
}

uint32_t casus_geo_of_event(const casus_document *const document, const uint32_t word)
{
    if (word >= document->words.count || !document->sentences.count) return CASUS_NONE;
    const uint32_t sentence = document->words.at[word].sentence;
    uint32_t place = in_sentence(document, sentence, word, true);
    if (place == CASUS_NONE) place = in_sentence(document, sentence, word, false);
    /* What a sentence before it in the paragraph is about; further off a place is a guess. */
    const uint32_t paragraph = document->sentences.at[sentence].paragraph;
    for (uint32_t s = sentence; place == CASUS_NONE && s-- > 0;) {
        if (document->sentences.at[s].paragraph != paragraph) break;
        place = in_sentence(document, s, root_of(document, s), true);
    }
    return place;
}
