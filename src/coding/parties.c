#include "coding/parties.h"

#include "coding/tree.h"
#include "text/fold.h"

enum { CONJUNCT_LIMIT = 24 };

uint32_t party_at(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    if (word == CASUS_NONE || document->mention_at[word] == CASUS_NONE) return CASUS_NONE;
    return document->record.mentions.at[document->mention_at[word]].actor;
}

uint32_t party_over(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const uint32_t known = party_at(coding, word);
    if (known != CASUS_NONE || word == CASUS_NONE) return known;
    if (!coding->covers) {
        coding->covers = ARENA_ARRAY(coding->arena, uint32_t, document->words.count + 1);
        for (uint32_t i = 0; i < document->words.count; i++) coding->covers[i] = CASUS_NONE;
        for (uint32_t i = 0; i < document->record.mentions.count; i++) {
            const casus_mention *const mention = &document->record.mentions.at[i];
            for (uint32_t at = mention->first; at <= mention->last && at < document->words.count;
                 at++)
                if (mention->form == FORM_NAME) coding->covers[at] = i;
        }
    }
    const uint32_t mention = coding->covers[word];
    return mention == CASUS_NONE ? CASUS_NONE : document->record.mentions.at[mention].actor;
}

bool parties_have(const casus_refs *const refs, const uint32_t actor)
{
    for (uint32_t i = 0; i < refs->count; i++)
        if (refs->at[i] == actor) return true;
    return false;
}

void parties_add(coder_state *const coding, casus_refs *const refs, const uint32_t actor)
{
    if (actor == CASUS_NONE || parties_have(refs, actor)) return;
    VEC_PUSH(refs, coding->arena, actor);
}

bool parties_related(const coder_state *const coding, const uint32_t a, const uint32_t b)
{
    if (a == b) return true;
    if (a == CASUS_NONE || b == CASUS_NONE) return false;
    const casus_actor *const actors = coding->document->record.actors.at;
    return actors[a].affiliation == b || actors[b].affiliation == a ||
           (actors[a].affiliation != CASUS_NONE && actors[a].affiliation == actors[b].affiliation);
}

bool party_in_sectors(const casus_actor *const actor, const char *const sectors)
{
    enum { SECTOR_SIZE = 3 };
    return actor->sector.size == SECTOR_SIZE &&
           casus_str_find(casus_str_from(sectors), actor->sector) != SIZE_MAX;
}

bool party_is_press(const coder_state *const coding, const uint32_t actor)
{
    return actor != CASUS_NONE &&
           party_in_sectors(&coding->document->record.actors.at[actor], "MED");
}

bool parties_have_state(const coder_state *const coding, const casus_refs *const refs)
{
    for (uint32_t i = 0; i < refs->count; i++)
        if (party_in_sectors(&coding->document->record.actors.at[refs->at[i]], "GOV MIL COP SPY"))
            return true;
    return false;
}

void parties_add_all(coder_state *const coding, casus_refs *const refs,
                     const casus_refs *const from)
{
    for (uint32_t i = 0; i < from->count; i++) parties_add(coding, refs, from->at[i]);
}

bool parties_overlap(const coder_state *const coding, const casus_refs *const a,
                     const casus_refs *const b)
{
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t j = 0; j < b->count; j++)
            if (parties_related(coding, a->at[i], b->at[j])) return true;
    return false;
}

uint32_t party_of_country(const coder_state *const coding, const casus_place *const place)
{
    const casus_record *const record = &coding->document->record;
    for (uint32_t i = 0; i < record->actors.count; i++) {
        const casus_actor *const actor = &record->actors.at[i];
        if (actor->kind == KIND_ORGANIZATION && casus_str_equal(actor->country, place->country) &&
            casus_str_equal(actor->name, place->name))
            return i;
    }
    return CASUS_NONE;
}

uint32_t party_add(coder_state *const coding, casus_actor party, const uint32_t word,
                   const casus_span span)
{
    casus_record *const record = &coding->document->record;
    const uint32_t number = record->actors.count;
    const casus_mention mention = {.span = span,
                                   .first = word,
                                   .last = word,
                                   .head = word,
                                   .actor = number,
                                   .form = FORM_NAME};
    if (coding->document->mention_at[word] == CASUS_NONE)
        coding->document->mention_at[word] = record->mentions.count;
    VEC_PUSH(&party.mentions, coding->arena, record->mentions.count);
    VEC_PUSH(&record->mentions, coding->arena, mention);
    VEC_PUSH(&record->actors, coding->arena, party);
    return number;
}

/* The state of a country as an actor: the one that the text names already, or a new one. */
static uint32_t state_actor(coder_state *const coding, const casus_place *const place,
                            const uint32_t word)
{
    const uint32_t known = party_of_country(coding, place);
    if (known != CASUS_NONE) return known;
    return party_add(coding,
                     (casus_actor){.id = casus_lower(coding->arena, place->country),
                                   .name = place->name,
                                   .kind = KIND_ORGANIZATION,
                                   .sector = STR("GOV"),
                                   .country = place->country,
                                   .cameo = place->country,
                                   .affiliation = CASUS_NONE},
                     word, tree_word(coding->document, word)->span);
}

uint32_t party_of_place(coder_state *const coding, const casus_place *const place,
                        const uint32_t word)
{
    if (place->precision == PLACE_COUNTRY && place->country.size)
        return state_actor(coding, place, word);
    const casus_record *const record = &coding->document->record;
    for (uint32_t i = 0; i < record->actors.count; i++)
        if (record->actors.at[i].kind == KIND_PEOPLE &&
            casus_str_equal(record->actors.at[i].name, place->name))
            return i;
    return party_add(coding,
                     (casus_actor){.name = place->name,
                                   .kind = KIND_PEOPLE,
                                   .sector = STR("CVL"),
                                   .country = place->country,
                                   .affiliation = CASUS_NONE},
                     word, tree_word(coding->document, word)->span);
}

static uint32_t party_or_country(coder_state *const coding, const uint32_t word, const bool literal)
{
    const casus_document *const document = coding->document;
    const uint32_t known = party_at(coding, word);
    if (known != CASUS_NONE || word == CASUS_NONE || document->place_at[word] == CASUS_NONE)
        return known;
    const casus_place_mention *const mention =
        &document->record.place_mentions.at[document->place_at[word]];
    const casus_place *const place = &document->record.places.at[mention->place];
    if (mention->use != USE_ASSOCIATIVE && !literal) return CASUS_NONE;
    if (place->precision != PLACE_COUNTRY || !place->country.size) return CASUS_NONE;
    return state_actor(coding, place, word);
}

uint32_t party_or_state(coder_state *const coding, const uint32_t word)
{
    return party_or_country(coding, word, false);
}

static void add_group(coder_state *coding, uint32_t word, bool literal, casus_refs *refs,
                      int depth);

uint32_t party_or_land(coder_state *const coding, const uint32_t word)
{
    return party_or_country(coding, word, true);
}

/* What stands for a head that names no actor itself, nearest in meaning first: what it is made of,
 * whose it is, what kind it is. */
static uint32_t stand_in(coder_state *const coding, const uint32_t word, casus_refs *const refs,
                         const int depth)
{
    static const casus_deprel order[] = {DEP_NMOD, DEP_COMPOUND, DEP_AMOD, DEP_APPOS};
    const casus_document *const document = coding->document;
    uint32_t added = 0;
    for (size_t i = 0; i < sizeof order / sizeof *order && !added; i++) {
        for (EACH_CHILD(document, word, child)) {
            if (tree_main_deprel(document, child) != order[i]) continue;
            const casus_deprel exact = tree_deprel(document, child);
            if (order[i] == DEP_NMOD && exact != DEP_NMOD_POSS) {
                const casus_str preposition = tree_preposition(document, coding->arena, child);
                if (!casus_str_equal(preposition, STR("of")) &&
                    !casus_str_equal(preposition, STR("from")) &&
                    !casus_str_equal(preposition, STR("belonging")))
                    continue;
            }
            const uint32_t before = refs->count;
            const uint32_t party = party_or_state(coding, child);
            if (party != CASUS_NONE)
                add_group(coding, child, false, refs, CONJUNCT_LIMIT);
            else if (depth > 0 && order[i] == DEP_NMOD)
                stand_in(coding, child, refs, depth - 1);
            added += refs->count - before;
        }
    }
    return added;
}

/* "its men", "their fighters": those who have no name of their own stand for the group that has
 * them. */
static uint32_t group_of(const coder_state *const coding, const uint32_t word, const uint32_t actor)
{
    const casus_actor *const people = &coding->document->record.actors.at[actor];
    if (people->kind != KIND_PEOPLE || people->affiliation == CASUS_NONE) return actor;
    const uint32_t owner = tree_child_exact(coding->document, word, DEP_NMOD_POSS);
    const bool pronoun =
        owner != CASUS_NONE && tree_word(coding->document, owner)->upos == UPOS_PRON;
    return pronoun ? people->affiliation : actor;
}

static void add_group(coder_state *const coding, const uint32_t word, const bool literal,
                      casus_refs *const refs, const int depth)
{
    const casus_document *const document = coding->document;
    const uint32_t actor = party_or_country(coding, word, literal);
    if (actor != CASUS_NONE) {
        /* A vague noun ("people") is better than nothing; a vague pronoun is not. */
        if (!document->record.actors.at[actor].generic ||
            tree_word(document, word)->upos != UPOS_PRON)
            parties_add(coding, refs, group_of(coding, word, actor));
    } else {
        stand_in(coding, word, refs, 2);
    }
    if (depth == 0) return;
    for (EACH_CHILD(document, word, child))
        if (tree_main_deprel(document, child) == DEP_CONJ && !tree_is_verbal(document, child))
            add_group(coding, child, literal, refs, depth - 1);
}

uint32_t parties_of(coder_state *const coding, const uint32_t word, casus_refs *const refs)
{
    const uint32_t before = refs->count;
    if (word != CASUS_NONE) add_group(coding, word, false, refs, CONJUNCT_LIMIT);
    return refs->count - before;
}

uint32_t parties_met(coder_state *const coding, const uint32_t word, casus_refs *const refs)
{
    const uint32_t before = refs->count;
    if (word != CASUS_NONE) add_group(coding, word, true, refs, CONJUNCT_LIMIT);
    return refs->count - before;
}
