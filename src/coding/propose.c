/* From predicates to event drafts. */
#include "coding/contents.h"
#include "coding/drafts.h"
#include "coding/keys.h"
#include "coding/parties.h"
#include "coding/readings.h"
#include "coding/things.h"
#include "coding/tree.h"
#include "coding/unnamed.h"
#include "geo/geo.h"

static void add_thing(coder_state *const coding, event_draft *const draft, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const thing_class *const klass = things_class(coding, word);
    if (!klass) return;
    uint32_t first, last;
    tree_phrase(document, word, &first, &last);
    if (first < word && tree_word(document, first)->upos == UPOS_DET) first++;
    const casus_span span = tree_span(document, first, word);
    const casus_thing thing = {casus_document_text(document, span), klass->name, span};
    if (klass->weapon) {
        for (uint32_t i = 0; i < draft->event.weapons.count; i++)
            if (draft->event.weapons.at[i].span.end == span.end) return;
        VEC_PUSH(&draft->event.weapons, coding->arena, thing);
    } else {
        for (uint32_t i = 0; i < draft->event.objects.count; i++)
            if (draft->event.objects.at[i].span.end == span.end) return;
        VEC_PUSH(&draft->event.objects, coding->arena, thing);
    }
}

static void add_things(coder_state *const coding, event_draft *const draft, const uint32_t word,
                       const int depth)
{
    add_thing(coding, draft, word);
    if (depth == 0) return;
    for (EACH_CHILD(coding->document, word, child))
        if (tree_main_deprel(coding->document, child) == DEP_CONJ &&
            !tree_is_verbal(coding->document, child))
            add_things(coding, draft, child, depth - 1);
}

void drafts_hint(const coder_state *const coding, event_draft *const draft, const uint32_t sources,
                 const uint32_t targets, const role_way way, const uint16_t key)
{
    const casus_event *const event = &draft->event;
    for (uint32_t i = sources; i < event->source.count; i++)
        VEC_PUSH(&draft->hints, coding->arena,
                 (role_hint){event->source.at[i], CASUS_NONE, CASUS_NONE, key, way, false, false});
    for (uint32_t i = targets; i < event->target.count; i++)
        VEC_PUSH(&draft->hints, coding->arena,
                 (role_hint){event->target.at[i], CASUS_NONE, CASUS_NONE, key, way, true, false});
}

/* A weapon acts for those whose it is: "Israeli jets", "the army's shells". */
static void give_role(coder_state *const coding, event_draft *const draft, const uint32_t roles,
                      const uint32_t word, const role_way way, const uint16_t key)
{
    casus_event *const event = &draft->event;
    if (word == draft->word) return;
    const uint32_t sources = event->source.count, targets = event->target.count;
    if (roles & (ROLE_SOURCE | ROLE_BOTH)) parties_of(coding, word, &event->source);
    if (roles & (ROLE_TARGET | ROLE_VICTIM | ROLE_RECIPIENT | ROLE_OBJECT)) {
        parties_met(coding, word, &event->target);
        add_things(coding, draft, word, 8);
        const uint32_t mention = coding->document->place_at[word];
        if (event->target.count == targets && mention != CASUS_NONE)
            VEC_PUSH(&draft->hints, coding->arena,
                     (role_hint){CASUS_NONE,
                                 coding->document->record.place_mentions.at[mention].place,
                                 CASUS_NONE, key, way, true, false});
        unnamed_hint(coding, draft, word, way, key);
    }
    if (roles & (ROLE_WEAPON | ROLE_INSTRUMENT)) {
        add_things(coding, draft, word, 8);
        if (!event->source.count && !match_is_event_noun(coding, word))
            parties_of(coding, word, &event->source);
    }
    drafts_hint(coding, draft, sources, targets, way, key);
}

/* "the truce that X proclaimed", "the plan drawn up by X": whose the object is. */
static void look_at_makers(coder_state *const coding, event_draft *const draft,
                           const uint32_t object, const uint32_t roles)
{
    for (EACH_CHILD(coding->document, object, child)) {
        if (draft->event.target.count) return;
        if (tree_main_deprel(coding->document, child) != DEP_ACL ||
            !tree_is_verbal(coding->document, child))
            continue;
        const uint32_t maker = frame_get(frame_of(coding, child), ARG_SUBJ);
        if (maker != CASUS_NONE && maker != object)
            give_role(coding, draft, roles, maker, WAY_INNER, ARG_SUBJ);
    }
}

/* "severed ties with Belgium", "lifted sanctions on Syria", "spurned the court's offer": what hangs
 * on the object fills what the verb leaves open. */
static void look_into_object(coder_state *const coding, event_draft *const draft,
                             const coder_frame *const frame, const lex_rule *const rule)
{
    const uint32_t object = frame_get(frame, ARG_OBJ);
    if (object == CASUS_NONE) return;
    const coder_frame *const inner = frame_of(coding, object);
    const uint32_t owner = ontology_roles(rule, false, ARG_POSS);
    for (uint32_t i = 0; inner->nominal && i < inner->count; i++) {
        const coder_argument *const given = &inner->arguments[i];
        const bool owned = given->key == ARG_POSS || given->key == ARG_COMP;
        if (!owned && (given->key < ARG_PREPOSITION || frame_get(frame, given->key) != CASUS_NONE))
            continue;
        const uint32_t roles = owned ? owner : ontology_roles(rule, false, given->key);
        if ((roles & ROLE_TARGET) && draft->event.target.count) continue;
        if ((roles & ROLE_SOURCE) && draft->event.source.count) continue;
        if (roles) give_role(coding, draft, roles, given->word, WAY_INNER, given->key);
    }
    if (owner & ROLE_TARGET) look_at_makers(coding, draft, object, owner);
}

/* "let the pilot go", "set loose 23 men": of a phrase with a further verb the object may hang on
 * that. */
static void look_into_complement(coder_state *const coding, event_draft *const draft,
                                 const coder_frame *const frame, const lex_rule *const rule)
{
    const uint32_t roles = ontology_roles(rule, false, ARG_OBJ);
    if (!(roles & ROLE_TARGET) || draft->event.target.count ||
        frame_get(frame, ARG_OBJ) != CASUS_NONE)
        return;
    uint32_t inner = frame_get(frame, ARG_XCOMP);
    if (inner == CASUS_NONE) inner = frame_get(frame, ARG_CCOMP);
    if (inner == CASUS_NONE || coding->drafts->at[inner] != CASUS_NONE) return;
    const uint32_t subject = frame_get(frame, ARG_SUBJ);
    const coder_frame *const below = frame_of(coding, inner);
    uint32_t object = frame_get(below, ARG_OBJ);
    if (object == CASUS_NONE) object = frame_get(below, ARG_SUBJ);
    if (object != CASUS_NONE && object != subject)
        give_role(coding, draft, roles, object, WAY_INNER, ARG_XCOMP);
}

/* Whether the preposition is a further word of the rule: what a parser takes for "down the guard"
 * in "gunned down the guard". */
static bool is_particle(const coder_state *const coding, const event_draft *const draft,
                        const uint32_t word)
{
    const casus_ontology *const ontology = coding->ontology;
    const uint32_t mark = tree_child(coding->document, word, DEP_CASE);
    if (mark != draft->word + 1) return false;
    const casus_str particle = tree_word(coding->document, mark)->lemma;
    uint32_t at = casus_map_get(&ontology->index, tree_word(coding->document, draft->word)->lemma);
    for (; at != CASUS_NONE; at = ontology->entries.at[at].next) {
        const lex_entry *const entry = &ontology->entries.at[at];
        if (&ontology->rules.at[entry->rule] != draft->rule || entry->rest.count != 1) continue;
        if (casus_str_equal(entry->rest.at[0], particle)) return true;
    }
    return false;
}

/* "the army's massacre of monks": where `of` tells the victims, the possessor did it. */
static uint32_t read_possessor(const coder_frame *const frame, const lex_rule *const rule,
                               const uint32_t roles)
{
    if (!(roles & ROLE_TARGET)) return roles;
    for (uint32_t i = 0; i < frame->count; i++) {
        const uint16_t key = frame->arguments[i].key;
        if (key >= ARG_PREPOSITION && (ontology_roles(rule, true, key) & ROLE_TARGET))
            return ROLE_SOURCE;
    }
    return roles;
}

static void give_roles(coder_state *const coding, event_draft *const draft,
                       const coder_frame *const frame, const lex_rule *const rule,
                       const bool nominal)
{
    for (uint32_t i = 0; i < frame->count; i++) {
        uint32_t roles = ontology_roles(rule, nominal, frame->arguments[i].key);
        if (!roles && !nominal && frame_get(frame, ARG_OBJ) == CASUS_NONE &&
            is_particle(coding, draft, frame->arguments[i].word))
            roles = ontology_roles(rule, false, ARG_OBJ);
        if (nominal && frame->arguments[i].key == ARG_POSS)
            roles = read_possessor(frame, rule, roles);
        if (roles)
            give_role(coding, draft, roles, frame->arguments[i].word, WAY_FRAME,
                      frame->arguments[i].key);
    }
    if (nominal) return;
    look_into_object(coding, draft, frame, rule);
    look_into_complement(coding, draft, frame, rule);
}

/* The light verb (carried out, came under, held …) that governs an event noun adds its subject and
 * prepositions. */
static void lighten(coder_state *const coding, event_draft *const draft)
{
    const casus_document *const document = coding->document;
    const uint32_t noun = tree_first_conjunct(document, draft->word);
    if (casus_word_is_root(document, noun)) return;
    const uint32_t verb = tree_word(document, noun)->head;
    const casus_deprel deprel = tree_main_deprel(document, noun);
    if (tree_word(document, verb)->upos != UPOS_VERB) return;
    if (deprel != DEP_OBJ && deprel != DEP_NSUBJ && deprel != DEP_OBL && deprel != DEP_ACL &&
        deprel != DEP_NMOD)
        return;
    const coder_frame *const frame = frame_of(coding, verb);
    const match light = match_word(coding, verb, WANT_LIGHT);
    if (!light.rule || light.rule->stance >= 0) return;
    if (deprel == DEP_NSUBJ && !frame->passive && light.rule->governs[0] != ARG_SUBJ) return;
    draft->clause = verb;
    for (uint32_t i = 0; i < frame->count; i++) {
        const coder_argument *const given = &frame->arguments[i];
        if (given->word == noun) continue;
        uint32_t roles =
            given->key >= ARG_PREPOSITION ? ontology_roles(draft->rule, true, given->key) : 0;
        if (!roles) roles = ontology_roles(light.rule, false, given->key);
        give_role(coding, draft, roles, given->word, WAY_LIGHT, given->key);
    }
}

/* "The militia was behind the raid": the event noun is itself the predicate, and its preposition
 * the light word. */
static void read_copula(coder_state *const coding, event_draft *const draft)
{
    const casus_document *const document = coding->document;
    if (tree_child(document, draft->word, DEP_COP) == CASUS_NONE) return;
    const casus_str preposition = tree_preposition(document, coding->arena, draft->word);
    if (!preposition.size) return;
    const casus_ontology *const ontology = coding->ontology;
    uint32_t at = casus_map_get(&ontology->index, preposition);
    for (; at != CASUS_NONE; at = ontology->entries.at[at].next) {
        const lex_entry *const entry = &ontology->entries.at[at];
        const lex_rule *const light = &ontology->rules.at[entry->rule];
        if (!entry->copular || !light->light || entry->rest.count) continue;
        const coder_frame *const frame = frame_of(coding, draft->word);
        for (uint32_t i = 0; i < frame->count; i++)
            if (frame->arguments[i].key == ARG_SUBJ || frame->arguments[i].key == ARG_SELF)
                give_role(coding, draft, ontology_roles(light, false, ARG_SUBJ),
                          frame->arguments[i].word, WAY_COPULA, ARG_SUBJ);
        return;
    }
}

/* A noun that is the subject of its own verb of happening or harm: "an attack on X killed 13" is
 * joined later; here a participle on the noun is read: "raids carried out by the army". */
static void read_participles(coder_state *const coding, event_draft *const draft)
{
    const casus_document *const document = coding->document;
    for (EACH_CHILD(document, draft->word, child)) {
        if (tree_main_deprel(document, child) != DEP_ACL || !tree_is_verbal(document, child))
            continue;
        const match light = match_word(coding, child, WANT_LIGHT);
        if (!light.rule || light.rule->stance >= 0) continue;
        const coder_frame *const frame = frame_of(coding, child);
        for (uint32_t i = 0; i < frame->count; i++)
            if (frame->arguments[i].word != draft->word)
                give_role(coding, draft, ontology_roles(light.rule, false, frame->arguments[i].key),
                          frame->arguments[i].word, WAY_PARTICIPLE, frame->arguments[i].key);
    }
}

static void place_and_date(coder_state *const coding, event_draft *const draft)
{
    const casus_document *const document = coding->document;
    draft->event.place = casus_geo_of_event(document, draft->word);
    draft->event.date = casus_time_of_event(coding->coder->time, document, draft->word, NULL);
    uint32_t first, last;
    tree_extent(document, draft->clause, &first, &last);
    for (uint32_t i = first; i <= last; i++) {
        const uint32_t place = document->place_at[i];
        if (place != CASUS_NONE && document->record.place_mentions.at[place].use == USE_LITERAL)
            draft->placed = true;
        if (document->time_at[i] != CASUS_NONE &&
            document->record.times.at[document->time_at[i]].type <= TIMEX_TIME)
            draft->dated = true;
    }
}

static casus_span evidence(const casus_document *const document, const event_draft *const draft)
{
    uint32_t first, last;
    tree_extent(document, draft->clause, &first, &last);
    while (last > first && tree_word(document, last)->upos == UPOS_PUNCT) last--;
    return tree_span(document, first, last);
}

/* Words inside a name tell nothing: Strike Force, Peace Now. */
static bool inside_name(const casus_document *const document, const bool *const named,
                        const uint32_t word)
{
    return named[word] || document->place_at[word] != CASUS_NONE ||
           document->time_at[word] != CASUS_NONE;
}

static bool *mark_names(const coder_state *const coding)
{
    const casus_document *const document = coding->document;
    bool *const named = ARENA_ARRAY(coding->arena, bool, document->words.count + 1);
    for (uint32_t i = 0; i < document->record.mentions.count; i++) {
        const casus_mention *const mention = &document->record.mentions.at[i];
        if (mention->form != FORM_NAME) continue;
        /* "Revolutionary United Front": a participle before a noun of the name is part of it; other
         * verbs were swallowed. */
        for (uint32_t word = mention->first; word <= mention->last; word++)
            named[word] = tree_word(document, word)->upos != UPOS_VERB ||
                          (word < mention->last && tree_main_deprel(document, word) == DEP_AMOD);
    }
    return named;
}

event_draft drafts_read(coder_state *const coding, const uint32_t word, const lex_rule *const rule)
{
    const casus_document *const document = coding->document;
    event_draft fresh = {.rule = rule,
                         .word = word,
                         .clause = word,
                         .into = CASUS_NONE,
                         .cause = CASUS_NONE,
                         .whole = CASUS_NONE,
                         .kept = CASUS_NONE,
                         .sentence = tree_word(document, word)->sentence};
    fresh.nominal = tree_word(document, word)->upos != UPOS_VERB;
    fresh.definite = fresh.nominal && match_is_definite(coding, word);
    fresh.event = (casus_event){.type = (casus_event_type)rule->event,
                                .mode = rule->mode,
                                .cameo = rule->cameo,
                                .acled = rule->acled,
                                .place = CASUS_NONE,
                                .caused_by = CASUS_NONE,
                                .part_of = CASUS_NONE,
                                .trigger_word = word,
                                .rule = rule->id};
    fresh.event.trigger =
        casus_document_text(document, tree_span(document, key_begin(coding, word), word));
    for (uint32_t i = 0; i < rule->contexts.count; i++)
        VEC_PUSH(&fresh.event.contexts, coding->arena, rule->contexts.at[i]);
    give_roles(coding, &fresh, frame_of(coding, word), rule, fresh.nominal);
    if (fresh.nominal) {
        lighten(coding, &fresh);
        read_copula(coding, &fresh);
        read_participles(coding, &fresh);
    }
    contents_take(coding, &fresh);
    fresh.event.factuality = factuality_of(coding, word, &fresh.governed);
    drafts_count(coding, &fresh);
    place_and_date(coding, &fresh);
    fresh.event.span = evidence(document, &fresh);
    VEC_PUSH(&fresh.words, coding->arena, word);
    return fresh;
}

event_draft *drafts_add(coder_state *const coding, const uint32_t word, const lex_rule *const rule)
{
    if (!rule) return NULL;
    const event_draft fresh = drafts_read(coding, word, rule);
    coding->drafts->at[word] = coding->drafts->list.count;
    return VEC_PUSH(&coding->drafts->list, coding->arena, fresh);
}

static void propose(coder_state *const coding, const uint32_t word)
{
    if (tree_deprel(coding->document, word) == DEP_COMPOUND) return;
    const match best = match_word(coding, word, WANT_EVENT);
    event_draft *const draft = drafts_add(coding, word, best.rule);
    if (draft) readings_propose(coding, draft, &best);
}

void drafts_propose(coder_state *const coding)
{
    const casus_document *const document = coding->document;
    const bool *const named = mark_names(coding);
    for (uint32_t word = 0; word < document->words.count; word++) {
        const uint8_t upos = tree_word(document, word)->upos;
        coding->drafts->at[word] = CASUS_NONE;
        if (upos == UPOS_PUNCT || inside_name(document, named, word)) continue;
        propose(coding, word);
    }
    drafts *const all = coding->drafts;
    for (uint32_t i = 0; i < all->list.count; i++)
        readings_each(coding, &all->list.at[i], contents_take_parties);
    for (uint32_t i = 0; i < all->list.count; i++)
        contents_take_answered(coding, &all->list.at[i]);
    for (uint32_t i = 0; i < all->list.count; i++) {
        event_draft *const draft = &all->list.at[i];
        const event_draft plain = *draft;
        contents_read_intention(coding, draft);
        if (draft->event.type != plain.event.type) readings_add(coding, draft, &plain);
    }
    for (uint32_t i = 0; i < all->list.count; i++)
        readings_each(coding, &all->list.at[i], contents_take_within);
}
