/* Figures of victims as the words stand, for sentences whose tree does not tell: "16 civilians dead
 * and 20 hurt", "the toll rose to 31", "cost 150 lives". */
#include <stdlib.h>

#include "coding/drafts.h"
#include "coding/parties.h"
#include "coding/tree.h"

enum { REACH = 9, TOLL_REACH = 7, BACK_LIMIT = 2, ADDED_REACH = 16, HEDGE_REACH = 5 };

typedef struct figure {
    casus_count count;
    uint32_t cue; /* the word that says what became of them */
} figure;

static const struct {
    engine_words words;
    casus_effect effect;
} cues[] = {{WORDS_FIGURE_KILLED, EFFECT_KILLED},
            {WORDS_FIGURE_INJURED, EFFECT_INJURED},
            {WORDS_FIGURE_MISSING, EFFECT_MISSING},
            {WORDS_FIGURE_DISPLACED, EFFECT_DISPLACED}};

static bool is_present_participle(const casus_word *const word)
{
    return (word->features & FEAT_GERUND) ||
           ((word->features & FEAT_PARTICIPLE) && (word->features & FEAT_PRESENT));
}

/* "five rebels killed 13", "and wounding": who comes before an active verb did it. */
static bool is_active(const casus_document *const document, const uint32_t word)
{
    const casus_word *const at = tree_word(document, word);
    if (at->upos != UPOS_VERB || tree_is_passive(document, word)) return false;
    return is_present_participle(at) || tree_child(document, word, DEP_OBJ) != CASUS_NONE;
}

static bool effect_of(const coder_state *const coding, const uint32_t word,
                      casus_effect *const effect)
{
    const casus_document *const document = coding->document;
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
        if (!match_is(coding, cues[i].words, word)) continue;
        *effect = cues[i].effect;
        return !is_active(document, word);
    }
    return false;
}

/* Lives are lost, claimed, taken or cost; elsewhere they are lived. */
static bool needs_verb(const coder_state *const coding, const uint32_t cue, const uint32_t number)
{
    if (!match_is(coding, WORDS_FIGURE_LIFE, cue)) return false;
    const uint32_t first =
        coding->document->sentences.at[tree_word(coding->document, cue)->sentence].first;
    for (uint32_t i = number; i > first && number - i < REACH; i--)
        if (match_is(coding, WORDS_FIGURE_LIFE_VERB, i - 1)) return false;
    return true;
}

static bool may_stand_between(const casus_word *const word)
{
    switch (word->upos) {
    case UPOS_ADJ:
    case UPOS_NOUN:
    case UPOS_PROPN:
    case UPOS_DET:
    case UPOS_AUX:
    case UPOS_PRON:
    case UPOS_CCONJ:
    case UPOS_NUM:
    case UPOS_ADV:
    case UPOS_PART:
        return true;
    case UPOS_ADP:
        return true;
    default:
        return false;
    }
}

/* The cue behind the number, over the words of the counted phrase. */
static bool find_cue(const coder_state *const coding, const uint32_t number, const uint32_t behind,
                     figure *const found)
{
    const casus_document *const document = coding->document;
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, number)->sentence];
    const uint32_t end = sentence->first + sentence->count;
    for (uint32_t i = behind; i < end && i - behind < REACH; i++) {
        if (match_is(coding, WORDS_FIGURE_UNIT, i)) return false;
        if (effect_of(coding, i, &found->count.effect)) {
            found->cue = i;
            return !needs_verb(coding, i, number);
        }
        if (found->count.victims == CASUS_NONE) found->count.victims = party_at(coding, i);
        if (!may_stand_between(tree_word(document, i))) return false;
    }
    return false;
}

/* "wounding at least five others": the verb before the number, over what hedges it. */
static bool find_verb_before(const coder_state *const coding, const uint32_t number,
                             figure *const found)
{
    const casus_document *const document = coding->document;
    const uint32_t first = document->sentences.at[tree_word(document, number)->sentence].first;
    for (uint32_t i = number; i > first && number - i < HEDGE_REACH; i--) {
        const casus_word *const before = tree_word(document, i - 1);
        if (before->upos == UPOS_VERB) {
            for (size_t k = 0; k < sizeof cues / sizeof *cues; k++) {
                if (!match_is(coding, cues[k].words, i - 1) || !is_present_participle(before))
                    continue;
                found->cue = i - 1;
                found->count.effect = cues[k].effect;
                found->count.victims =
                    number + 1 < document->words.count ? party_at(coding, number + 1) : CASUS_NONE;
                return true;
            }
            return false;
        }
        if (before->upos != UPOS_ADP && before->upos != UPOS_ADJ && before->upos != UPOS_ADV &&
            before->upos != UPOS_DET)
            return false;
    }
    return false;
}

/* "the toll rose to 31", "put the dead at 30" */
static bool find_toll(const coder_state *const coding, const uint32_t number, figure *const found)
{
    const casus_document *const document = coding->document;
    const uint32_t first = document->sentences.at[tree_word(document, number)->sentence].first;
    if (number == first || !match_is(coding, WORDS_TOLL_PREPOSITION, number - 1)) return false;
    for (uint32_t i = number - 1; i > first && number - i < TOLL_REACH; i--) {
        if (!match_is(coding, WORDS_TOLL, i - 1)) continue;
        found->cue = i - 1;
        found->count.effect = EFFECT_KILLED;
        return true;
    }
    return false;
}

static bool is_part(const coder_state *const coding, const uint32_t number)
{
    const uint32_t first =
        coding->document->sentences.at[tree_word(coding->document, number)->sentence].first;
    for (uint32_t i = number; i > first && number - i < BACK_LIMIT; i--)
        if (match_is(coding, WORDS_PART_MARKER, i - 1)) return true;
    return false;
}

/* The drafts of a sentence stand together; the few that figures added stand at the end. */
static uint32_t first_of_sentence(const coder_state *const coding, const uint32_t sentence)
{
    uint32_t low = 0, high = coding->drafts->sorted;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (coding->drafts->list.at[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t next_of_sentence(const coder_state *const coding, const uint32_t at,
                                 const uint32_t sentence)
{
    const drafts *const all = coding->drafts;
    if (at < all->sorted && all->list.at[at].sentence == sentence) return at;
    uint32_t added = at < all->sorted ? all->sorted : at;
    if (all->list.count - added > ADDED_REACH) added = all->list.count - ADDED_REACH;
    while (added < all->list.count && all->list.at[added].sentence != sentence) added++;
    return added;
}

#define EACH_DRAFT_OF(coding, sentence, i)                                                         \
    uint32_t i = next_of_sentence(coding, first_of_sentence(coding, sentence), sentence);          \
    (i) < (coding)->drafts->list.count;                                                            \
    (i) = next_of_sentence(coding, (i) + 1, sentence)

static bool already_counted(const coder_state *const coding, const figure *const found)
{
    const uint32_t sentence = tree_word(coding->document, found->cue)->sentence;
    for (EACH_DRAFT_OF(coding, sentence, i)) {
        const casus_event *const event = &coding->drafts->list.at[i].event;
        for (uint32_t j = 0; j < event->counts.count; j++)
            if (event->counts.at[j].effect == found->count.effect &&
                event->counts.at[j].span.begin < found->count.span.end &&
                found->count.span.begin < event->counts.at[j].span.end)
                return true;
    }
    return false;
}

/* The violence that the sentence tells of, nearest to the cue. */
static event_draft *violence_near(const coder_state *const coding, const uint32_t cue)
{
    event_draft *best = NULL;
    const uint32_t sentence = tree_word(coding->document, cue)->sentence;
    for (EACH_DRAFT_OF(coding, sentence, i)) {
        event_draft *const draft = &coding->drafts->list.at[i];
        if (draft->event.type != EVENT_ASSAULT) continue;
        const uint32_t distance = draft->word > cue ? draft->word - cue : cue - draft->word;
        const uint32_t least = !best              ? UINT32_MAX
                               : best->word > cue ? best->word - cue
                                                  : cue - best->word;
        if (distance < least) best = draft;
    }
    return best;
}

static void attach(coder_state *const coding, const figure *const found)
{
    event_draft *draft = violence_near(coding, found->cue);
    if (!draft)
        draft =
            drafts_add(coding, found->cue, ontology_find(coding->ontology, STR("casualty-figure")));
    if (!draft) return;
    VEC_PUSH(&draft->event.counts, coding->arena, found->count);
    if (!draft->event.target.count && found->count.victims != CASUS_NONE &&
        !parties_have(&draft->event.source, found->count.victims))
        parties_add(coding, &draft->event.target, found->count.victims);
}

static int by_word(const void *const a, const void *const b)
{
    const uint32_t x = ((const event_draft *)a)->word, y = ((const event_draft *)b)->word;
    return (x > y) - (x < y);
}

/* Text order again, with the drafts that figures added at the end. */
static void sort_drafts(const coder_state *const coding)
{
    drafts *const all = coding->drafts;
    qsort(all->list.at, all->list.count, sizeof *all->list.at, by_word);
    for (uint32_t i = 0; i < all->list.count; i++) all->at[all->list.at[i].word] = i;
}

/* "sentenced 19 men to death": what a court metes out is no toll. */
static bool is_penalty(const coder_state *const coding, const uint32_t cue)
{
    const casus_document *const document = coding->document;
    if (tree_main_deprel(document, cue) != DEP_OBL && tree_main_deprel(document, cue) != DEP_NMOD)
        return false;
    if (!casus_str_equal(tree_preposition(document, coding->arena, cue), STR("to"))) return false;
    for (uint32_t at = tree_word(document, cue)->head;; at = tree_word(document, at)->head) {
        const uint32_t number = coding->drafts->at[at];
        if (number != CASUS_NONE) return coding->drafts->list.at[number].event.type == EVENT_COERCE;
        if (casus_word_is_root(document, at)) return false;
    }
}

void figures_find(coder_state *const coding)
{
    const uint32_t before = coding->drafts->sorted = coding->drafts->list.count;
    const casus_document *const document = coding->document;
    for (uint32_t i = 0; i < document->words.count;) {
        figure found = {.count = {.victims = CASUS_NONE, .by = CASUS_NONE}};
        const uint32_t covered = document->time_at[i] != CASUS_NONE
                                     ? 0
                                     : casus_text_number(coding->coder->text, document, i,
                                                         &found.count.min, &found.count.max);
        const bool told =
            covered && !is_part(coding, i) &&
            (find_verb_before(coding, i, &found) || find_cue(coding, i, i + covered, &found) ||
             find_toll(coding, i, &found));
        if (told) {
            found.count.span = tree_span(document, i, i + covered - 1);
            found.count.text = casus_document_text(document, found.count.span);
            if (!already_counted(coding, &found) && !is_penalty(coding, found.cue))
                attach(coding, &found);
        }
        i += covered ? covered : 1;
    }
    if (coding->drafts->list.count > before) sort_drafts(coding);
}
