/* Figures and words of harm in a sentence, and the way from one to the other. */
#include <stdio.h>

#include "coding/parties.h"
#include "coding/tolls.h"
#include "coding/tree.h"

enum { CLIMB = 4, FAR_COST = 16, STEP_COST = 3, NOUN_REACH = 4 };

static const struct {
    engine_words plain, perhaps;
    casus_effect effect;
} classes[] = {
    {WORDS_FIGURE_KILLED, WORDS_FIGURE_KILLED_PERHAPS, EFFECT_KILLED},
    {WORDS_FIGURE_INJURED, WORDS_FIGURE_INJURED_PERHAPS, EFFECT_INJURED},
    {WORDS_FIGURE_MISSING, WORDS_FIGURE_MISSING_PERHAPS, EFFECT_MISSING},
    {WORDS_FIGURE_DISPLACED, WORDS_FIGURE_DISPLACED_PERHAPS, EFFECT_DISPLACED},
    {WORDS_FIGURE_DETAINED, WORDS_FIGURE_DETAINED_PERHAPS, EFFECT_DETAINED},
    {WORDS_FIGURE_ABDUCTED, WORDS_FIGURE_ABDUCTED_PERHAPS, EFFECT_ABDUCTED},
    {WORDS_FIGURE_SURRENDERED, WORDS_FIGURE_SURRENDERED_PERHAPS, EFFECT_SURRENDERED},
};

static void add_cue(const coder_state *const coding, toll_sentence *const found,
                    const uint32_t word, const casus_effect effect, const bool plain)
{
    for (uint32_t i = found->cues.count; i-- > 0 && found->cues.at[i].word == word;)
        if (found->cues.at[i].effect == effect) return;
    VEC_PUSH(&found->cues, coding->arena, (toll_cue){word, effect, plain});
}

static void find_cues(const coder_state *const coding, const casus_sentence *const sentence,
                      toll_sentence *const found)
{
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const uint32_t number = coding->drafts->at[i];
        const int effect = number == CASUS_NONE ? -1 : coding->drafts->list.at[number].rule->effect;
        for (size_t k = 0; k < sizeof classes / sizeof *classes; k++) {
            const bool plain =
                (int)classes[k].effect == effect || match_is(coding, classes[k].plain, i);
            if (plain || match_is(coding, classes[k].perhaps, i))
                add_cue(coding, found, i, classes[k].effect, plain);
        }
    }
}

/* The word of the number that the others hang on, and what it counts. */
static uint32_t counted(const casus_document *const document, const uint32_t first,
                        const uint32_t last)
{
    uint32_t top = last;
    for (uint32_t i = last + 1; i-- > first;) {
        const uint32_t head = tree_word(document, i)->head;
        if (head < first || head > last || head == i) {
            top = i;
            if (tree_word(document, i)->upos == UPOS_NUM) break;
        }
    }
    const uint32_t head = tree_word(document, top)->head;
    const casus_deprel deprel = tree_main_deprel(document, top);
    const bool modifies = deprel == DEP_NUMMOD || deprel == DEP_DET || deprel == DEP_AMOD ||
                          deprel == DEP_COMPOUND || deprel == DEP_ADVMOD || deprel == DEP_NMOD;
    return modifies && head > last && head - last <= NOUN_REACH && tree_is_nominal(document, head)
               ? head
               : top;
}

static uint32_t victims_of(const coder_state *const coding, const uint32_t head)
{
    const uint32_t own = party_at(coding, head);
    if (own != CASUS_NONE) return own;
    const uint32_t whole = tree_child(coding->document, head, DEP_NMOD);
    return whole == CASUS_NONE ? CASUS_NONE : party_at(coding, whole);
}

/* "a trader", "his driver": one person, described; what the judge makes of it depends on how. */
static bool is_person(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const casus_word *const at = tree_word(document, word);
    if (at->upos != UPOS_NOUN || (at->features & FEAT_PLURAL)) return false;
    const uint32_t actor = party_at(coding, word);
    if (actor == CASUS_NONE || document->record.actors.at[actor].kind != KIND_PERSON) return false;
    return document->record.mentions.at[document->mention_at[word]].form != FORM_PRONOUN;
}

static void find_tolls(const coder_state *const coding, const casus_sentence *const sentence,
                       toll_sentence *const found)
{
    const casus_document *const document = coding->document;
    const uint32_t end = sentence->first + sentence->count;
    uint32_t covered_head = CASUS_NONE;
    for (uint32_t i = sentence->first; i < end;) {
        toll one = {.first = i};
        const uint32_t covered =
            document->time_at[i] != CASUS_NONE
                ? 0
                : casus_text_number(coding->coder->text, document, i, &one.min, &one.max);
        if (covered) {
            one.last = i + covered - 1;
            one.head = covered_head = counted(document, one.first, one.last);
            one.span = tree_span(document, one.first, one.last);
        } else if (i != covered_head && is_person(coding, i)) {
            uint32_t last;
            one.min = one.max = 1;
            one.single = true;
            one.head = one.last = i;
            tree_phrase(document, i, &one.first, &last);
            one.span = tree_span(document, one.first, i);
        }
        if (covered || one.single) {
            one.victims = victims_of(coding, one.head);
            VEC_PUSH(&found->tolls, coding->arena, one);
        }
        i += covered ? covered : 1;
    }
}

void tolls_find(const coder_state *const coding, const uint32_t sentence,
                toll_sentence *const found)
{
    found->sentence = sentence;
    found->tolls.count = found->cues.count = 0;
    find_tolls(coding, &coding->document->sentences.at[sentence], found);
    if (found->tolls.count) find_cues(coding, &coding->document->sentences.at[sentence], found);
}

static void append(toll_path *const path, const char *const prefix, const casus_deprel deprel)
{
    const size_t size = strlen(path->text);
    snprintf(path->text + size, sizeof path->text - size, "%s%s", prefix,
             casus_deprel_name(deprel));
}

toll_path tolls_path(const casus_document *const document, const toll *const one,
                     const uint32_t cue)
{
    toll_path path = {.text = "", .length = 0};
    const uint32_t gap = cue < one->first  ? one->first - cue
                         : cue > one->last ? cue - one->last
                                           : 0;
    uint32_t up = one->head, best_up = 0, best_down = UINT32_MAX;
    /* The lowest word over both, within reach of each. */
    for (uint32_t i = 0; i <= CLIMB && best_down == UINT32_MAX; i++) {
        uint32_t down = cue;
        for (uint32_t j = 0; j <= CLIMB; j++) {
            if (down == up) {
                best_up = i;
                best_down = j;
                break;
            }
            if (casus_word_is_root(document, down)) break;
            down = tree_word(document, down)->head;
        }
        if (casus_word_is_root(document, up)) break;
        up = tree_word(document, up)->head;
    }
    if (best_down == UINT32_MAX) {
        snprintf(path.text, sizeof path.text, "far");
        path.length = UINT32_MAX;
        path.cost = FAR_COST + gap;
        return path;
    }
    /* Co-ordinated nouns share the way of the first. */
    for (uint32_t i = 0, at = one->head; i < best_up; i++, at = tree_word(document, at)->head) {
        if (tree_deprel(document, at) == DEP_CONJ && !tree_is_verbal(document, at)) continue;
        append(&path, "<", tree_deprel(document, at));
        path.length++;
    }
    for (uint32_t i = 0, at = cue; i < best_down; i++, at = tree_word(document, at)->head) {
        append(&path, ">", tree_deprel(document, at));
        path.length++;
    }
    if (!path.length) snprintf(path.text, sizeof path.text, "self");
    path.cost = path.length * STEP_COST + gap / 2;
    return path;
}
