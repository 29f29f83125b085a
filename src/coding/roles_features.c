/* What the judges of roles know of one candidate. */
#include <stdio.h>

#include "coding/features.h"
#include "coding/parties.h"
#include "coding/roles.h"
#include "coding/statements.h"
#include "coding/things.h"
#include "coding/tree.h"

enum { PATH_STEPS = 6, TEXT = 160, FOES_REACH = 40 };

typedef struct describer {
    const role_case *at;
    const candidate *one;
    judge_features *features;
    const char *type;
    const char
        *state; /* whom no rule proposes: which roles the rules fill with others; else NULL */
} describer;

static void tell_under(const describer *const to, const char *const prefix, const char *const what,
                       const casus_str value)
{
    char name[2 * TEXT];
    size_t size = strlen(prefix);
    const size_t more = strnlen(what, TEXT);
    memcpy(name, prefix, size);
    name[size++] = '.';
    memcpy(name + size, what, more);
    name[size + more] = '\0';
    judge_add(to->features, name, value);
}

/* By itself, under the type of the event, and under what the rules leave open, so that each can
 * have a say. */
static void tell(const describer *const to, const char *const what, const casus_str value)
{
    judge_add(to->features, what, value);
    tell_under(to, to->type, what, value);
    if (to->state) tell_under(to, to->state, what, value);
}

static void tell_number(const describer *const to, const char *const what, const int64_t value,
                        const int64_t most)
{
    char text[24];
    snprintf(text, sizeof text, "%lld", (long long)(value > most ? most : value));
    tell(to, what, casus_str_from(text));
}

static void tell_flag(const describer *const to, const char *const what, const bool holds)
{
    if (holds) tell(to, what, (casus_str){NULL, 0});
}

static const char *way_name(const role_way way)
{
    static const char *const names[WAY_COUNT] = {"frame",      "inner",   "light",  "copula",
                                                 "participle", "content", "author", "claim",
                                                 "accused",    "said",    "within"};
    return names[way];
}

static casus_str key_name(const coder_state *const coding, const uint16_t key)
{
    static const char *const names[ARG_PREPOSITION] = {"none", "subj",  "obj",    "iobj",  "poss",
                                                       "comp", "self",  "xcomp",  "ccomp", "advcl",
                                                       "any",  "first", "second", "head"};
    if (key < ARG_PREPOSITION) return casus_str_from(names[key]);
    const casus_map *const prepositions = &coding->ontology->prepositions;
    const uint32_t number = (uint32_t)(key - ARG_PREPOSITION);
    return number < prepositions->entries.count ? prepositions->entries.at[number].key
                                                : STR("other");
}

/* What the rules say of him, and of the others. */
static void tell_hints(const describer *const to)
{
    const coder_state *const coding = to->at->coding;
    const event_draft *const draft = to->at->draft;
    char text[TEXT];
    bool own[2] = {false, false}, joined[2] = {false, false};
    int others[2] = {0, 0};
    for (uint32_t i = 0; i < draft->hints.count; i++) {
        const role_hint *const hint = &draft->hints.at[i];
        if (!roles_is_of(hint, to->one)) {
            others[hint->target] += !hint->joined;
            continue;
        }
        const casus_str key = key_name(coding, hint->key);
        const char *const side = hint->target ? "t" : "s";
        snprintf(text, sizeof text, "%s.%s.%s.%.*s", hint->joined ? "joined" : "hint", side,
                 way_name(hint->way), (int)key.size, key.at);
        tell(to, text, (casus_str){NULL, 0});
        if (!hint->joined) {
            snprintf(text, sizeof text, "rule.%s.%.*s", side, (int)key.size, key.at);
            judge_add(to->features, text, draft->rule->id);
        }
        if (hint->joined)
            joined[hint->target] = true;
        else
            own[hint->target] = true;
    }
    snprintf(text, sizeof text, "hinted=%d%d%d%d", own[0], own[1], joined[0], joined[1]);
    tell(to, text, (casus_str){NULL, 0});
    snprintf(text, sizeof text, "slots=%d%d.%d%d", own[0], own[1], others[0] > 1 ? 2 : others[0],
             others[1] > 1 ? 2 : others[1]);
    tell(to, text, (casus_str){NULL, 0});
}

/* Which argument of the predicate the mention stands in, and how deep. */
static void tell_argument(const describer *const to, const uint32_t predicate,
                          const char *const what)
{
    const coder_state *const coding = to->at->coding;
    const casus_document *const document = coding->document;
    const coder_frame *const frame = frame_of(to->at->coding, predicate);
    char text[TEXT];
    uint32_t word = to->one->best.word;
    if (to->one->shift) return;
    for (int depth = 0; depth < PATH_STEPS; depth++) {
        for (uint32_t i = 0; i < frame->count; i++) {
            const coder_argument *const given = &frame->arguments[i];
            if (given->word != word) continue;
            const casus_str key = key_name(coding, given->key);
            snprintf(text, sizeof text, "%s.%s%d", what, given->understood ? "understood." : "",
                     depth > 2 ? 2 : depth);
            tell(to, text, key);
            snprintf(text, sizeof text, "rule.%s.%.*s", what, (int)key.size, key.at);
            judge_add(to->features, text, to->at->draft->rule->id);
            return;
        }
        if (casus_word_is_root(document, word) || word == predicate) break;
        word = tree_word(document, word)->head;
    }
    snprintf(text, sizeof text, "%s=none", what);
    tell(to, text, (casus_str){NULL, 0});
}

/* The way through the tree from the trigger up and down to the mention. */
static void tell_path(const describer *const to)
{
    const casus_document *const document = to->at->coding->document;
    uint32_t above[PATH_STEPS + 1];
    int count = 0, down = 0, up = 0;
    if (to->one->shift) return;
    for (uint32_t word = to->at->draft->word; count <= PATH_STEPS;) {
        above[count++] = word;
        if (casus_word_is_root(document, word)) break;
        word = tree_word(document, word)->head;
    }
    char text[160];
    size_t size = 0;
    uint32_t word = to->one->best.word;
    bool met = false;
    char below[100] = "";
    size_t below_size = 0;
    for (; down <= PATH_STEPS && !met; down++) {
        for (up = 0; up < count && above[up] != word;) up++;
        met = up < count;
        if (met || casus_word_is_root(document, word)) break;
        const char *const deprel = casus_deprel_name(tree_deprel(document, word));
        const int wrote = snprintf(below + below_size, sizeof below - below_size, "<%s", deprel);
        if (wrote > 0 && below_size + (size_t)wrote < sizeof below) below_size += (size_t)wrote;
        word = tree_word(document, word)->head;
    }
    if (!met) {
        tell(to, "path", STR("far"));
        return;
    }
    for (int i = 0; i < up; i++) {
        const int wrote = snprintf(text + size, sizeof text - size, ">%s",
                                   casus_deprel_name(tree_deprel(document, above[i])));
        if (wrote > 0 && size + (size_t)wrote < sizeof text) size += (size_t)wrote;
    }
    const int wrote = snprintf(text + size, sizeof text - size, "%s", below);
    if (wrote > 0 && size + (size_t)wrote < sizeof text) size += (size_t)wrote;
    tell(to, "path", (casus_str){text, size});
    tell_number(to, "steps", up + down, 7);
    snprintf(text, sizeof text, "updown=%d.%d", up > 3 ? 3 : up, down > 3 ? 3 : down);
    tell(to, text, (casus_str){NULL, 0});
}

/* The words between trigger and mention, for where the tree went wrong. */
static void tell_between(const describer *const to)
{
    const casus_document *const document = to->at->coding->document;
    const uint32_t trigger = to->at->draft->word, word = to->one->best.word;
    const uint32_t number = document->mention_at[word];
    uint32_t first = word;
    int verbs = 0, commas = 0, nouns = 0;
    char text[TEXT];
    if (to->one->shift) return;
    if (number != CASUS_NONE) first = document->record.mentions.at[number].first;
    while (first > 0 && tree_word(document, first - 1)->sentence == to->at->draft->sentence) {
        const uint8_t upos = tree_word(document, first - 1)->upos;
        if (upos != UPOS_DET && upos != UPOS_ADJ && upos != UPOS_NUM) break;
        first--;
    }
    const bool after = word > trigger;
    for (uint32_t at = after ? trigger + 1 : word + 1; at < (after ? first : trigger); at++) {
        const uint8_t upos = tree_word(document, at)->upos;
        verbs += upos == UPOS_VERB;
        commas += upos == UPOS_PUNCT;
        nouns += upos == UPOS_NOUN || upos == UPOS_PROPN;
    }
    snprintf(text, sizeof text, "verbs.%c=%d.%d", after ? 'a' : 'b', verbs > 2 ? 2 : verbs,
             commas > 2 ? 2 : commas);
    tell(to, text, (casus_str){NULL, 0});
    snprintf(text, sizeof text, "nouns.%c=%d.%d", after ? 'a' : 'b', verbs > 1 ? 1 : verbs,
             nouns > 3 ? 3 : nouns);
    tell(to, text, (casus_str){NULL, 0});
    const bool led = first > document->sentences.at[to->at->draft->sentence].first &&
                     tree_word(document, first - 1)->upos == UPOS_ADP && first - 1 != trigger;
    snprintf(text, sizeof text, "led.%c%d", after ? 'a' : 'b', verbs > 1 ? 1 : verbs);
    tell(to, text, led ? tree_word(document, first - 1)->lemma : STR("none"));
}

/* Where it stands, and what it is in its own clause. */
static void tell_place(const describer *const to)
{
    const coder_state *const coding = to->at->coding;
    const casus_document *const document = coding->document;
    const candidate *const one = to->one;
    const uint32_t word = one->best.word, trigger = to->at->draft->word;
    const char *const deprel = casus_deprel_name(tree_deprel(document, word));
    const int shift = one->shift < -3 ? -3 : one->shift > 2 ? 2 : one->shift;
    static const char *const forms[] = {"name", "nominal", "pronoun", "group",
                                        "land", "capital", "place", "noun"};
    char text[TEXT];
    snprintf(text, sizeof text, "shift=%d%s", shift, one->shift ? "" : word < trigger ? "b" : "a");
    tell(to, text, (casus_str){NULL, 0});
    snprintf(text, sizeof text, "own=%d.%s", shift, deprel);
    tell(to, text, (casus_str){NULL, 0});
    snprintf(text, sizeof text, "rank=%d.%u", shift, one->rank > 3 ? 3 : one->rank);
    tell(to, text, (casus_str){NULL, 0});
    if (!shift) tell_number(to, "apart", one->apart < 4 ? one->apart : 3 + one->apart / 5, 8);
    tell(to, "form", casus_str_from(forms[one->best.form]));
    const uint32_t head = tree_word(document, word)->head;
    if (tree_main_deprel(document, word) == DEP_NSUBJ && casus_word_is_root(document, head)) {
        snprintf(text, sizeof text, "main.subject=%d", shift);
        tell(to, text, (casus_str){NULL, 0});
    }
    const casus_str preposition = tree_preposition(document, coding->arena, word);
    if (preposition.size && !shift) tell(to, word < trigger ? "prep.b" : "prep.a", preposition);
    if (shift)
        tell_flag(to, "paragraph",
                  document->sentences.at[tree_word(document, word)->sentence].paragraph ==
                      document->sentences.at[to->at->draft->sentence].paragraph);
    judge_add(to->features, "governor", tree_word(document, head)->lemma);
}

static void tell_noun(const describer *const to)
{
    const coder_state *const coding = to->at->coding;
    const uint32_t word = to->one->noun;
    const thing_class *const klass = things_class(coding, word);
    tell(to, "sector", STR("noun"));
    tell(to, "thing", klass ? klass->name : STR("none"));
    tell(to, "noun", features_lemma(coding, word));
    tell_flag(to, "noun.many", tree_child(coding->document, word, DEP_NUMMOD) != CASUS_NONE);
    judge_add(to->features, "rule.noun", to->at->draft->rule->id);
}

static void tell_actor(const describer *const to)
{
    const casus_document *const document = to->at->coding->document;
    if (to->one->noun != CASUS_NONE) {
        tell_noun(to);
        return;
    }
    if (to->one->actor == CASUS_NONE) {
        static const char *const precisions[] = {"site",     "city",    "district",
                                                 "province", "country", "region"};
        const casus_place *const place = &document->record.places.at[to->one->place];
        tell(to, "sector", STR("place"));
        tell(to, "precision", casus_str_from(precisions[place->precision]));
        tell_flag(to, "scene", to->at->draft->event.place == to->one->place);
        return;
    }
    const casus_actor *const actor = &document->record.actors.at[to->one->actor];
    tell(to, "sector", actor->sector.size ? actor->sector : STR("none"));
    tell(to, "kind", casus_str_from(casus_kind_name(actor->kind)));
    tell_flag(to, "armed", actor->armed);
    tell_flag(to, "generic", actor->generic);
    tell_flag(to, "known", actor->id.size > 0);
    if (actor->role.size) tell(to, "role", actor->role);
    tell_number(to, "mentions", actor->mentions.count, 4);
}

/* In which roles the rest of the text shows him: "lean" says in which more often.  STORY_REACH: of
 * a text of many stories, so many events on either side, which keeps the work linear. */
static void tell_story(const describer *const to)
{
    enum { STORY_REACH = 200 };
    const coder_state *const coding = to->at->coding;
    const event_draft *const draft = to->at->draft;
    int same[2] = {0, 0}, any[2] = {0, 0};
    const event_draft *before = NULL;
    const uint32_t own = (uint32_t)(draft - coding->drafts->list.at);
    const uint32_t first = own > STORY_REACH ? own - STORY_REACH : 0;
    for (uint32_t i = first; i < coding->drafts->list.count && i <= own + STORY_REACH; i++) {
        const event_draft *const other = &coding->drafts->list.at[i];
        if (other == draft || other->into != CASUS_NONE) continue;
        if (other->word < draft->word && other->event.type == draft->event.type) before = other;
        const bool source = parties_have(&other->event.source, to->one->actor),
                   target = parties_have(&other->event.target, to->one->actor);
        any[0] += source;
        any[1] += target;
        if (other->event.type != draft->event.type) continue;
        same[0] += source;
        same[1] += target;
    }
    char text[TEXT];
    snprintf(text, sizeof text, "story=%d%d", same[0] > 2 ? 2 : same[0], same[1] > 2 ? 2 : same[1]);
    tell(to, text, (casus_str){NULL, 0});
    snprintf(text, sizeof text, "lean=%d",
             any[0] > any[1]   ? 1
             : any[0] < any[1] ? -1
             : any[0]          ? 0
                               : 9);
    tell(to, text, (casus_str){NULL, 0});
    if (!before || draft->sentence - before->sentence > 2) return;
    tell_flag(to, "before.s", parties_have(&before->event.source, to->one->actor));
    tell_flag(to, "before.t", parties_have(&before->event.target, to->one->actor));
}

/* "the Iranian envoy", "Ecuador's minister": a mention within the phrase of another candidate, or
 * around one. */
static void tell_inside(const describer *const to)
{
    const coder_state *const coding = to->at->coding;
    const casus_document *const document = coding->document;
    const uint32_t word = to->one->best.word;
    uint32_t above = tree_word(document, word)->head;
    char text[TEXT];
    if (above != word && document->mention_at[above] != CASUS_NONE) {
        const uint32_t holder = party_at(coding, above);
        const char *const deprel = casus_deprel_name(tree_deprel(document, word));
        const bool same = holder == to->one->actor,
                   kin = parties_related(coding, holder, to->one->actor);
        bool hinted[2] = {false, false};
        for (uint32_t i = 0; i < to->at->draft->hints.count; i++)
            if (holder != CASUS_NONE && to->at->draft->hints.at[i].actor == holder)
                hinted[to->at->draft->hints.at[i].target] = true;
        snprintf(text, sizeof text, "inside.%s", deprel);
        tell(to, text, same ? STR("same") : kin ? STR("kin") : STR("other"));
        snprintf(text, sizeof text, "inside=%d%d%d", to->one->shift == 0, hinted[0], hinted[1]);
        tell(to, text, (casus_str){NULL, 0});
    }
    for (EACH_CHILD(document, word, child)) {
        const uint32_t held = party_at(coding, child);
        if (held == CASUS_NONE || held == to->one->actor) continue;
        snprintf(text, sizeof text, "around.%s", casus_deprel_name(tree_deprel(document, child)));
        tell(to, text, parties_related(coding, held, to->one->actor) ? STR("kin") : STR("other"));
    }
}

static bool among(const coder_state *const coding, const casus_refs *const refs,
                  const uint32_t actor)
{
    for (uint32_t i = 0; i < refs->count; i++)
        if (parties_related(coding, refs->at[i], actor)) return true;
    return false;
}

/* Whether the rules propose, for the role, somebody who has to do with these. */
static bool proposes_of(const role_case *const at, const bool target, const casus_refs *const refs)
{
    for (uint32_t i = 0; i < at->draft->hints.count; i++) {
        const role_hint *const hint = &at->draft->hints.at[i];
        if (hint->target == target && hint->actor != CASUS_NONE &&
            among(at->coding, refs, hint->actor))
            return true;
    }
    return false;
}

/* Who is met as the other side elsewhere is the likely other side here. */
static void tell_foes(const describer *const to)
{
    const coder_state *const coding = to->at->coding;
    const drafts *const all = coding->drafts;
    const uint32_t here = all->at[to->at->draft->word];
    const uint32_t from = here > FOES_REACH ? here - FOES_REACH : 0;
    int foe[2] = {0, 0};
    for (uint32_t i = from; i < all->list.count && i < from + 2 * FOES_REACH; i++) {
        const event_draft *const other = &all->list.at[i];
        if (other == to->at->draft || other->into != CASUS_NONE) continue;
        const casus_event *const event = &other->event;
        const bool does = among(coding, &event->source, to->one->actor),
                   suffers = among(coding, &event->target, to->one->actor);
        for (int target = 0; target < 2; target++)
            foe[target] += (does && proposes_of(to->at, target == 1, &event->target)) ||
                           (suffers && proposes_of(to->at, target == 1, &event->source));
    }
    char text[TEXT];
    snprintf(text, sizeof text, "foe=%d%d", foe[0] > 2 ? 2 : foe[0], foe[1] > 2 ? 2 : foe[1]);
    tell(to, text, (casus_str){NULL, 0});
    int more = 0;
    const casus_actor *const actors = coding->document->record.actors.at;
    if (to->one->actor == CASUS_NONE) return;
    for (uint32_t i = 0; i < to->at->table->list.count; i++) {
        const uint32_t other = to->at->table->list.at[i].actor;
        more += other != CASUS_NONE &&
                actors[other].mentions.count > actors[to->one->actor].mentions.count;
    }
    tell_number(to, "overshadowed", more, 3);
}

/* Who else the rules propose for the same role: coordinated with him, of his kin, in the same
 * argument, or elsewhere; by name or not. */
static void tell_mates(const describer *const to)
{
    const coder_state *const coding = to->at->coding;
    const event_draft *const draft = to->at->draft;
    const casus_actor *const actors = coding->document->record.actors.at;
    const uint32_t own = tree_first_conjunct(coding->document, to->one->best.word);
    for (uint32_t i = 0; i < to->at->table->list.count; i++) {
        const candidate *const other = &to->at->table->list.at[i];
        if (other == to->one || other->actor == CASUS_NONE) continue;
        for (uint32_t j = 0; j < draft->hints.count; j++) {
            const role_hint *const hint = &draft->hints.at[j];
            if (!roles_is_of(hint, other)) continue;
            const uint32_t first = tree_first_conjunct(coding->document, other->best.word);
            const char *const tie = first == own                                            ? "conj"
                                    : parties_related(coding, other->actor, to->one->actor) ? "kin"
                                    : other->shift == to->one->shift                        ? "near"
                                                                                            : "far";
            char text[TEXT];
            snprintf(text, sizeof text, "mate.%c%s.%s", hint->target ? 't' : 's',
                     hint->joined ? "j" : "", tie);
            tell(to, text,
                 actors[other->actor].generic          ? STR("generic")
                 : other->best.form == SEEN_NAME       ? STR("name")
                 : actors[other->actor].role.size != 0 ? STR("role")
                                                       : STR("other"));
            break;
        }
    }
}

/* How he stands to those whom the rules propose. */
static void tell_kin(const describer *const to)
{
    const coder_state *const coding = to->at->coding;
    const casus_document *const document = coding->document;
    const event_draft *const draft = to->at->draft;
    const casus_actor *const actors = document->record.actors.at;
    const uint32_t first = tree_first_conjunct(document, to->one->best.word);
    bool kin[2] = {false, false}, conjunct[2] = {false, false}, below[2] = {false, false};
    for (uint32_t i = 0; i < draft->hints.count; i++) {
        const role_hint *const hint = &draft->hints.at[i];
        if (hint->actor == CASUS_NONE || roles_is_of(hint, to->one)) continue;
        kin[hint->target] |= parties_related(coding, hint->actor, to->one->actor);
        below[hint->target] |=
            to->one->actor != CASUS_NONE && actors[hint->actor].affiliation == to->one->actor;
        conjunct[hint->target] |= party_at(coding, first) == hint->actor;
    }
    tell_flag(to, "kin.s", kin[0]);
    tell_flag(to, "kin.t", kin[1]);
    tell_flag(to, "people.s", below[0]);
    tell_flag(to, "people.t", below[1]);
    tell_flag(to, "conjunct.s", conjunct[0]);
    tell_flag(to, "conjunct.t", conjunct[1]);
    for (uint32_t i = 0; i < draft->event.counts.count; i++)
        if (to->one->actor != CASUS_NONE && draft->event.counts.at[i].victims == to->one->actor)
            tell(to, "victims",
                 casus_str_from(casus_effect_name(draft->event.counts.at[i].effect)));
    tell_inside(to);
    bool nearer = false;
    for (uint32_t i = 0; i < to->at->table->list.count; i++) {
        const candidate *const other = &to->at->table->list.at[i];
        nearer |= other != to->one && other->shift == to->one->shift &&
                  other->apart < to->one->apart &&
                  parties_related(coding, other->actor, to->one->actor);
    }
    tell_flag(to, "kin.nearer", nearer);
}

/* Who speaks of the event need not be in it. */
static void tell_speech(const describer *const to)
{
    const event_draft *const draft = to->at->draft;
    bool speaks = false;
    for (uint32_t i = 0; i < draft->said.count; i++) {
        const statement_draft *const said = &draft->said.at[i];
        if (!said->sure || said->statement.by != to->one->actor) continue;
        tell(to, "speaks", casus_str_from(casus_stance_name(said->statement.stance)));
        speaks = true;
    }
    tell_flag(to, "speaks.not", !speaks && draft->said.count);
    tell_flag(to, "accused", parties_have(&draft->accused, to->one->actor));
}

void roles_describe(const role_case *const at, const candidate *const one,
                    judge_features *const features)
{
    const event_draft *const draft = at->draft;
    static const char *const states[4] = {"open", "sourced", "targeted", "full"};
    bool hinted = false, sourced = false, targeted = false;
    for (uint32_t i = 0; i < draft->hints.count; i++) {
        hinted |= roles_is_of(&draft->hints.at[i], one);
        sourced |= !draft->hints.at[i].target;
        targeted |= draft->hints.at[i].target;
    }
    const describer to = {at, one, features, casus_event_type_name(draft->event.type),
                          hinted ? NULL : states[sourced + 2 * targeted]};
    judge_add(features, "type", casus_str_from(to.type));
    tell_flag(&to, "nominal", draft->nominal);
    tell_flag(&to, "passive", at->passive);
    judge_add(features, "fact", casus_str_from(casus_factuality_name(draft->event.factuality)));
    tell_hints(&to);
    tell_argument(&to, draft->word, "arg");
    if (draft->clause != draft->word) tell_argument(&to, draft->clause, "clause");
    tell_path(&to);
    tell_between(&to);
    tell_place(&to);
    tell_actor(&to);
    tell_story(&to);
    tell_foes(&to);
    tell_kin(&to);
    tell_mates(&to);
    tell_speech(&to);
}
