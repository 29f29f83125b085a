/* Who speaks, where the word for the speaker names no actor or the wrong one. */
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"

enum { CARRY = 3 }; /* sentences through which "he said" goes on with who spoke before */

static bool is_state_of(const casus_actor *const actor, const casus_str country)
{
    return actor->kind == KIND_ORGANIZATION && casus_str_equal(actor->country, country) &&
           casus_str_equal(actor->sector, STR("GOV")) && casus_str_equal(actor->cameo, country);
}

static void add_mention(coder_state *const coding, const uint32_t word, const uint32_t number)
{
    casus_record *const record = &coding->document->record;
    const casus_mention mention = {.span = tree_word(coding->document, word)->span,
                                   .first = word,
                                   .last = word,
                                   .head = word,
                                   .actor = number,
                                   .form = FORM_NAME};
    coding->document->mention_at[word] = record->mentions.count;
    VEC_PUSH(&record->actors.at[number].mentions, coding->arena, record->mentions.count);
    VEC_PUSH(&record->mentions, coding->arena, mention);
}

/* "Lusaka bristled at the charge": a capital that speaks is its state. */
static bool add_capital(coder_state *const coding, const uint32_t word, casus_refs *const speakers)
{
    const casus_document *const document = coding->document;
    casus_record *const record = &coding->document->record;
    if (document->mention_at[word] != CASUS_NONE || document->place_at[word] == CASUS_NONE)
        return false;
    const casus_place *const place =
        &record->places.at[record->place_mentions.at[document->place_at[word]].place];
    if (!casus_str_equal(place->feature, STR("PPLC")) || !place->country.size) return false;
    uint32_t number = 0;
    while (number < record->actors.count &&
           !is_state_of(&record->actors.at[number], place->country))
        number++;
    if (number == record->actors.count) {
        const casus_actor state = {.name = place->name,
                                   .kind = KIND_ORGANIZATION,
                                   .sector = STR("GOV"),
                                   .country = place->country,
                                   .cameo = place->country,
                                   .affiliation = CASUS_NONE};
        VEC_PUSH(&record->actors, coding->arena, state);
    }
    add_mention(coding, word, number);
    parties_add(coding, speakers, number);
    return true;
}

/* "a rights group, X": the name beside a description says more. */
static bool add_name_beside(coder_state *const coding, const uint32_t word,
                            casus_refs *const speakers)
{
    const casus_document *const document = coding->document;
    const uint32_t own = document->mention_at[word];
    if (own != CASUS_NONE && document->record.mentions.at[own].form == FORM_NAME) return false;
    for (EACH_CHILD(document, word, child)) {
        if (tree_main_deprel(document, child) != DEP_APPOS) continue;
        const uint32_t number = document->mention_at[child];
        if (number == CASUS_NONE || document->record.mentions.at[number].form != FORM_NAME)
            continue;
        parties_add(coding, speakers, document->record.mentions.at[number].actor);
        return true;
    }
    return false;
}

void speakers_of(coder_state *const coding, const uint32_t word, casus_refs *const speakers)
{
    if (word == CASUS_NONE || add_capital(coding, word, speakers)) return;
    if (add_name_beside(coding, word, speakers)) return;
    parties_of(coding, word, speakers);
}

/* The last mention of the actor before the word that is no pronoun, or CASUS_NONE. */
static uint32_t last_name(const casus_document *const document, const uint32_t actor,
                          const uint32_t word)
{
    const casus_actor *const who = &document->record.actors.at[actor];
    uint32_t found = CASUS_NONE;
    for (uint32_t i = 0; i < who->mentions.count; i++) {
        const casus_mention *const mention = &document->record.mentions.at[who->mentions.at[i]];
        if (mention->form != FORM_PRONOUN && mention->head < word) found = mention->head;
    }
    return found;
}

void speakers_carry_on(coder_state *const coding, attribution *const said, const uint32_t subject)
{
    const casus_document *const document = coding->document;
    const attributions *const all = coding->attributions;
    if (subject == CASUS_NONE || tree_word(document, subject)->upos != UPOS_PRON ||
        !all->list.count)
        return;
    const attribution *const before = &all->list.at[all->list.count - 1];
    if (said->sentence - before->sentence > CARRY || before->sentence == said->sentence) return;
    if (said->speakers.count) {
        /* One who is only spoken of in what is said does not say it. */
        const uint32_t name = last_name(document, said->speakers.at[0], subject);
        if (name == CASUS_NONE || !attribution_holds(coding, said, name)) return;
    } else if (!(tree_word(document, subject)->features & FEAT_THIRD)) {
        return;
    }
    said->speakers = (casus_refs){0};
    for (uint32_t i = 0; i < before->speakers.count; i++)
        parties_add(coding, &said->speakers, before->speakers.at[i]);
    said->carried = true;
}
