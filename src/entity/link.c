/* From drafts to the record's mentions and actors, in order of the text. */
#include "entity/link.h"

#include <stdlib.h>

/* Texts without capitals (old wire copies, transcripts) are read without asking for them. */
static bool is_caseless(const casus_document *const document)
{
    uint32_t upper = 0, letters = 0;
    for (uint32_t i = 0; i < document->words.count && letters < 4000; i++) {
        const casus_str form = document->words.at[i].form;
        letters += (uint32_t)(form.size < 64 ? form.size : 64);
        upper += casus_capitals(form);
    }
    return upper * 200 < letters || upper * 2 > letters;
}

static void start(casus_linker *const linker, const casus_actors *const actors,
                  casus_document *const document)
{
    *linker = (casus_linker){.actors = actors, .document = document, .arena = document->arena};
    linker->day = lex_day(casus_str_slice(document->article.published, 0, 10));
    linker->caseless = is_caseless(document);
    linker->words = ARENA_ARRAY(linker->arena, linked_word, document->words.count + 1);
    for (uint32_t i = 0; i < document->words.count; i++) {
        linked_word *const word = &linker->words[i];
        word->name = word->draft = word->role = word->title = word->shape = CASUS_NONE;
        word->land = LEX_NOBODY;
    }
}

typedef struct placed {
    uint32_t head, draft;
} placed;

static int by_head(const void *const left, const void *const right)
{
    const placed *const a = left, *const b = right;
    if (a->head != b->head) return a->head < b->head ? -1 : 1;
    return (a->draft > b->draft) - (a->draft < b->draft);
}

static void put_in_order(casus_linker *const linker)
{
    placed *const places = ARENA_ARRAY(linker->arena, placed, linker->drafts.count + 1);
    for (uint32_t i = 0; i < linker->drafts.count; i++)
        places[i] = (placed){linker->drafts.at[i].head, i};
    if (linker->drafts.count) qsort(places, linker->drafts.count, sizeof *places, by_head);
    for (uint32_t i = 0; i < linker->drafts.count; i++)
        VEC_PUSH(&linker->order, linker->arena, places[i].draft);
}

/* Their fighters: those of whom the pronoun stands for, if that is a body. */
static uint32_t owner_of(casus_linker *const linker, const casus_draft *const draft)
{
    for (EACH_CHILD(linker->document, draft->head, child)) {
        const uint32_t owner = linker->words[child].draft;
        if (word_of(linker, child)->deprel != DEP_NMOD_POSS || owner == CASUS_NONE) continue;
        const casus_draft *const root = &linker->drafts.at[root_of(linker, owner)];
        if (root->dropped || root->source == DRAFT_PRONOUN) continue;
        if (root->kind == KIND_ORGANIZATION) return root_of(linker, owner);
    }
    return CASUS_NONE;
}

/* The country's forces, their spokesman: what the possessor turned out to be. */
static void take_possessor(casus_linker *const linker, casus_draft *const draft)
{
    if (draft->affiliation_draft == CASUS_NONE && !lex_is(draft->affiliation))
        draft->affiliation_draft = owner_of(linker, draft);
    if (draft->affiliation_draft == CASUS_NONE) return;
    const casus_draft *const whose = &linker->drafts.at[root_of(linker, draft->affiliation_draft)];
    if (!draft->country.size) draft->country = whose->country;
}

/* His country: the state that the possessor, a person or people, belongs to; CASUS_NONE where
 * neither is known. */
static uint32_t country_of_possessor(casus_linker *const linker, const uint32_t position)
{
    enum { REACH = 500 };
    const casus_draft *const draft = &linker->drafts.at[linker->order.at[position]];
    if (!word_is(linker, draft->head, CUE_STATE) || draft->plural) return CASUS_NONE;
    casus_str country = {NULL, 0};
    for (EACH_CHILD(linker->document, draft->head, child)) {
        const uint32_t owner = linker->words[child].draft;
        if (word_of(linker, child)->deprel != DEP_NMOD_POSS || owner == CASUS_NONE) continue;
        const casus_draft *const whose = &linker->drafts.at[root_of(linker, owner)];
        if (whose->kind != KIND_ORGANIZATION && !whose->dropped) country = whose->country;
    }
    if (!country.size) return CASUS_NONE;
    const uint32_t from = position > REACH ? position - REACH : 0;
    for (uint32_t i = from; i < linker->order.count && i < position + REACH; i++) {
        const uint32_t number = linker->order.at[i];
        const casus_draft *const at = &linker->drafts.at[number];
        const lex_actor *const actor = lex_actor_of(linker, at->actor);
        if (actor && (actor->flags & ACTOR_TERRITORY) && !at->dropped &&
            casus_str_equal(at->country, country) && lex_is(linker->words[at->head].land))
            return root_of(linker, number);
    }
    return CASUS_NONE;
}

static uint32_t antecedent_of(casus_linker *const linker, const uint32_t position)
{
    const uint32_t number = linker->order.at[position];
    casus_draft *const at = &linker->drafts.at[number];
    if (!at->dropped && at->source == DRAFT_NOMINAL && root_of(linker, number) != number)
        return antecedent_of_named(linker, position);
    if (at->dropped || root_of(linker, number) != number) return CASUS_NONE;
    if (at->source == DRAFT_NOMINAL) {
        take_possessor(linker, at);
        if (!resolve_group(linker, position, at->head)) {
            uint32_t antecedent = country_of_possessor(linker, position);
            if (antecedent == CASUS_NONE) antecedent = antecedent_of_nominal(linker, position);
            at->dropped = at->tentative && antecedent == CASUS_NONE;
            return antecedent;
        }
        at->dropped = true;
    } else if (at->source == DRAFT_PRONOUN) {
        double salience = 0;
        const uint32_t antecedent = antecedent_of_pronoun(linker, position, &salience);
        if (resolve_they(linker, position, salience)) {
            at->dropped = true;
            return CASUS_NONE;
        }
        if (antecedent != CASUS_NONE) return antecedent;
        at->dropped = true;
    }
    return CASUS_NONE;
}

void resolve_in_order(casus_linker *const linker)
{
    for (uint32_t i = 0; i < linker->order.count; i++) {
        const uint32_t number = linker->order.at[i];
        const uint32_t antecedent = antecedent_of(linker, i);
        if (antecedent != CASUS_NONE) join_drafts(linker, antecedent, number);
        if (!linker->drafts.at[number].dropped)
            linker->drafts.at[root_of(linker, number)].mentions++;
    }
}

static uint32_t new_actor(casus_linker *const linker, const casus_draft *const root)
{
    casus_record *const record = &linker->document->record;
    casus_actor actor = {.kind = root->kind,
                         .name = root->name,
                         .sector = root->sector,
                         .country = root->country,
                         .affiliation = CASUS_NONE,
                         .armed = root->armed,
                         .generic = root->generic};
    if (lex_is(root->actor)) {
        const casus_lexicon *const layer = layer_of(linker, root->actor.layer);
        const lex_actor *const known = lex_actor_of(linker, root->actor);
        actor.id = lex_str(layer, known->id);
        actor.name = lex_str(layer, known->name);
        actor.cameo = lex_str(layer, known->cameo);
        actor.generic = false;
    } else if (lex_is(root->person)) {
        const casus_lexicon *const layer = layer_of(linker, root->person.layer);
        actor.id = lex_str(layer, layer->persons[root->person.index].id);
        actor.generic = false;
    } else if (root->source == DRAFT_NOMINAL)
        actor.role = root->key;
    if (lex_is(root->role) && !lex_is(root->actor)) {
        const casus_lexicon *const layer = layer_of(linker, root->role.layer);
        actor.role = lex_str(layer, layer->roles[root->role.index].singular);
    }
    VEC_PUSH(&record->actors, linker->arena, actor);
    return record->actors.count - 1;
}

static int by_span(const void *const left, const void *const right)
{
    const casus_mention *const a = left, *const b = right;
    if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin ? -1 : 1;
    if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
    return (a->head > b->head) - (a->head < b->head);
}

static casus_form form_of(const casus_draft *const draft)
{
    if (draft->source == DRAFT_PRONOUN) return FORM_PRONOUN;
    return draft->source == DRAFT_NOMINAL && !lex_is(draft->actor) ? FORM_NOMINAL : FORM_NAME;
}

/* An actor of the lexicon that only an affiliation names: it gets a record without mentions. */
static uint32_t affiliated_actor(casus_linker *const linker, const lex_ref ref,
                                 casus_map *const known)
{
    const casus_str key = casus_arena_format(linker->arena, "%u:%u", ref.layer, ref.index);
    const uint32_t found = casus_map_get(known, key);
    if (found != CASUS_NONE) return found;
    casus_draft bare = {.actor = LEX_NOBODY, .person = LEX_NOBODY, .role = LEX_NOBODY};
    take_actor(linker, &bare, ref);
    if (!lex_is(bare.actor)) return CASUS_NONE;
    const uint32_t actor = new_actor(linker, &bare);
    casus_map_put(known, linker->arena, key, actor);
    return actor;
}

static void emit_mentions(casus_linker *const linker, uint32_t *const actor_of)
{
    casus_record *const record = &linker->document->record;
    casus_map known = {0};
    for (uint32_t i = 0; i < linker->order.count; i++) {
        const uint32_t number = linker->order.at[i];
        const casus_draft *const at = &linker->drafts.at[number];
        if (at->dropped) continue;
        const uint32_t root = root_of(linker, number);
        const casus_draft *const whole = &linker->drafts.at[root];
        if (actor_of[root] == CASUS_NONE) {
            actor_of[root] = new_actor(linker, whole);
            if (lex_is(whole->actor))
                casus_map_put(&known, linker->arena,
                              casus_arena_format(linker->arena, "%u:%u", whole->actor.layer,
                                                 whole->actor.index),
                              actor_of[root]);
        }
        VEC_PUSH(&record->mentions, linker->arena,
                 (casus_mention){.span = {word_of(linker, at->first)->span.begin,
                                          word_of(linker, at->last)->span.end},
                                 .first = at->first,
                                 .last = at->last,
                                 .head = at->head,
                                 .actor = actor_of[root],
                                 .form = form_of(at)});
    }
    for (uint32_t i = 0; i < linker->drafts.count; i++) {
        if (actor_of[i] == CASUS_NONE) continue;
        const casus_draft *const root = &linker->drafts.at[i];
        uint32_t body = CASUS_NONE;
        if (root->affiliation_draft != CASUS_NONE)
            body = actor_of[root_of(linker, root->affiliation_draft)];
        else if (lex_is(root->affiliation))
            body = affiliated_actor(linker, root->affiliation, &known);
        if (body != actor_of[i]) record->actors.at[actor_of[i]].affiliation = body;
    }
}

static void emit_groups(casus_linker *const linker, const uint32_t *const actor_of)
{
    for (uint32_t i = 0; i < linker->groups.count; i++) {
        const pending_group *const pending = &linker->groups.at[i];
        casus_group group = {.word = pending->word};
        for (uint32_t m = 0; m < pending->count; m++) {
            const uint32_t actor = actor_of[root_of(linker, pending->roots[m])];
            if (actor != CASUS_NONE) VEC_PUSH(&group.actors, linker->arena, actor);
        }
        if (group.actors.count) VEC_PUSH(&linker->document->groups, linker->arena, group);
    }
}

static void emit(casus_linker *const linker)
{
    casus_document *const document = linker->document;
    casus_record *const record = &document->record;
    uint32_t *const actor_of = ARENA_ARRAY(linker->arena, uint32_t, linker->drafts.count + 1);
    for (uint32_t i = 0; i < linker->drafts.count; i++) actor_of[i] = CASUS_NONE;
    emit_mentions(linker, actor_of);
    if (record->mentions.count)
        qsort(record->mentions.at, record->mentions.count, sizeof *record->mentions.at, by_span);
    document->mention_at = ARENA_ARRAY(linker->arena, uint32_t, document->words.count + 1);
    for (uint32_t i = 0; i <= document->words.count; i++) document->mention_at[i] = CASUS_NONE;
    for (uint32_t i = 0; i < record->mentions.count; i++) {
        const casus_mention *const mention = &record->mentions.at[i];
        document->mention_at[mention->head] = i;
        const uint32_t draft = linker->words[mention->head].draft;
        if (draft != CASUS_NONE) document->mention_at[linker->drafts.at[draft].carrier] = i;
        VEC_PUSH(&record->actors.at[mention->actor].mentions, linker->arena, i);
    }
    emit_groups(linker, actor_of);
}

void casus_entity_link(const casus_actors *const actors, casus_document *const document)
{
    casus_linker linker;
    start(&linker, actors, document);
    for (uint32_t i = 0; i < document->sentences.count; i++)
        scan_sentence(&linker, &document->sentences.at[i]);
    find_territories(&linker);
    for (uint32_t i = 0; i < document->sentences.count; i++)
        find_unknown_names(&linker, &document->sentences.at[i]);
    find_echoes(&linker);
    tell_apart(&linker);
    find_descriptions(&linker);
    find_title_carriers(&linker);
    find_pronouns(&linker);
    put_in_order(&linker);
    join_names(&linker);
    linker.issuer = find_issuer(&linker);
    resolve_in_order(&linker);
    emit(&linker);
}
