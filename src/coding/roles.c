#include <stdio.h>

#include "coding/features.h"
#include "coding/parties.h"
#include "coding/roles_parts.h"
#include "coding/tree.h"
#include "coding/unnamed.h"
#include "entity/entity.h"

enum {
    WORDS_ASKED = 3,
    BACK = 3,
    AHEAD = 1,
    CANDIDATES = 48,
    SIDES = 2,
    PROTAGONISTS = 6,
    MENTIONS_LEAST = 3,
    MENTIONS_ASKED = 60
};

struct sightings {
    VEC(sighting) list;
    uint32_t *first;                                  /* by sentence, one more than there are */
    uint32_t protagonist[PROTAGONISTS], protagonists; /* the actors mentioned most */
};

static const sighting_form forms[] = {SEEN_NAME, SEEN_NOMINAL, SEEN_PRONOUN};

static void show(coder_state *const coding, sightings *const seen, const sighting one)
{
    VEC_PUSH(&seen->list, coding->arena, one);
    seen->first[tree_word(coding->document, one.word)->sentence + 1]++;
}

/* Lands and capitals stand for their states; a place that is no actor may become one. */
static void show_place(coder_state *const coding, sightings *const seen,
                       const casus_place_mention *const mention)
{
    const casus_document *const document = coding->document;
    const casus_place *const place = &document->record.places.at[mention->place];
    const uint32_t word = mention->head;
    if (party_at(coding, word) != CASUS_NONE || place->precision > PLACE_COUNTRY) return;
    if (place->precision == PLACE_COUNTRY) {
        const uint32_t state = party_of_country(coding, place);
        show(coding, seen,
             state == CASUS_NONE
                 ? (sighting){CASUS_NONE, mention->place, CASUS_NONE, word, SEEN_PLACE}
                 : (sighting){state, CASUS_NONE, CASUS_NONE, word, SEEN_LAND});
        return;
    }
    if (mention->use == USE_LITERAL)
        show(coding, seen, (sighting){CASUS_NONE, mention->place, CASUS_NONE, word, SEEN_PLACE});
    if (!casus_str_equal(place->feature, STR("PPLC"))) return;
    for (uint32_t i = 0; i < document->record.actors.count; i++) {
        const casus_actor *const actor = &document->record.actors.at[i];
        if (actor->kind == KIND_ORGANIZATION && actor->affiliation == CASUS_NONE &&
            casus_str_equal(actor->sector, STR("GOV")) &&
            casus_str_equal(actor->country, place->country))
            show(coding, seen, (sighting){i, CASUS_NONE, CASUS_NONE, word, SEEN_CAPITAL});
    }
}

/* Puts the sightings in order of their sentences, as they come within one. */
static void order(const coder_state *const coding, sightings *const seen)
{
    const casus_document *const document = coding->document;
    const uint32_t sentences = document->sentences.count;
    for (uint32_t i = 0; i < sentences; i++) seen->first[i + 1] += seen->first[i];
    sighting *const sorted = ARENA_ARRAY(coding->arena, sighting, seen->list.count + 1);
    uint32_t *const next = ARENA_ARRAY(coding->arena, uint32_t, sentences + 1);
    for (uint32_t i = 0; i < sentences; i++) next[i] = seen->first[i];
    for (uint32_t i = 0; i < seen->list.count; i++)
        sorted[next[tree_word(document, seen->list.at[i].word)->sentence]++] = seen->list.at[i];
    seen->list.at = sorted;
}

/* The actors with most mentions, in that order. */
static void find_protagonists(const casus_record *const record, sightings *const seen)
{
    for (uint32_t i = 0; i < record->actors.count; i++) {
        const uint32_t mentions = record->actors.at[i].mentions.count;
        if (mentions < MENTIONS_LEAST || record->actors.at[i].generic) continue;
        uint32_t at = seen->protagonists;
        while (at > 0 && record->actors.at[seen->protagonist[at - 1]].mentions.count < mentions) {
            if (at < PROTAGONISTS) seen->protagonist[at] = seen->protagonist[at - 1];
            at--;
        }
        if (at < PROTAGONISTS) seen->protagonist[at] = i;
        if (seen->protagonists < PROTAGONISTS) seen->protagonists++;
    }
}

sightings *roles_survey(coder_state *const coding)
{
    const casus_document *const document = coding->document;
    const casus_record *const record = &document->record;
    sightings *const seen = ARENA_NEW(coding->arena, sightings);
    seen->first = ARENA_ARRAY(coding->arena, uint32_t, document->sentences.count + 2);
    for (uint32_t i = 0; i < record->mentions.count; i++) {
        const casus_mention *const one = &record->mentions.at[i];
        show(coding, seen,
             (sighting){one->actor, CASUS_NONE, CASUS_NONE, one->head, forms[one->form]});
    }
    for (uint32_t i = 0; i < document->groups.count; i++) {
        const casus_group *const group = &document->groups.at[i];
        for (uint32_t j = 0; j < group->actors.count; j++)
            show(coding, seen,
                 (sighting){group->actors.at[j], CASUS_NONE, CASUS_NONE, group->word, SEEN_GROUP});
    }
    for (uint32_t i = 0; i < record->place_mentions.count; i++)
        show_place(coding, seen, &record->place_mentions.at[i]);
    order(coding, seen);
    find_protagonists(record, seen);
    return seen;
}

static candidate *find(role_table *const table, const sighting *const one)
{
    for (uint32_t i = 0; i < table->list.count; i++)
        if (table->list.at[i].actor == one->actor && table->list.at[i].place == one->place &&
            table->list.at[i].noun == one->noun)
            return &table->list.at[i];
    return NULL;
}

/* How well a mention tells what its actor does in the event: its own sentence first, then the
 * sentences before it, the nearest word first. */
static uint32_t farness(const casus_document *const document, const uint32_t trigger,
                        const uint32_t word)
{
    const uint32_t here = tree_word(document, trigger)->sentence,
                   there = tree_word(document, word)->sentence;
    const uint32_t apart = word > trigger ? word - trigger : trigger - word;
    return here == there ? apart : apart + (there > here ? 2000U : 1000U);
}

static void consider(const coder_state *const coding, role_table *const table,
                     const event_draft *const draft, const sighting one)
{
    const casus_document *const document = coding->document;
    candidate *known = find(table, &one);
    if (!known && table->list.count >= CANDIDATES) return;
    if (!known) {
        const candidate fresh = {
            .actor = one.actor, .place = one.place, .noun = one.noun, .best = one};
        known = VEC_PUSH(&table->list, coding->arena, fresh);
    } else if (farness(document, draft->word, known->best.word) <=
               farness(document, draft->word, one.word)) {
        return;
    }
    known->best = one;
    known->apart = one.word > draft->word ? one.word - draft->word : draft->word - one.word;
    known->shift = (int32_t)tree_word(document, one.word)->sentence - (int32_t)draft->sentence;
}

/* Capitals and countries that are no actors yet count in the sentence itself only, other places
 * only where grammar makes them an argument. */
static bool may_act(const coder_state *const coding, const event_draft *const draft,
                    const sighting *const one)
{
    const casus_document *const document = coding->document;
    if (one->form < SEEN_CAPITAL) return true;
    if (tree_word(document, one->word)->sentence != draft->sentence) return false;
    if (one->form == SEEN_CAPITAL ||
        document->record.places.at[one->place].precision == PLACE_COUNTRY)
        return true;
    for (uint32_t i = 0; i < draft->hints.count; i++)
        if (draft->hints.at[i].place == one->place) return true;
    return false;
}

static void consider_sentence(const coder_state *const coding, role_table *const table,
                              const event_draft *const draft, const sightings *const seen,
                              const uint32_t sentence)
{
    for (uint32_t i = seen->first[sentence]; i < seen->first[sentence + 1]; i++)
        if (may_act(coding, draft, &seen->list.at[i]))
            consider(coding, table, draft, seen->list.at[i]);
}

/* An actor that a rule proposed from afar stands where he is mentioned nearest; a noun that names
 * nobody is seen by its hint alone. */
static void consider_hint(const coder_state *const coding, role_table *const table,
                          const event_draft *const draft, const role_hint *const hint)
{
    const casus_document *const document = coding->document;
    if (hint->noun != CASUS_NONE)
        consider(coding, table, draft,
                 (sighting){CASUS_NONE, CASUS_NONE, hint->noun, hint->noun, SEEN_NOUN});
    if (hint->actor == CASUS_NONE) return;
    const uint32_t number = hint->actor;
    const casus_actor *const actor = &document->record.actors.at[number];
    const sighting known = {number, CASUS_NONE, CASUS_NONE, 0, SEEN_NAME};
    if (find(table, &known)) return;
    for (uint32_t i = 0; i < actor->mentions.count; i++) {
        const casus_mention *const one = &document->record.mentions.at[actor->mentions.at[i]];
        consider(coding, table, draft,
                 (sighting){number, CASUS_NONE, CASUS_NONE, one->head, SEEN_NAME});
    }
}

/* Those of whom the text speaks most are candidates wherever it speaks of them. */
static void consider_protagonists(const coder_state *const coding, role_table *const table,
                                  const event_draft *const draft, const sightings *const seen)
{
    const casus_document *const document = coding->document;
    for (uint32_t i = 0; i < seen->protagonists; i++) {
        const uint32_t number = seen->protagonist[i];
        const casus_actor *const actor = &document->record.actors.at[number];
        const sighting known = {number, CASUS_NONE, CASUS_NONE, 0, SEEN_NAME};
        if (find(table, &known)) continue;
        for (uint32_t j = 0; j < actor->mentions.count && j < MENTIONS_ASKED; j++) {
            const casus_mention *const one = &document->record.mentions.at[actor->mentions.at[j]];
            consider(coding, table, draft,
                     (sighting){number, CASUS_NONE, CASUS_NONE, one->head, forms[one->form]});
        }
    }
}

static void rank(role_table *const table, const uint32_t trigger)
{
    for (uint32_t i = 0; i < table->list.count; i++) {
        candidate *const one = &table->list.at[i];
        for (uint32_t j = 0; j < table->list.count; j++) {
            const candidate *const other = &table->list.at[j];
            one->rank += other->shift == one->shift && other->apart < one->apart &&
                         (other->best.word < trigger) == (one->best.word < trigger);
        }
    }
}

static void gather(const coder_state *const coding, const sightings *const seen,
                   const event_draft *const draft, role_table *const table)
{
    const casus_document *const document = coding->document;
    consider_sentence(coding, table, draft, seen, draft->sentence);
    for (uint32_t i = 0; i < draft->words.count && i < WORDS_ASKED; i++) {
        const uint32_t middle = tree_word(document, draft->words.at[i])->sentence;
        const uint32_t from = middle > BACK ? middle - BACK : 0;
        for (uint32_t sentence = middle + AHEAD + 1; sentence-- > from;)
            if (sentence < document->sentences.count)
                consider_sentence(coding, table, draft, seen, sentence);
    }
    for (uint32_t i = 0; i < draft->hints.count; i++)
        consider_hint(coding, table, draft, &draft->hints.at[i]);
    consider_protagonists(coding, table, draft, seen);
    rank(table, draft->word);
}

static void observe(const coder_state *const coding, const event_draft *const draft,
                    const candidate *const one, const judge_features *const features)
{
    const coder_observer *const observer = coding->coder->observer;
    if (!observer) return;
    for (int side = 0; side < SIDES; side++) {
        role_choice choice = {&draft->event, one->actor, one->place, one->noun,
                              one->apart,    side == 1,  false};
        if (one->shift) choice.apart += one->shift < 0 ? 1000 : 2000;
        for (uint32_t i = 0; i < draft->hints.count; i++)
            choice.hinted |=
                roles_is_of(&draft->hints.at[i], one) && draft->hints.at[i].target == choice.target;
        observer->see(observer->context, side ? JUDGE_TARGET : JUDGE_SOURCE, coding->document,
                      &choice, features);
    }
}

/* "groups such as X and Y", "militiamen of X and Y": those who are named are meant, not the word
 * for what they are.  False where it names nobody so. */
static bool take_named(coder_state *const coding, const uint32_t word, casus_refs *const refs)
{
    const casus_document *const document = coding->document;
    const uint32_t mention = document->mention_at[word];
    if (mention == CASUS_NONE || document->record.mentions.at[mention].form != FORM_NOMINAL)
        return false;
    for (EACH_CHILD(document, word, child)) {
        if (child < word || !tree_is_nominal(document, child)) continue;
        const casus_str preposition = tree_preposition(document, coding->arena, child);
        const bool examples = ontology_has(coding->ontology, WORDS_EXAMPLE, preposition);
        if (!examples && !ontology_has(coding->ontology, WORDS_OWNER_PREPOSITION, preposition))
            continue;
        casus_refs named = {0};
        parties_of(coding, child, &named);
        uint32_t organizations = 0;
        for (uint32_t i = 0; i < named.count; i++) {
            const casus_actor *const actor = &document->record.actors.at[named.at[i]];
            organizations += examples ? !actor->generic : actor->kind == KIND_ORGANIZATION;
        }
        if (!organizations || organizations < named.count || (!examples && named.count < 2))
            continue;
        parties_add_all(coding, refs, &named);
        return true;
    }
    return false;
}

static void take(coder_state *const coding, const candidate *const one, casus_refs *const refs)
{
    uint32_t actor = one->actor;
    if (actor != CASUS_NONE && !one->shift && take_named(coding, one->best.word, refs)) return;
    if (one->place != CASUS_NONE)
        actor =
            party_of_place(coding, &coding->document->record.places.at[one->place], one->best.word);
    if (one->noun != CASUS_NONE) actor = unnamed_party(coding, one->noun);
    parties_add(coding, refs, actor);
}

/* All that are likely enough; where none is, the likeliest from lower odds on, as types of events
 * differ in how often nobody is told of. */
static void choose(coder_state *const coding, const role_table *const table, const int side,
                   event_draft *const draft)
{
    const judge_weights *const judge = coding->coder->judge;
    const judge_kind kind = side ? JUDGE_TARGET : JUDGE_SOURCE;
    const float from = judge_threshold(judge, kind);
    casus_refs *const refs = side ? &draft->event.target : &draft->event.source;
    const candidate *best = NULL;
    refs->count = 0;
    for (uint32_t i = 0; i < table->list.count; i++) {
        const candidate *const one = &table->list.at[i];
        if (one->odds[side] < one->odds[!side]) continue;
        if (one->odds[side] >= from) take(coding, one, refs);
        if (!best || one->odds[side] > best->odds[side]) best = one;
    }
    char name[48];
    snprintf(name, sizeof name, "(first %s)", casus_event_type_name(draft->event.type));
    if (!refs->count && best && best->odds[side] >= judge_figure(judge, kind, name, from))
        take(coding, best, refs);
}

void roles_decide(coder_state *const coding, const sightings *const seen, event_draft *const draft)
{
    const judge_weights *const judge = coding->coder->judge;
    const bool trained =
        judge_is_trained(judge, JUDGE_SOURCE) && judge_is_trained(judge, JUDGE_TARGET);
    if (!trained && !coding->coder->observer) return;
    role_table table = {.words = coding->document->words.count};
    gather(coding, seen, draft, &table);
    roles_count_story(coding, draft, &table);
    const role_case at = {coding, draft, &table, frame_of(coding, draft->word)->passive};
    judge_features features = features_begin(coding);
    for (uint32_t i = 0; i < table.list.count; i++) {
        candidate *const one = &table.list.at[i];
        judge_again(&features);
        roles_describe(&at, one, &features);
        observe(coding, draft, one, &features);
        if (!trained) continue;
        one->odds[0] = judge_probability(judge, JUDGE_SOURCE, &features);
        one->odds[1] = judge_probability(judge, JUDGE_TARGET, &features);
    }
    if (!trained) return;
    choose(coding, &table, 0, draft);
    choose(coding, &table, 1, draft);
}
