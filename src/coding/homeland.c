#include "coding/homeland.h"

#include "coding/parties.h"
#include "coding/tree.h"

enum { DEPTH = 3, MENTIONS = 8 };

/* The countries that one stretch of text names: none, one, or several. */
typedef struct lands {
    casus_str only;
    bool several;
} lands;

typedef struct land_count {
    casus_str country;
    uint32_t count;
} land_count;

typedef struct homelands {
    coder_state *coding;
    lands *sentences; /* by sentence */
    lands all;
    VEC(land_count) counts;
    uint32_t total;
    casus_str prevailing; /* two thirds of all that the text names of countries; empty for none */
} homelands;

static bool is_international(const casus_actor *const actor)
{
    static const char sectors[] = "IGO NGO MNC";
    return party_in_sectors(actor, sectors);
}

static void take_land(lands *const to, const casus_str country)
{
    if (!to->only.size)
        to->only = country;
    else if (!casus_str_equal(to->only, country))
        to->several = true;
}

static void count_land(homelands *const home, const uint32_t word, const casus_str country)
{
    if (!country.size) return;
    take_land(&home->sentences[tree_word(home->coding->document, word)->sentence], country);
    take_land(&home->all, country);
    home->total++;
    for (uint32_t i = 0; i < home->counts.count; i++)
        if (casus_str_equal(home->counts.at[i].country, country)) {
            home->counts.at[i].count++;
            return;
        }
    VEC_PUSH(&home->counts, home->coding->arena, (land_count){country, 1});
}

/* "a Sudanese newspaper said": where news comes from is not what it is about. */
static bool is_of_media(const homelands *const home, const uint32_t word)
{
    const casus_document *const document = home->coding->document;
    const uint32_t party = party_at(home->coding, word);
    const uint32_t head = tree_word(document, word)->head;
    const uint32_t whose = head == word ? CASUS_NONE : party_at(home->coding, head);
    return party_is_press(home->coding, party) || party_is_press(home->coding, whose);
}

static void survey(homelands *const home)
{
    const casus_document *const document = home->coding->document;
    const casus_record *const record = &document->record;
    for (uint32_t i = 0; i < record->place_mentions.count; i++) {
        const casus_place_mention *const one = &record->place_mentions.at[i];
        if (!is_of_media(home, one->head))
            count_land(home, one->head, record->places.at[one->place].country);
    }
    for (uint32_t i = 0; i < record->mentions.count; i++) {
        const casus_mention *const one = &record->mentions.at[i];
        if (document->place_at[one->head] == CASUS_NONE && !is_of_media(home, one->head))
            count_land(home, one->head, record->actors.at[one->actor].country);
    }
    for (uint32_t i = 0; i < home->counts.count; i++)
        if (home->counts.at[i].count * 3 >= home->total * 2)
            home->prevailing = home->counts.at[i].country;
}

static casus_str land_at(const homelands *const home, const uint32_t word)
{
    const casus_document *const document = home->coding->document;
    const casus_record *const record = &document->record;
    const uint32_t number = document->place_at[word];
    if (number != CASUS_NONE) {
        const casus_place_mention *const mention = &record->place_mentions.at[number];
        const casus_place *const place = &record->places.at[mention->place];
        /* "Roman Catholics" are not of Rome. */
        const bool adjective = mention->use == USE_ASSOCIATIVE &&
                               tree_word(document, word)->upos == UPOS_ADJ &&
                               place->precision < PLACE_COUNTRY;
        return adjective ? (casus_str){NULL, 0} : place->country;
    }
    const uint32_t party = party_at(home->coding, word);
    return party == CASUS_NONE ? (casus_str){NULL, 0} : record->actors.at[party].country;
}

/* Whether a modifier by this preposition tells whose somebody is: those of and from a land; those
 * in it where they are at home there. */
static bool tells_home(const homelands *const home, const uint32_t word,
                       const casus_actor *const actor)
{
    static const char abroad[] = "MIL REF BUS SPY UNK";
    coder_state *const coding = home->coding;
    const casus_str preposition = tree_preposition(coding->document, coding->arena, word);
    if (!preposition.size || casus_str_equal(preposition, STR("of")) ||
        casus_str_equal(preposition, STR("from")))
        return true;
    const uint32_t mark = tree_child(coding->document, word, DEP_CASE);
    return !party_in_sectors(actor, abroad) && match_is(coding, WORDS_HOME_PREPOSITION, mark);
}

/* "demonstrators at the Danish embassy": what they are at is not their home. */
static bool is_beside(const homelands *const home, const uint32_t word)
{
    const uint32_t mark = tree_child(home->coding->document, word, DEP_CASE);
    return tree_main_deprel(home->coding->document, word) == DEP_NMOD &&
           match_is(home->coding, WORDS_HOME_PREPOSITION, mark);
}

/* The country that the words hung on a head name, nearest first: "Harare police", "the rebels in
 * Darfur", "refugees who fled from Burundi". */
static casus_str land_under(const homelands *const home, const uint32_t word,
                            const casus_actor *const actor, const int depth)
{
    const casus_document *const document = home->coding->document;
    casus_str found = {NULL, 0};
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        const bool flight = deprel == DEP_ACL && casus_str_equal(actor->sector, STR("REF"));
        const bool inside = deprel == DEP_AMOD || deprel == DEP_COMPOUND || deprel == DEP_NMOD ||
                            deprel == DEP_APPOS || deprel == DEP_FLAT;
        if (found.size || (!inside && !flight)) continue;
        if (deprel == DEP_NMOD && !tells_home(home, child, actor)) continue;
        found = land_at(home, child);
        if (!found.size && depth > 0 && !is_beside(home, child))
            found = land_under(home, child, actor, depth - 1);
        for (EACH_CHILD(document, child, inner))
            if (flight && !found.size &&
                (tree_main_deprel(document, inner) == DEP_OBJ ||
                 tree_main_deprel(document, inner) == DEP_OBL)) {
                found = land_at(home, inner);
                if (!found.size) found = land_under(home, inner, actor, depth - 1);
            }
    }
    return found;
}

/* An international body named within the words of a mention: "U.N. mediator X". */
static bool is_of_body(const homelands *const home, const uint32_t word, const int depth)
{
    const casus_document *const document = home->coding->document;
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (deprel != DEP_AMOD && deprel != DEP_COMPOUND && deprel != DEP_NMOD &&
            deprel != DEP_FLAT && deprel != DEP_APPOS)
            continue;
        if (deprel == DEP_NMOD && tree_child(document, child, DEP_CASE) != CASUS_NONE &&
            !tree_lemma_is(document, tree_child(document, child, DEP_CASE), "of") &&
            tree_deprel(document, child) != DEP_NMOD_POSS)
            continue;
        const uint32_t party = party_over(home->coding, child);
        if (party != CASUS_NONE &&
            casus_str_equal(document->record.actors.at[party].sector, STR("IGO")))
            return true;
        if (depth > 0 && is_of_body(home, child, depth - 1)) return true;
    }
    return false;
}

/* What a mention's own words say. */
static bool read_mention(const homelands *const home, casus_actor *const actor,
                         const casus_mention *const mention)
{
    static const char guests[] = "REF CVL ETH";
    if (mention->form == FORM_PRONOUN) return false;
    if (!party_in_sectors(actor, guests) && is_of_body(home, mention->head, DEPTH - 1)) {
        actor->sector = STR("IGO");
        return true;
    }
    const casus_str land = land_under(home, mention->head, actor, DEPTH);
    if (land.size) actor->country = land;
    return land.size > 0;
}

/* "the Ivorian government and rebels": of those named side by side one tells for all. */
static bool read_beside(const homelands *const home, casus_actor *const actor,
                        const casus_mention *const mention)
{
    const casus_document *const document = home->coding->document;
    const uint32_t first = tree_first_conjunct(document, mention->head);
    if (first == mention->head || mention->form != FORM_NOMINAL) return false;
    const uint32_t party = party_at(home->coding, first);
    if (party == CASUS_NONE || tree_child(document, first, DEP_CASE) != CASUS_NONE) return false;
    actor->country = document->record.actors.at[party].country;
    return actor->country.size > 0;
}

/* Diplomats, observers, foreign troops: not of the land that they are in. */
static bool is_stranger(const homelands *const home, const casus_mention *const mention)
{
    const casus_document *const document = home->coding->document;
    if (match_is(home->coding, WORDS_STRANGER, mention->head)) return true;
    for (uint32_t word = mention->first; word <= mention->last && word < document->words.count;
         word++)
        if (match_is(home->coding, WORDS_STRANGER, word)) return true;
    for (EACH_CHILD(document, mention->head, child))
        if (match_is(home->coding, WORDS_STRANGER, child)) return true;
    return false;
}

/* "U.N. aid convoys" are the body's, though aid is the business of others. */
static void read_agency(const homelands *const home, casus_actor *const actor)
{
    const casus_record *const record = &home->coding->document->record;
    if (actor->id.size || !casus_str_equal(actor->sector, STR("NGO"))) return;
    for (uint32_t i = 0; i < actor->mentions.count && i < MENTIONS; i++)
        if (is_of_body(home, record->mentions.at[actor->mentions.at[i]].head, DEPTH - 1))
            actor->sector = STR("IGO");
}

/* The only country of the sentence, else of the text; in longer texts it has to be the one that
 * they are about. */
static casus_str land_around(const homelands *const home, const uint32_t word)
{
    const casus_document *const document = home->coding->document;
    const lands *const here = &home->sentences[tree_word(document, word)->sentence];
    const bool brief = document->sentences.count <= BRIEF_TEXT;
    if (here->several) return (casus_str){NULL, 0};
    if (here->only.size)
        return brief || casus_str_equal(here->only, home->prevailing) ? here->only
                                                                      : (casus_str){NULL, 0};
    if (!home->all.several) return home->all.only;
    return brief ? (casus_str){NULL, 0} : home->prevailing;
}

static bool is_named(const homelands *const home, const casus_actor *const actor)
{
    const casus_record *const record = &home->coding->document->record;
    for (uint32_t i = 0; i < actor->mentions.count && i < MENTIONS; i++)
        if (record->mentions.at[actor->mentions.at[i]].form == FORM_NAME) return true;
    return false;
}

static bool may_have_home(const homelands *const home, const casus_actor *const actor)
{
    if (actor->country.size || is_international(actor)) return false;
    if (actor->kind == KIND_ORGANIZATION && casus_str_equal(actor->sector, STR("UNK")) &&
        is_named(home, actor))
        return false;
    return !actor->id.size;
}

/* "Bosnia's Serbs": those who live in several countries are of the one that is named with them. */
static void read_community(const homelands *const home, casus_actor *const actor)
{
    const casus_record *const record = &home->coding->document->record;
    if (actor->country.size || !actor->id.size || !casus_str_equal(actor->sector, STR("ETH")))
        return;
    for (uint32_t i = 0; i < actor->mentions.count && i < MENTIONS && !actor->country.size; i++)
        actor->country =
            land_under(home, record->mentions.at[actor->mentions.at[i]].head, actor, DEPTH);
}

static void settle(const homelands *const home, casus_actor *const actor)
{
    const casus_record *const record = &home->coding->document->record;
    bool stranger = false, done = false;
    for (uint32_t i = 0; i < actor->mentions.count && i < MENTIONS && !done; i++) {
        const casus_mention *const one = &record->mentions.at[actor->mentions.at[i]];
        stranger |= is_stranger(home, one);
        done = read_mention(home, actor, one) || read_beside(home, actor, one);
    }
    for (uint32_t i = 0; i < actor->mentions.count && i < MENTIONS && !done && !stranger; i++) {
        actor->country = land_around(home, record->mentions.at[actor->mentions.at[i]].head);
        done = actor->country.size > 0;
    }
}

/* What belongs to a state is its own; what belongs to an international body is the body's. */
static void follow(const homelands *const home, casus_actor *const actor)
{
    const casus_record *const record = &home->coding->document->record;
    uint32_t whose = actor->affiliation;
    for (int steps = 0; whose != CASUS_NONE && steps < 4; steps++) {
        const casus_actor *const above = &record->actors.at[whose];
        if (above->country.size) {
            actor->country = above->country;
            return;
        }
        if (casus_str_equal(above->sector, STR("IGO")) &&
            !casus_str_equal(actor->sector, STR("REF")))
            actor->sector = STR("IGO");
        whose = above->affiliation;
    }
}

/* "marched on the Russian embassy in Prague": the town that the sentence names. */
static casus_str land_of_scene(const homelands *const home, const uint32_t trigger)
{
    const casus_document *const document = home->coding->document;
    const casus_record *const record = &document->record;
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, trigger)->sentence];
    for (uint32_t word = trigger + 1; word < sentence->first + sentence->count; word++) {
        const uint32_t number = document->place_at[word];
        if (number == CASUS_NONE || record->place_mentions.at[number].head != word) continue;
        const casus_place_mention *const one = &record->place_mentions.at[number];
        const casus_place *const place = &record->places.at[one->place];
        if (one->use == USE_LITERAL && place->precision < PLACE_COUNTRY) return place->country;
    }
    return (casus_str){NULL, 0};
}

static bool rules(const casus_actor *const actor)
{
    static const char sectors[] = "GOV COP MIL JUD LEG";
    return party_in_sectors(actor, sectors);
}

/* "the government" that rebels of a land talk with is that land's, wherever they talk. */
static bool is_at_home_with(const casus_actor *const a, const casus_actor *const b)
{
    static const char sectors[] = "REB OPP PTY LAB EDU CVL MED";
    return (rules(a) && party_in_sectors(b, sectors)) || (rules(b) && party_in_sectors(a, sectors));
}

/* Where two countries are told of, the place of what was done and those who did it tell whose the
 * others are. */
static void read_event(const homelands *const home, const casus_event *const event)
{
    casus_record *const record = &home->coding->document->record;
    const casus_refs *const sides[2] = {&event->source, &event->target};
    for (int side = 0; side < 2; side++)
        for (uint32_t i = 0; i < sides[side]->count; i++) {
            casus_actor *const actor = &record->actors.at[sides[side]->at[i]];
            if (!may_have_home(home, actor) || !actor->mentions.count) continue;
            if (is_stranger(home, &record->mentions.at[actor->mentions.at[0]])) continue;
            casus_str other = {NULL, 0};
            for (uint32_t j = 0; j < sides[!side]->count && !other.size; j++)
                if (event->type != EVENT_ASSAULT &&
                    is_at_home_with(actor, &record->actors.at[sides[!side]->at[j]]))
                    other = record->actors.at[sides[!side]->at[j]].country;
            if (event->place != CASUS_NONE && !other.size)
                other = record->places.at[event->place].country;
            if (!side && !other.size) other = land_of_scene(home, event->trigger_word);
            for (uint32_t j = 0; j < sides[!side]->count && !other.size; j++)
                other = record->actors.at[sides[!side]->at[j]].country;
            actor->country = other;
        }
}

void homelands_find(coder_state *const coding)
{
    casus_document *const document = coding->document;
    casus_record *const record = &document->record;
    homelands home = {.coding = coding};
    home.sentences = ARENA_ARRAY(coding->arena, lands, document->sentences.count + 1);
    for (uint32_t i = 0; i <= document->sentences.count; i++) home.sentences[i] = (lands){0};
    survey(&home);
    for (uint32_t i = 0; i < record->actors.count; i++) {
        casus_actor *const actor = &record->actors.at[i];
        if (!actor->country.size && !is_international(actor)) follow(&home, actor);
        if (may_have_home(&home, actor)) settle(&home, actor);
        read_community(&home, actor);
        read_agency(&home, actor);
    }
    for (uint32_t i = 0; i < record->events.count; i++) read_event(&home, &record->events.at[i]);
}
