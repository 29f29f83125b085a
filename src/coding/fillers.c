/* Roles by a judge of their own in texts without capitals. */
#include "coding/fillers.h"

#include <stdio.h>

#include "coding/judge.h"
#include "coding/parties.h"
#include "coding/things.h"
#include "coding/tree.h"

enum {
    LETTERS_SEEN = 4000,
    CAPITALS_LEAST = 200,
    NEAR_DRAFTS = 12,
    MENTIONS_SEEN = 8,
    TEXT_DRAFTS = 16
};

typedef VEC(filler) filler_list;

bool fillers_wanted(const casus_document *const document)
{
    const casus_str text = document->article.text;
    size_t letters = 0, capitals = 0;
    for (size_t i = 0; i < text.size && letters < LETTERS_SEEN; i++) {
        const char c = text.at[i];
        letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        capitals += c >= 'A' && c <= 'Z';
    }
    return letters && capitals * CAPITALS_LEAST < letters;
}

static bool is_violent(const event_draft *const draft)
{
    return draft->event.type == EVENT_ASSAULT || draft->event.type == EVENT_COERCE ||
           draft->event.type == EVENT_THREATEN;
}

/* Features are named after the kind of filler, so that each kind has weights of its own. */
typedef struct describer {
    const coder_state *coding;
    judge_features features;
    const char *kind;
} describer;

static void tell(describer *const to, const char *const what, const casus_str value)
{
    char name[48];
    snprintf(name, sizeof name, "%s.%s", to->kind, what);
    judge_add(&to->features, name, value);
}

static void tell_number(describer *const to, const char *const what, const int64_t value,
                        const int64_t most)
{
    char name[48];
    snprintf(name, sizeof name, "%s.%s", to->kind, what);
    judge_add_number(&to->features, name, value, most);
}

static void tell_flag(describer *const to, const char *const what, const bool holds)
{
    if (holds) tell(to, what, (casus_str){NULL, 0});
}

static casus_str longest_mention(const casus_document *const document,
                                 const casus_actor *const actor, uint32_t *const which)
{
    casus_str best = {NULL, 0};
    for (uint32_t i = 0; i < actor->mentions.count; i++) {
        const casus_mention *const mention = &document->record.mentions.at[actor->mentions.at[i]];
        const casus_str text = casus_document_text(document, mention->span);
        if (text.size <= best.size) continue;
        best = text;
        *which = actor->mentions.at[i];
    }
    return best;
}

/* What the word hangs on, and how. */
static void tell_position(describer *const to, const uint32_t word)
{
    const casus_document *const document = to->coding->document;
    const casus_word *const at = tree_word(document, word);
    const char *const deprel = casus_deprel_name(tree_deprel(document, word));
    const casus_str governor = tree_word(document, at->head)->lemma;
    const casus_str preposition = tree_preposition(document, to->coding->arena, word);
    tell(to, "deprel", casus_str_from(deprel));
    tell(to, "governor", governor);
    tell(to, "governed",
         casus_arena_format(to->coding->arena, "%s:%.*s", deprel, (int)governor.size, governor.at));
    if (preposition.size) tell(to, "preposition", preposition);
    if (word > 0) tell(to, "before", tree_word(document, word - 1)->lemma);
    const bool quoted = (at->flags & WORD_QUOTED) != 0;
    tell_flag(to, "quoted", quoted);
}

static void tell_near(describer *const to, const uint32_t sentence)
{
    const drafts *const all = to->coding->drafts;
    int near = 0;
    for (uint32_t i = 0; i < all->list.count && near < NEAR_DRAFTS; i++) {
        const event_draft *const draft = &all->list.at[i];
        if (draft->sentence != sentence || !is_violent(draft)) continue;
        near++;
        tell(to, "near", draft->rule->id);
        tell(to, "near-fact", casus_str_from(casus_factuality_name(draft->event.factuality)));
    }
    tell_number(to, "near-count", near, 3);
}

/* What the text as a whole tells of. */
static void tell_text(describer *const to)
{
    const drafts *const all = to->coding->drafts;
    int told = 0, dated = 0;
    for (uint32_t i = 0; i < all->list.count; i++) {
        const event_draft *const draft = &all->list.at[i];
        if (!is_violent(draft)) continue;
        dated += draft->dated && draft->event.factuality == FACT_ACTUAL;
        if (told++ < TEXT_DRAFTS) tell(to, "text", draft->rule->id);
    }
    tell_number(to, "text-drafts", told / 2, 6);
    tell_number(to, "text-dated", dated, 3);
}

static void tell_roles(describer *const to, const uint32_t actor)
{
    const drafts *const all = to->coding->drafts;
    int filled = 0;
    for (uint32_t i = 0; i < all->list.count && filled < NEAR_DRAFTS; i++) {
        const event_draft *const draft = &all->list.at[i];
        const bool source = parties_have(&draft->event.source, actor);
        if (!source && !parties_have(&draft->event.target, actor)) continue;
        filled += is_violent(draft);
        tell(to, source ? "does" : "suffers", draft->rule->id);
        if (is_violent(draft) && i < 4)
            tell_flag(to, source ? "does-early" : "suffers-early", true);
        tell(to, source ? "does-type" : "suffers-type",
             casus_str_from(casus_event_type_name(draft->event.type)));
        if (is_violent(draft))
            tell(to, source ? "does-fact" : "suffers-fact",
                 casus_str_from(casus_factuality_name(draft->event.factuality)));
    }
    tell_number(to, "filled", filled, 3);
}

static float judge_filler(describer *const to, const filler *const proposal)
{
    const casus_coder *const coder = to->coding->coder;
    if (coder->observer)
        coder->observer->see(coder->observer->context, JUDGE_FILLER, to->coding->document, proposal,
                             &to->features);
    return judge_probability(coder->judge, JUDGE_FILLER, &to->features);
}

static describer begin(const coder_state *const coding, const char *const kind)
{
    const judge_features features = {.arena = coding->arena,
                                     .named = coding->coder->observer != NULL};
    return (describer){coding, features, kind};
}

static void tell_words(describer *const to, const uint32_t first, const uint32_t last,
                       const uint32_t head)
{
    const casus_document *const document = to->coding->document;
    tell(to, "head", tree_word(document, head)->lemma);
    tell_number(to, "size", last - first + 1, 6);
    tell(to, "first", tree_word(document, first)->lemma);
    tell(to, "first-upos",
         casus_str_from(casus_upos_name((casus_upos)tree_word(document, first)->upos)));
    for (uint32_t i = first; i <= last && i < first + 8; i++)
        tell(to, "word", tree_word(document, i)->lemma);
}

static void propose_actor(coder_state *const coding, const filler_role as, const uint32_t number,
                          filler_list *const list)
{
    const casus_document *const document = coding->document;
    const casus_actor *const actor = &document->record.actors.at[number];
    const bool organization = actor->kind == KIND_ORGANIZATION;
    uint32_t which = CASUS_NONE;
    const casus_str text = longest_mention(document, actor, &which);
    if (which == CASUS_NONE || (as == FILLER_TARGET && organization)) return;
    const casus_mention *const mention = &document->record.mentions.at[which];
    describer to = begin(coding, as == FILLER_TARGET ? "victim" : organization ? "group" : "doer");
    tell(&to, "kind", casus_str_from(casus_kind_name(actor->kind)));
    tell(&to, "sector", actor->sector.size ? actor->sector : STR("none"));
    tell(&to, "id", actor->id.size ? actor->id : STR("none"));
    tell(&to, "country", actor->country.size ? actor->country : STR("none"));
    tell(&to, "role", actor->role.size ? actor->role : STR("none"));
    tell_flag(&to, "armed", actor->armed);
    tell_flag(&to, "generic", actor->generic);
    tell_flag(&to, "affiliated", actor->affiliation != CASUS_NONE);
    tell_flag(&to, "named", mention->form == FORM_NAME);
    tell_number(&to, "mentions", actor->mentions.count, 5);
    tell_words(&to, mention->first, mention->last, mention->head);
    for (uint32_t i = 0; i < actor->mentions.count && i < MENTIONS_SEEN; i++) {
        const casus_mention *const one = &document->record.mentions.at[actor->mentions.at[i]];
        const uint32_t sentence = tree_word(document, one->head)->sentence;
        if (i == 0) tell_number(&to, "sentence", sentence / 2, 6);
        tell_position(&to, one->head);
        tell_near(&to, sentence);
    }
    tell_roles(&to, number);
    tell_text(&to);
    filler proposal = {.role = as,
                       .actor = number,
                       .word = mention->head,
                       .thing = {.text = text, .span = mention->span}};
    proposal.odds = judge_filler(&to, &proposal);
    VEC_PUSH(list, coding->arena, proposal);
}

/* The word's place in the objects and weapons that the frames gave. */
static void tell_thing_roles(describer *const to, const uint32_t word)
{
    const casus_document *const document = to->coding->document;
    const size_t end = tree_word(document, word)->span.end;
    const drafts *const all = to->coding->drafts;
    int filled = 0;
    for (uint32_t i = 0; i < all->list.count; i++) {
        const casus_event *const event = &all->list.at[i].event;
        bool held = false;
        for (uint32_t j = 0; j < event->objects.count && !held; j++)
            held = event->objects.at[j].span.end == end;
        for (uint32_t j = 0; j < event->weapons.count && !held; j++)
            held = event->weapons.at[j].span.end == end;
        if (!held) continue;
        filled++;
        tell(to, "of", all->list.at[i].rule->id);
        tell(to, "of-fact", casus_str_from(casus_factuality_name(event->factuality)));
    }
    tell_number(to, "filled", filled, 2);
}

static void propose_thing(coder_state *const coding, const uint32_t word,
                          const thing_class *const klass, const uint32_t last,
                          filler_list *const list)
{
    const casus_document *const document = coding->document;
    uint32_t first, end;
    tree_phrase(document, word, &first, &end);
    if (first < word && tree_word(document, first)->upos == UPOS_DET) first++;
    describer to = begin(coding, klass->weapon ? "weapon" : "object");
    tell(&to, "class", klass->name);
    tell_flag(&to, "long", last > word);
    if (last > word) tell(&to, "long-head", tree_word(document, word)->lemma);
    bool more = false;
    for (EACH_CHILD(document, word, child)) {
        if (child > word && tree_main_deprel(document, child) == DEP_NMOD) more = true;
        if (tree_main_deprel(document, child) == DEP_DET)
            tell(&to, "det", tree_word(document, child)->lemma);
    }
    tell_flag(&to, "modified", more);
    tell_words(&to, first, word, word);
    tell_position(&to, word);
    tell_near(&to, tree_word(document, word)->sentence);
    tell_number(&to, "sentence", tree_word(document, word)->sentence / 2, 6);
    tell_thing_roles(&to, word);
    tell_text(&to);
    const casus_span span = tree_span(document, first, last);
    filler proposal = {.role = klass->weapon ? FILLER_WEAPON : FILLER_OBJECT,
                       .actor = CASUS_NONE,
                       .word = word,
                       .thing = {casus_document_text(document, span), klass->name, span}};
    proposal.odds = judge_filler(&to, &proposal);
    VEC_PUSH(list, coding->arena, proposal);
}

/* Once by itself and once with what it is of: "the residence", "the residence of the mayor". */
static void propose_things(coder_state *const coding, filler_list *const list)
{
    const casus_document *const document = coding->document;
    for (uint32_t word = 0; word < document->words.count; word++) {
        const thing_class *const klass = things_class(coding, word);
        if (!klass || document->place_at[word] != CASUS_NONE ||
            tree_deprel(document, word) == DEP_COMPOUND)
            continue;
        propose_thing(coding, word, klass, word, list);
        uint32_t first, last;
        tree_phrase(document, word, &first, &last);
        if (last > word && last < word + 10) propose_thing(coding, word, klass, last, list);
    }
}

/* Of the same thing told again and again the likeliest phrase stays; "the car", "a red car", not "a
 * blue car". */
static bool is_repeated(const casus_document *const document, const filler_list *const list,
                        const filler *const one)
{
    if (one->role < FILLER_OBJECT) return false;
    const casus_str lemma = tree_word(document, one->word)->lemma;
    for (uint32_t i = 0; i < list->count; i++) {
        const filler *const other = &list->at[i];
        if (other == one || other->role != one->role) continue;
        if (!casus_str_equal(tree_word(document, other->word)->lemma, lemma)) continue;
        if (other->word != one->word && !casus_str_ends(other->thing.text, one->thing.text) &&
            !casus_str_ends(one->thing.text, other->thing.text))
            continue;
        if (other->odds > one->odds || (other->odds >= one->odds && other < one)) return true;
    }
    return false;
}

/* The draft told nearest to the word, one that happened before others. */
static event_draft *nearest_draft(coder_state *const coding, const uint32_t word)
{
    event_draft *best = NULL;
    uint32_t least = UINT32_MAX;
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        if (draft->into != CASUS_NONE || !is_violent(draft) ||
            draft->event.factuality == FACT_NEGATED)
            continue;
        const uint32_t apart = draft->word > word ? draft->word - word : word - draft->word;
        const uint32_t cost = apart + (draft->event.type == EVENT_ASSAULT ? 0 : 40);
        if (cost >= least) continue;
        least = cost;
        best = draft;
    }
    return best;
}

static bool holds(const event_draft *const draft, const filler *const one)
{
    const casus_event *const event = &draft->event;
    if (one->role == FILLER_SOURCE) return parties_have(&event->source, one->actor);
    if (one->role == FILLER_TARGET) return parties_have(&event->target, one->actor);
    for (uint32_t i = 0; i < event->objects.count; i++)
        if (event->objects.at[i].span.end == one->thing.span.end) return true;
    for (uint32_t i = 0; i < event->weapons.count; i++)
        if (event->weapons.at[i].span.end == one->thing.span.end) return true;
    return false;
}

/* Where the roles of a draft say so already, there; else the nearest. */
static event_draft *draft_for(coder_state *const coding, const filler *const one)
{
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        if (draft->into == CASUS_NONE && is_violent(draft) &&
            draft->event.factuality != FACT_NEGATED && holds(draft, one))
            return draft;
    }
    return nearest_draft(coding, one->word);
}

typedef struct chosen {
    event_draft *draft;
    filler what;
} chosen;

static void clear_roles(const coder_state *const coding)
{
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        if (!is_violent(draft)) continue;
        casus_event *const event = &draft->event;
        event->source.count = event->target.count = 0;
        event->objects.count = event->weapons.count = 0;
        for (uint32_t j = 0; j < event->counts.count; j++) event->counts.at[j].victims = CASUS_NONE;
    }
}

static void fill(coder_state *const coding, casus_event *const event, const filler *const one)
{
    if (one->role == FILLER_SOURCE) parties_add(coding, &event->source, one->actor);
    if (one->role == FILLER_TARGET) parties_add(coding, &event->target, one->actor);
    if (one->role == FILLER_OBJECT) VEC_PUSH(&event->objects, coding->arena, one->thing);
    if (one->role == FILLER_WEAPON) VEC_PUSH(&event->weapons, coding->arena, one->thing);
}

/* A title right before the name is no mention of its own: "justice minister elena marin". */
static void join_titles(const casus_document *const document, casus_actor *const actor)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < actor->mentions.count; i++) {
        const casus_mention *const one = &document->record.mentions.at[actor->mentions.at[i]];
        bool title = false;
        for (uint32_t j = 0; j < actor->mentions.count && !title && one->form != FORM_NAME; j++) {
            const casus_mention *const other = &document->record.mentions.at[actor->mentions.at[j]];
            title = other->form == FORM_NAME && other->first == one->last + 1;
        }
        if (!title) actor->mentions.at[kept++] = actor->mentions.at[i];
    }
    actor->mentions.count = kept;
}

void fillers_decide(coder_state *const coding)
{
    casus_document *const document = coding->document;
    for (uint32_t i = 0; i < document->record.actors.count; i++)
        join_titles(document, &document->record.actors.at[i]);
    const judge_weights *const judge = coding->coder->judge;
    filler_list list = {0};
    for (uint32_t i = 0; i < document->record.actors.count; i++) {
        propose_actor(coding, FILLER_SOURCE, i, &list);
        propose_actor(coding, FILLER_TARGET, i, &list);
    }
    propose_things(coding, &list);
    if (!judge_is_trained(judge, JUDGE_FILLER)) return;
    VEC(chosen) kept = {0};
    for (uint32_t i = 0; i < list.count; i++) {
        const filler *const one = &list.at[i];
        if (one->odds < judge_threshold(judge, JUDGE_FILLER) || is_repeated(document, &list, one))
            continue;
        event_draft *const draft = draft_for(coding, one);
        if (draft) VEC_PUSH(&kept, coding->arena, (chosen){draft, *one});
    }
    clear_roles(coding);
    for (uint32_t i = 0; i < kept.count; i++) {
        fill(coding, &kept.at[i].draft->event, &kept.at[i].what);
        kept.at[i].draft->filled = true;
    }
}
