/* What the judges of roles know of one candidate. */
#include <stdio.h>

#include "coding/features.h"
#include "coding/homeland.h"
#include "coding/parties.h"
#include "coding/roles_parts.h"
#include "coding/statements.h"
#include "coding/things.h"
#include "coding/tree.h"

enum { PATH_STEPS = 6 };

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
void roles_tell(const describer *const to, const char *const what, const casus_str value)
{
    judge_add(to->features, what, value);
    tell_under(to, to->type, what, value);
    if (to->state) tell_under(to, to->state, what, value);
}

void roles_tell_number(const describer *const to, const char *const what, const int64_t value,
                       const int64_t most)
{
    char text[24];
    snprintf(text, sizeof text, "%lld", (long long)(value > most ? most : value));
    roles_tell(to, what, casus_str_from(text));
}

void roles_tell_flag(const describer *const to, const char *const what, const bool holds)
{
    if (holds) roles_tell(to, what, (casus_str){NULL, 0});
}

static const char *way_name(const role_way way)
{
    static const char *const names[WAY_COUNT] = {"frame",      "inner",   "light",  "copula",
                                                 "participle", "content", "author", "claim",
                                                 "accused",    "said",    "within", "answered"};
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
        roles_tell(to, text, (casus_str){NULL, 0});
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
    roles_tell(to, text, (casus_str){NULL, 0});
    snprintf(text, sizeof text, "slots=%d%d.%d%d", own[0], own[1], others[0] > 1 ? 2 : others[0],
             others[1] > 1 ? 2 : others[1]);
    roles_tell(to, text, (casus_str){NULL, 0});
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
            roles_tell(to, text, key);
            snprintf(text, sizeof text, "rule.%s.%.*s", what, (int)key.size, key.at);
            judge_add(to->features, text, to->at->draft->rule->id);
            return;
        }
        if (casus_word_is_root(document, word) || word == predicate) break;
        word = tree_word(document, word)->head;
    }
    snprintf(text, sizeof text, "%s=none", what);
    roles_tell(to, text, (casus_str){NULL, 0});
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
        roles_tell(to, "path", STR("far"));
        return;
    }
    for (int i = 0; i < up; i++) {
        const int wrote = snprintf(text + size, sizeof text - size, ">%s",
                                   casus_deprel_name(tree_deprel(document, above[i])));
        if (wrote > 0 && size + (size_t)wrote < sizeof text) size += (size_t)wrote;
    }
    const int wrote = snprintf(text + size, sizeof text - size, "%s", below);
    if (wrote > 0 && size + (size_t)wrote < sizeof text) size += (size_t)wrote;
    roles_tell(to, "path", (casus_str){text, size});
    roles_tell_number(to, "steps", up + down, 7);
    snprintf(text, sizeof text, "updown=%d.%d", up > 3 ? 3 : up, down > 3 ? 3 : down);
    roles_tell(to, text, (casus_str){NULL, 0});
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
    roles_tell(to, text, (casus_str){NULL, 0});
    snprintf(text, sizeof text, "nouns.%c=%d.%d", after ? 'a' : 'b', verbs > 1 ? 1 : verbs,
             nouns > 3 ? 3 : nouns);
    roles_tell(to, text, (casus_str){NULL, 0});
    const bool led = first > document->sentences.at[to->at->draft->sentence].first &&
                     tree_word(document, first - 1)->upos == UPOS_ADP && first - 1 != trigger;
    snprintf(text, sizeof text, "led.%c%d", after ? 'a' : 'b', verbs > 1 ? 1 : verbs);
    roles_tell(to, text, led ? tree_word(document, first - 1)->lemma : STR("none"));
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
                                        "land", "capital", "place",   "noun"};
    char text[TEXT];
    snprintf(text, sizeof text, "shift=%d%s", shift, one->shift ? "" : word < trigger ? "b" : "a");
    roles_tell(to, text, (casus_str){NULL, 0});
    snprintf(text, sizeof text, "own=%d.%s", shift, deprel);
    roles_tell(to, text, (casus_str){NULL, 0});
    snprintf(text, sizeof text, "rank=%d.%u", shift, one->rank > 3 ? 3 : one->rank);
    roles_tell(to, text, (casus_str){NULL, 0});
    if (!shift) roles_tell_number(to, "apart", one->apart < 4 ? one->apart : 3 + one->apart / 5, 8);
    roles_tell(to, "form", casus_str_from(forms[one->best.form]));
    const uint32_t head = tree_word(document, word)->head;
    if (tree_main_deprel(document, word) == DEP_NSUBJ && casus_word_is_root(document, head)) {
        snprintf(text, sizeof text, "main.subject=%d", shift);
        roles_tell(to, text, (casus_str){NULL, 0});
    }
    const casus_str preposition = tree_preposition(document, coding->arena, word);
    if (preposition.size && !shift)
        roles_tell(to, word < trigger ? "prep.b" : "prep.a", preposition);
    if (shift)
        roles_tell_flag(to, "paragraph",
                        document->sentences.at[tree_word(document, word)->sentence].paragraph ==
                            document->sentences.at[to->at->draft->sentence].paragraph);
    judge_add(to->features, "governor", tree_word(document, head)->lemma);
}

static void tell_noun(const describer *const to)
{
    const coder_state *const coding = to->at->coding;
    const uint32_t word = to->one->noun;
    const thing_class *const klass = things_class(coding, word);
    roles_tell(to, "sector", STR("noun"));
    roles_tell(to, "thing", klass ? klass->name : STR("none"));
    roles_tell(to, "noun", features_lemma(coding, word));
    roles_tell_flag(to, "noun.many", tree_child(coding->document, word, DEP_NUMMOD) != CASUS_NONE);
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
        roles_tell(to, "sector", STR("place"));
        roles_tell(to, "precision", casus_str_from(precisions[place->precision]));
        roles_tell_flag(to, "scene", to->at->draft->event.place == to->one->place);
        return;
    }
    const casus_actor *const actor = &document->record.actors.at[to->one->actor];
    roles_tell(to, "sector", actor->sector.size ? actor->sector : STR("none"));
    roles_tell(to, "kind", casus_str_from(casus_kind_name(actor->kind)));
    roles_tell_flag(to, "armed", actor->armed);
    roles_tell_flag(to, "generic", actor->generic);
    roles_tell_flag(to, "known", actor->id.size > 0);
    if (actor->role.size) roles_tell(to, "role", actor->role);
    roles_tell_number(to, "mentions", actor->mentions.count, 4);
}

/* Who speaks of the event need not be in it. */
static void tell_speech(const describer *const to)
{
    const event_draft *const draft = to->at->draft;
    bool speaks = false;
    for (uint32_t i = 0; i < draft->said.count; i++) {
        const statement_draft *const said = &draft->said.at[i];
        if (!said->sure || said->statement.by != to->one->actor) continue;
        roles_tell(to, "speaks", casus_str_from(casus_stance_name(said->statement.stance)));
        speaks = true;
    }
    roles_tell_flag(to, "speaks.not", !speaks && draft->said.count);
    roles_tell_flag(to, "accused", parties_have(&draft->accused, to->one->actor));
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
    roles_tell_flag(&to, "nominal", draft->nominal);
    roles_tell_flag(&to, "passive", at->passive);
    judge_add(features, "fact", casus_str_from(casus_factuality_name(draft->event.factuality)));
    if (at->coding->document->sentences.count <= BRIEF_TEXT)
        roles_tell(&to, "brief", hinted ? STR("hinted") : STR("not"));
    tell_hints(&to);
    tell_argument(&to, draft->word, "arg");
    if (draft->clause != draft->word) tell_argument(&to, draft->clause, "clause");
    tell_path(&to);
    tell_between(&to);
    tell_place(&to);
    tell_actor(&to);
    roles_tell_story(&to);
    roles_tell_kin(&to);
    tell_speech(&to);
}
