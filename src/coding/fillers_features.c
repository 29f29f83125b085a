/* What the judge of fillers is told.  Features are named after the role, so that each role has
 * weights of its own; what the whole text or sentence tells is told once and shared. */
#include <stdio.h>

#include "coding/fillers_parts.h"
#include "coding/parties.h"
#include "coding/tree.h"
#include "text/fold.h"

enum { NEAR_DRAFTS = 12, TEXT_DRAFTS = 16, MENTIONS_SEEN = 8, WORDS_SEEN = 8, BAG = 60 };

typedef struct describer {
    const coder_state *coding;
    judge_features *features;
    const char *role;
} describer;

static const char *role_name(const filler_role as)
{
    static const char *const names[FILLER_ROLES] = {"doer", "group", "victim", "object", "weapon"};
    return names[as];
}

static void tell(const describer *const to, const char *const what, const casus_str value)
{
    char name[48];
    JUDGE_NAME(name, to->role, what);
    judge_add(to->features, name, value);
}

static void tell_text(const describer *const to, const char *const what, const char *const value)
{
    tell(to, what, casus_str_from(value));
}

static void tell_number(const describer *const to, const char *const what, const int64_t value,
                        const int64_t most)
{
    char name[48];
    JUDGE_NAME(name, to->role, what);
    judge_add_number(to->features, name, value, most);
}

static void tell_flag(const describer *const to, const char *const what, const bool holds)
{
    if (holds) tell(to, what, (casus_str){NULL, 0});
}

static void tell_pair(const describer *const to, const char *const what, const casus_str a,
                      const casus_str b)
{
    tell(to, what,
         casus_arena_format(to->coding->arena, "%.*s:%.*s", (int)a.size, a.at, (int)b.size, b.at));
}

static casus_str lemma_at(const describer *const to, const uint32_t word)
{
    return casus_lower(to->coding->arena, tree_word(to->coding->document, word)->lemma);
}

static bool is_content(const casus_word *const word)
{
    return word->upos == UPOS_NOUN || word->upos == UPOS_VERB || word->upos == UPOS_ADJ ||
           word->upos == UPOS_PROPN || word->upos == UPOS_ADV;
}

static void tell_bag(const describer *const to, const char *const what, const uint32_t sentence)
{
    const casus_document *const document = to->coding->document;
    const casus_sentence *const at = &document->sentences.at[sentence];
    for (uint32_t i = 0; i < at->count && i < BAG; i++)
        if (is_content(tree_word(document, at->first + i)))
            tell(to, what, lemma_at(to, at->first + i));
}

/* --- What the text and the sentence tell --- */

static void describe_text(const describer *const to)
{
    const drafts *const all = to->coding->drafts;
    int told = 0, dated = 0;
    for (uint32_t i = 0; i < all->list.count; i++) {
        const event_draft *const draft = &all->list.at[i];
        if (!fillers_decide_on(draft)) continue;
        dated += draft->dated && draft->event.factuality == FACT_ACTUAL;
        if (told++ < TEXT_DRAFTS) tell(to, "text", draft->rule->id);
    }
    tell_number(to, "text-drafts", told / 2, 6);
    tell_number(to, "text-dated", dated, 3);
}

static void describe_sentence(const describer *const to, const uint32_t sentence)
{
    const drafts *const all = to->coding->drafts;
    int near = 0, around = 0;
    for (uint32_t i = 0; i < all->list.count && around < NEAR_DRAFTS; i++) {
        const event_draft *const draft = &all->list.at[i];
        if (!fillers_decide_on(draft)) continue;
        const bool past = draft->sentence + 1 == sentence, next = draft->sentence == sentence + 1;
        if (!past && !next) continue;
        around++;
        tell(to, past ? "past" : "next", draft->rule->id);
    }
    tell_number(to, "around", around, 3);
    for (uint32_t i = 0; i < all->list.count && near < NEAR_DRAFTS; i++) {
        const event_draft *const draft = &all->list.at[i];
        if (draft->sentence != sentence || !fillers_decide_on(draft)) continue;
        near++;
        tell(to, "near", draft->rule->id);
        tell_text(to, "near-fact", casus_factuality_name(draft->event.factuality));
    }
    tell_number(to, "near-count", near, 3);
    tell_number(to, "sentence", sentence / 2, 6);
    tell_bag(to, "with", sentence);
}

static void append(judge_features *const to, const judge_features *const from)
{
    for (uint32_t i = 0; i < from->hashes.count; i++)
        VEC_PUSH(&to->hashes, to->arena, from->hashes.at[i]);
    for (uint32_t i = 0; i < from->names.count; i++)
        VEC_PUSH(&to->names, to->arena, from->names.at[i]);
}

static void share(const coder_state *const coding, filler_shared *const shared,
                  const filler_role as, const uint32_t sentence, judge_features *const features)
{
    judge_features *const text = &shared->text[as];
    if (!text->arena) {
        *text = (judge_features){.arena = coding->arena, .named = features->named};
        const describer to = {coding, text, role_name(as)};
        describe_text(&to);
        shared->sentence[as] =
            ARENA_ARRAY(coding->arena, judge_features, coding->document->sentences.count + 1);
    }
    judge_features *const near = &shared->sentence[as][sentence];
    if (!near->arena) {
        *near = (judge_features){.arena = coding->arena, .named = features->named};
        const describer to = {coding, near, role_name(as)};
        describe_sentence(&to, sentence);
    }
    append(features, text);
    append(features, near);
}

/* --- Where it stands --- */

static const event_draft *told_at(const describer *const to, const uint32_t word)
{
    const drafts *const all = to->coding->drafts;
    const uint32_t number = word < all->words ? all->at[word] : CASUS_NONE;
    if (number == CASUS_NONE || number >= all->list.count) return NULL;
    return fillers_decide_on(&all->list.at[number]) ? &all->list.at[number] : NULL;
}

/* What the word hangs on, and how; "other-" for further mentions of the same. */
static void tell_position(const describer *const to, const uint32_t word, const char *const other)
{
    const casus_document *const document = to->coding->document;
    const uint32_t first = tree_first_conjunct(document, word);
    const casus_str deprel = casus_str_from(casus_deprel_name(tree_deprel(document, first)));
    const uint32_t head = tree_word(document, first)->head;
    const casus_str governor = lemma_at(to, head);
    const casus_str preposition = tree_preposition(document, to->coding->arena, first);
    char name[40];
#define NAMED(what) (snprintf(name, sizeof name, "%s" what, other), name)
    tell(to, NAMED("deprel"), deprel);
    tell_flag(to, NAMED("conjunct"), first != word);
    tell(to, NAMED("governor"), governor);
    tell_pair(to, NAMED("governed"), deprel, governor);
    if (preposition.size) {
        tell(to, NAMED("preposition"), preposition);
        tell_pair(to, NAMED("through"), preposition, governor);
    }
    const event_draft *const draft = told_at(to, head);
    if (draft) {
        tell_pair(to, NAMED("by-rule"), preposition.size ? preposition : deprel, draft->rule->id);
        tell_pair(to, NAMED("by-type"), preposition.size ? preposition : deprel,
                  casus_str_from(casus_event_type_name(draft->event.type)));
    }
    const uint32_t up = tree_word(document, head)->head;
    const event_draft *const above_draft = told_at(to, up);
    if (up != head && above_draft) tell_pair(to, NAMED("up-rule"), deprel, above_draft->rule->id);
    if (up != head) {
        tell_pair(to, NAMED("up"), casus_str_from(casus_deprel_name(tree_deprel(document, head))),
                  lemma_at(to, up));
    }
#undef NAMED
}

/* The event told nearest in the sentence. */
static void tell_nearest(const describer *const to, const uint32_t word)
{
    const drafts *const all = to->coding->drafts;
    const uint32_t sentence = tree_word(to->coding->document, word)->sentence;
    const event_draft *best = NULL;
    uint32_t least = UINT32_MAX;
    for (uint32_t i = 0; i < all->list.count; i++) {
        const event_draft *const draft = &all->list.at[i];
        if (draft->sentence != sentence || !fillers_decide_on(draft)) continue;
        const uint32_t apart = draft->word > word ? draft->word - word : word - draft->word;
        if (apart >= least) continue;
        least = apart;
        best = draft;
    }
    if (!best) return;
    const casus_str side = best->word > word ? STR("before") : STR("behind");
    tell_pair(to, "nearest", side, best->rule->id);
    tell_number(to, best->word > word ? "before" : "behind", least < 4 ? least : 4 + least / 6, 9);
}

/* What events the frames made it a party, an object or a weapon of. */
static void tell_roles(const describer *const to, const uint32_t actor, const uint32_t word)
{
    const drafts *const all = to->coding->drafts;
    const size_t end = tree_word(to->coding->document, word)->span.end;
    int filled = 0;
    for (uint32_t i = 0; i < all->list.count && filled < NEAR_DRAFTS; i++) {
        const event_draft *const draft = &all->list.at[i];
        const casus_event *const event = &draft->event;
        const char *what = NULL;
        if (actor != CASUS_NONE && parties_have(&event->source, actor)) what = "does";
        if (actor != CASUS_NONE && !what && parties_have(&event->target, actor)) what = "suffers";
        for (uint32_t j = 0; j < event->objects.count && !what; j++)
            if (event->objects.at[j].span.end == end) what = "hit";
        for (uint32_t j = 0; j < event->weapons.count && !what; j++)
            if (event->weapons.at[j].span.end == end) what = "used";
        if (!what) continue;
        filled += fillers_decide_on(draft);
        tell(to, what, draft->rule->id);
        char name[32];
        snprintf(name, sizeof name, "%s-type", what);
        tell_text(to, name, casus_event_type_name(event->type));
        if (!fillers_decide_on(draft)) continue;
        snprintf(name, sizeof name, "%s-fact", what);
        tell_text(to, name, casus_factuality_name(event->factuality));
    }
    tell_number(to, "filled", filled, 3);
}

/* --- What it is --- */

static void tell_actor(const describer *const to, const uint32_t number)
{
    const casus_actor *const actor = &to->coding->document->record.actors.at[number];
    tell_text(to, "kind", casus_kind_name(actor->kind));
    tell(to, "sector", actor->sector.size ? actor->sector : STR("none"));
    tell(to, "id", actor->id.size ? actor->id : STR("none"));
    tell(to, "country", actor->country.size ? actor->country : STR("none"));
    tell(to, "does", actor->role.size ? actor->role : STR("none"));
    tell_flag(to, "armed", actor->armed);
    tell_flag(to, "generic", actor->generic);
    tell_flag(to, "affiliated", actor->affiliation != CASUS_NONE);
}

/* Which words before the head were kept and which were left out: "unidentified men", "several
 * houses". */
static void tell_cut(const describer *const to, const filler_phrase *const phrase)
{
    const casus_document *const document = to->coding->document;
    if (phrase->first > phrase->head) return;
    if (phrase->first < phrase->head) {
        tell(to, "keeps", lemma_at(to, phrase->first));
        tell_text(to, "keeps-upos",
                  casus_upos_name((casus_upos)tree_word(document, phrase->first)->upos));
        tell_pair(to, "keeps-head", lemma_at(to, phrase->first), lemma_at(to, phrase->head));
    }
    if (!phrase->first || !tree_dominates(document, phrase->head, phrase->first - 1)) return;
    tell(to, "drops", lemma_at(to, phrase->first - 1));
    tell_text(to, "drops-upos",
              casus_upos_name((casus_upos)tree_word(document, phrase->first - 1)->upos));
    tell_pair(to, "drops-head", lemma_at(to, phrase->first - 1), lemma_at(to, phrase->head));
}

static void tell_words(const describer *const to, const filler_phrase *const phrase)
{
    const casus_document *const document = to->coding->document;
    const casus_word *const first = tree_word(document, phrase->first);
    const uint32_t words = document->words.count;
    tell(to, "head", lemma_at(to, phrase->head));
    tell_text(to, "shape", phrase->shape);
    tell_number(to, "size", phrase->last - phrase->first + 1, 6);
    tell(to, "first", lemma_at(to, phrase->first));
    tell_text(to, "first-upos", casus_upos_name((casus_upos)first->upos));
    if (phrase->last != phrase->head) {
        tell(to, "last", lemma_at(to, phrase->last));
        tell_pair(to, "tail", lemma_at(to, phrase->head), lemma_at(to, phrase->head + 1));
    }
    for (uint32_t word = phrase->first; word <= phrase->last && word < phrase->first + WORDS_SEEN;
         word++)
        tell(to, "word", lemma_at(to, word));
    if (phrase->first > 0) tell(to, "left", lemma_at(to, phrase->first - 1));
    if (phrase->first > 1)
        tell_pair(to, "lefts", lemma_at(to, phrase->first - 2), lemma_at(to, phrase->first - 1));
    if (phrase->last + 1 < words) tell(to, "right", lemma_at(to, phrase->last + 1));
    if (phrase->last + 2 < words)
        tell_pair(to, "rights", lemma_at(to, phrase->last + 1), lemma_at(to, phrase->last + 2));
    if (phrase->first > 0 && phrase->first <= phrase->head) {
        const casus_word *const left = tree_word(document, phrase->first - 1);
        tell_text(to, "left-upos", casus_upos_name((casus_upos)left->upos));
        tell_flag(to, "cut", tree_dominates(document, phrase->head, phrase->first - 1));
    }
    tell_flag(to, "quoted", (first->flags & WORD_QUOTED) != 0);
    tell_cut(to, phrase);
}

static const char *kind_name(const phrase_kind kind)
{
    static const char *const names[] = {"name", "people", "group", "object", "weapon", "other"};
    return names[kind];
}

void fillers_describe(const coder_state *const coding, filler_shared *const shared,
                      const filler_phrases *const phrases, const filler_phrase *const phrase,
                      const filler_role as, judge_features *const features)
{
    const casus_document *const document = coding->document;
    const filler_entity *const entity = &phrases->entities.at[phrase->entity];
    const describer to = {coding, features, role_name(as)};
    share(coding, shared, as, tree_word(document, phrase->head)->sentence, features);
    tell_text(&to, "as", kind_name(entity->kind));
    if (entity->klass) tell(&to, "class", entity->klass->name);
    if (entity->actor != CASUS_NONE) tell_actor(&to, entity->actor);
    tell_words(&to, phrase);
    tell_position(&to, phrase->head, "");
    tell_nearest(&to, phrase->head);
    const uint32_t first = tree_first_conjunct(document, phrase->head);
    tell_pair(&to, "class-under",
              entity->klass ? entity->klass->name : casus_str_from(kind_name(entity->kind)),
              lemma_at(&to, tree_word(document, first)->head));
    tell_roles(&to, entity->actor, phrase->head);
    tell_number(&to, "mentions", entity->heads.count, 5);
    tell_flag(&to, "first-told", entity->heads.at[0] == phrase->head);
    for (uint32_t i = 0; i < entity->heads.count && i < MENTIONS_SEEN; i++)
        if (entity->heads.at[i] != phrase->head) tell_position(&to, entity->heads.at[i], "other-");
    if (entity->kind == PHRASE_NAME) {
        const uint32_t words = phrase->last - phrase->first + 1;
        uint32_t most = 1;
        for (uint32_t i = 0; i < entity->key.size; i++) most += entity->key.at[i] == ' ';
        tell_flag(&to, "part", words < most);
        tell_number(&to, "less", (int64_t)most - words, 3);
    }
}
