/* Whether the conditions of a rule hold: what the words of an argument are, or stand for. */
#include "coding/conditions.h"

#include <stdio.h>

#include "coding/descriptions.h"
#include "coding/keys.h"
#include "coding/match.h"
#include "coding/tree.h"

static const casus_actor *actor_at(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const uint32_t mention = document->mention_at[word];
    if (mention == CASUS_NONE) return NULL;
    return &document->record.actors.at[document->record.mentions.at[mention].actor];
}

static bool is_state(const casus_actor *const actor)
{
    return actor && actor->country.size && actor->kind == KIND_ORGANIZATION &&
           casus_str_equal(actor->sector, STR("GOV"));
}

/* What stands for the actor at a name or pronoun: NULL elsewhere, where the noun speaks for itself.
 */
static const actor_nouns *described(coder_state *const coding, const uint32_t word)
{
    const casus_word *const at = tree_word(coding->document, word);
    const uint32_t mention = coding->document->mention_at[word];
    if (mention == CASUS_NONE || (at->upos != UPOS_PROPN && at->upos != UPOS_PRON)) return NULL;
    return descriptions_of(coding, coding->document->record.mentions.at[mention].actor);
}

/* "%GOV": persons of that sector belong to the class. */
static bool in_sector(const coder_state *const coding, const casus_map *const words,
                      const uint32_t word)
{
    const casus_actor *const actor = actor_at(coding, word);
    if (!actor || actor->kind != KIND_PERSON || !actor->sector.size) return false;
    char key[16];
    const int size = snprintf(key, sizeof key, "%%%.*s", (int)actor->sector.size, actor->sector.at);
    return size > 0 && size < (int)sizeof key &&
           casus_map_get(words, (casus_str){key, (size_t)size}) != CASUS_NONE;
}

/* "the Escambray hills", "Idlib province": a noun of land with a place before it. */
static bool is_place(const casus_document *const document, const uint32_t word)
{
    if (document->place_at[word] != CASUS_NONE) return true;
    if (document->mention_at[word] != CASUS_NONE || tree_word(document, word)->upos != UPOS_NOUN)
        return false;
    const uint32_t compound = tree_child(document, word, DEP_COMPOUND);
    return compound != CASUS_NONE && compound < word &&
           document->place_at[compound] != CASUS_NONE &&
           document->mention_at[compound] == CASUS_NONE;
}

bool match_in_class(coder_state *const coding, const uint32_t word, const uint16_t klass)
{
    const casus_actor *const actor = actor_at(coding, word);
    const casus_document *const document = coding->document;
    switch (klass) {
    case CLASS_ACTOR:
        return actor != NULL;
    case CLASS_ARMED:
        return actor && actor->armed;
    case CLASS_HUMAN:
        return actor && actor->kind != KIND_ORGANIZATION;
    case CLASS_STATE:
        return is_state(actor);
    case CLASS_PLACE:
        return is_place(document, word);
    case CLASS_EVENT:
        return match_is_event_noun(coding, word);
    case CLASS_NONACTOR:
        return !actor;
    default:
        break;
    }
    const casus_map *const words = &coding->ontology->class_words[klass];
    if (casus_map_get(words, key_of_word(coding, word)) != CASUS_NONE ||
        casus_map_get(words, key_of_form(coding, word)) != CASUS_NONE)
        return true;
    const casus_str compound = key_with_compound(coding, word);
    if (compound.size && casus_map_get(words, compound) != CASUS_NONE) return true;
    const casus_str genitive = key_with_genitive(coding, word);
    if (genitive.size && casus_map_get(words, genitive) != CASUS_NONE) return true;
    const actor_nouns *const nouns = described(coding, word);
    for (uint32_t i = 0; nouns && i < nouns->count; i++)
        if (casus_map_get(words, nouns->at[i]) != CASUS_NONE) return true;
    return in_sector(coding, words, word);
}

static bool word_meets(coder_state *const coding, const lex_condition *const condition,
                       const uint32_t word)
{
    const casus_str key = key_of_word(coding, word);
    const casus_str compound =
        condition->words.count ? key_with_compound(coding, word) : (casus_str){NULL, 0};
    const casus_str genitive =
        condition->words.count ? key_with_genitive(coding, word) : (casus_str){NULL, 0};
    const casus_str form = key_of_form(coding, word);
    for (uint32_t i = 0; i < condition->words.count; i++) {
        if (casus_str_equal(condition->words.at[i], key)) return true;
        if (casus_str_equal(condition->words.at[i], form)) return true;
        if (compound.size && casus_str_equal(condition->words.at[i], compound)) return true;
        if (genitive.size && casus_str_equal(condition->words.at[i], genitive)) return true;
    }
    for (uint32_t i = 0; i < condition->classes.count; i++)
        if (match_in_class(coding, word, condition->classes.at[i])) return true;
    const actor_nouns *const nouns = described(coding, word);
    for (uint32_t i = 0; nouns && i < nouns->count; i++)
        for (uint32_t j = 0; j < condition->words.count; j++)
            if (casus_str_equal(condition->words.at[j], nouns->at[i])) return true;
    return false;
}

/* "a third of the army", "two planeloads of grain", "14 of its couriers", "the first of four
 * tanks": what is measured, or CASUS_NONE. */
static uint32_t measured(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const uint8_t upos = tree_word(document, word)->upos;
    if (upos != UPOS_NUM && upos != UPOS_ADJ && !match_is(coding, WORDS_QUANTITY, word))
        return CASUS_NONE;
    for (EACH_CHILD(document, word, child))
        if (child > word && tree_main_deprel(document, child) == DEP_NMOD &&
            casus_str_equal(tree_preposition(document, coding->arena, child), STR("of")))
            return child;
    return CASUS_NONE;
}

static bool group_meets(coder_state *const coding, const lex_condition *const condition,
                        const uint32_t word, const int depth)
{
    if (word_meets(coding, condition, word)) return true;
    const uint32_t inner = depth > 0 ? measured(coding, word) : CASUS_NONE;
    if (inner != CASUS_NONE && group_meets(coding, condition, inner, depth - 1)) return true;
    const casus_document *const document = coding->document;
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (depth > 0 && deprel == DEP_CONJ && group_meets(coding, condition, child, depth - 1))
            return true;
    }
    return false;
}

static bool anywhere_meets(coder_state *const coding, const lex_condition *const condition,
                           const uint32_t word)
{
    uint32_t first, last;
    tree_extent(coding->document, tree_clause(coding->document, word), &first, &last);
    for (uint32_t i = first; i <= last; i++)
        if (word_meets(coding, condition, i)) return true;
    return false;
}

bool condition_holds(coder_state *const coding, const lex_condition *const condition,
                     const coder_frame *const frame)
{
    bool found = false;
    if (condition->argument == ARG_ANY) {
        found = anywhere_meets(coding, condition, frame->word);
    } else if (condition->argument == ARG_SELF || condition->argument == ARG_HEAD) {
        found = word_meets(coding, condition, frame->word);
    } else {
        for (uint32_t i = 0; i < frame->count && !found; i++)
            if (frame->arguments[i].key == condition->argument)
                found = group_meets(coding, condition, frame->arguments[i].word, 6);
    }
    return found != condition->negated;
}

bool match_head_meets(coder_state *const coding, const lex_rule *const rule, const uint32_t head)
{
    for (uint32_t i = 0; i < rule->conditions.count; i++)
        if (word_meets(coding, &rule->conditions.at[i], head) == rule->conditions.at[i].negated)
            return false;
    return true;
}
