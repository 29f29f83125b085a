/* Groups that are not plain mentions of their own: named within a description of somebody ("the
 * Serb commander"), or understood from what the text has last spoken of ("the commander-in-chief").
 */
#include "coding/parties.h"
#include "coding/relations.h"
#include "coding/tree.h"
#include "text/fold.h"

enum { WORDS_BACK = 150 };

static void remember(coder_state *const coding, const casus_str text, const uint32_t actor)
{
    if (text.size < 3) return;
    const casus_str key = casus_lower(coding->arena, text);
    const uint32_t known = casus_map_get(&coding->names, key);
    const bool other = coding->names.entries.count && known != CASUS_NONE && known != actor;
    casus_map_put(&coding->names, coding->arena, key, other ? CASUS_NONE : actor);
}

void relations_index_names(coder_state *const coding)
{
    const casus_document *const document = coding->document;
    for (uint32_t i = 0; i < document->record.mentions.count; i++) {
        const casus_mention *const mention = &document->record.mentions.at[i];
        const casus_actor *const actor = &document->record.actors.at[mention->actor];
        if (mention->form != FORM_NAME || actor->kind == KIND_PERSON) continue;
        if (mention->last - mention->first > 1) continue;
        remember(coding, tree_word(document, mention->last)->form, mention->actor);
        remember(coding, tree_word(document, mention->last)->lemma, mention->actor);
    }
}

uint32_t relations_nested(coder_state *const coding, const uint32_t word)
{
    const casus_word *const at = tree_word(coding->document, word);
    if (at->upos != UPOS_PROPN && at->upos != UPOS_ADJ && at->upos != UPOS_NOUN) return CASUS_NONE;
    const uint32_t known = party_at(coding, word);
    if (known != CASUS_NONE) return known;
    return relations_nested_name(coding, word);
}

uint32_t relations_nested_name(const coder_state *const coding, const uint32_t word)
{
    const casus_word *const at = tree_word(coding->document, word);
    return relations_named(coding, at->form);
}

uint32_t relations_named(const coder_state *const coding, const casus_str word)
{
    if (!word.size || word.at[0] < 'A' || word.at[0] > 'Z') return CASUS_NONE;
    return casus_map_get(&coding->names, casus_lower(coding->arena, word));
}

uint32_t relations_capital(const coder_state *const coding, const uint32_t word)
{
    const casus_record *const record = &coding->document->record;
    const uint32_t mention = coding->document->place_at[word];
    if (mention == CASUS_NONE || party_at(coding, word) != CASUS_NONE) return CASUS_NONE;
    const uint32_t named = relations_nested_name(coding, word);
    if (named != CASUS_NONE) return named;
    const casus_place *const place = &record->places.at[record->place_mentions.at[mention].place];
    if (!casus_str_equal(place->feature, STR("PPLC"))) return CASUS_NONE;
    for (uint32_t i = 0; i < record->actors.count; i++) {
        const casus_actor *const actor = &record->actors.at[i];
        if (actor->kind == KIND_ORGANIZATION && casus_str_equal(actor->sector, STR("GOV")) &&
            casus_str_equal(actor->country, place->country) &&
            casus_str_equal(actor->cameo, place->country))
            return i;
    }
    return CASUS_NONE;
}

uint32_t relations_salient(const coder_state *const coding, const uint32_t word,
                           const uint32_t without)
{
    const casus_record *const record = &coding->document->record;
    const uint32_t first = word > WORDS_BACK ? word - WORDS_BACK : 0;
    for (uint32_t at = word; at-- > first;) {
        const uint32_t actor = party_at(coding, at);
        if (actor == CASUS_NONE || actor == without) continue;
        const casus_actor *const group = &record->actors.at[actor];
        const casus_mention *const mention = &record->mentions.at[coding->document->mention_at[at]];
        if (group->kind == KIND_ORGANIZATION && mention->form == FORM_NAME &&
            !casus_str_equal(group->sector, STR("GOV")) &&
            !casus_str_equal(group->sector, STR("IGO")) &&
            !casus_str_equal(group->sector, STR("MED")))
            return actor;
    }
    return CASUS_NONE;
}
