#include "coding/match.h"
#include "coding/descriptions.h"

#include "coding/tree.h"
#include "text/fold.h"

enum {
    PHRASE_DEPTH = 3,
    SCORE_PRIORITY = 1000,
    SCORE_WORD = 20,
    SCORE_CONDITION = 10,
    SCORE_EXCEPTION = 1
};

static bool is_known(const coder_state *const coding, const casus_str lemma)
{
    return casus_map_get(&coding->ontology->index, lemma) != CASUS_NONE;
}

/* The regular endings of English, longest first, with what they stand for; a doubled consonant
 * loses one. */
static casus_str regular_lemma(const coder_state *const coding, const casus_str form)
{
    static const struct {
        const char *ending, *instead;
    } rules[] = {{"ies", "y"}, {"ied", "y"}, {"ing", ""}, {"ing", "e"}, {"ed", ""},
                 {"ed", "e"},  {"es", ""},   {"s", ""},   {"e", ""}};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const casus_str ending = casus_str_from(rules[i].ending);
        if (!casus_str_ends(form, ending) || form.size < ending.size + 3) continue;
        const casus_str stem = casus_str_slice(form, 0, form.size - ending.size);
        const casus_str whole =
            casus_arena_format(coding->arena, "%.*s%s", (int)stem.size, stem.at, rules[i].instead);
        if (is_known(coding, whole)) return whole;
        const bool doubled = stem.at[stem.size - 1] == stem.at[stem.size - 2];
        if (doubled && is_known(coding, casus_str_slice(stem, 0, stem.size - 1)))
            return casus_str_slice(stem, 0, stem.size - 1);
    }
    return (casus_str){NULL, 0};
}

static bool is_hyphen(const coder_state *const coding, const uint32_t word)
{
    return casus_str_equal(tree_word(coding->document, word)->form, STR("-"));
}

/* "sit-in", "cease-fire", "crack-down": treebanks cut words at hyphens, the lexicon has them whole
 * or in one; empty for words that it does not know. */
static casus_str hyphenated(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const casus_word *const last = tree_word(document, word);
    const uint32_t first = document->sentences.at[last->sentence].first;
    if (word < first + 2 || !is_hyphen(coding, word - 1)) return (casus_str){NULL, 0};
    const casus_word *const before = tree_word(document, word - 2);
    if (before->span.end + 1 != last->span.begin) return (casus_str){NULL, 0};
    const casus_str a = casus_lower(coding->arena, before->form);
    const char *const patterns[] = {"%.*s-%.*s", "%.*s%.*s"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        const casus_str whole = casus_arena_format(coding->arena, patterns[i], (int)a.size, a.at,
                                                   (int)last->lemma.size, last->lemma.at);
        if (is_known(coding, whole)) return whole;
    }
    return (casus_str){NULL, 0};
}

/* The word as the lexicon would spell it: its lemma; in lower case where a headline capitalised it;
 * by the regular endings where the lemma is none that the lexicon knows. */
static casus_str key_of(const coder_state *const coding, const uint32_t word)
{
    const casus_word *const at = tree_word(coding->document, word);
    const casus_str whole = hyphenated(coding, word);
    if (whole.size) return whole;
    if (at->upos == UPOS_PROPN) return casus_lower(coding->arena, at->lemma);
    if (at->upos != UPOS_VERB && at->upos != UPOS_NOUN) return at->lemma;
    if (is_known(coding, at->lemma)) return at->lemma;
    const casus_str regular = regular_lemma(coding, casus_lower(coding->arena, at->form));
    return regular.size ? regular : at->lemma;
}

static const casus_actor *actor_at(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const uint32_t mention = document->mention_at[word];
    if (mention == CASUS_NONE) return NULL;
    return &document->record.actors.at[document->record.mentions.at[mention].actor];
}

static bool is_state(const casus_actor *const actor)
{
    return actor && actor->country.size && actor->kind == KIND_ORGANIZATION &&
           casus_str_equal(actor->sector, STR("GOV"));
}

bool match_is_event_noun(const coder_state *const coding, const uint32_t word)
{
    const casus_ontology *const ontology = coding->ontology;
    if (!tree_is_nominal(coding->document, word)) return false;
    uint32_t at = casus_map_get(&ontology->index, key_of(coding, word));
    for (; at != CASUS_NONE; at = ontology->entries.at[at].next)
        if (ontology->entries.at[at].klass == ENTRY_NOUN && !ontology->entries.at[at].rest.count &&
            ontology->rules.at[ontology->entries.at[at].rule].event >= 0)
            return true;
    return false;
}

bool match_is(const coder_state *const coding, const engine_words words, const uint32_t word)
{
    return word != CASUS_NONE &&
           ontology_has(coding->ontology, words, tree_word(coding->document, word)->lemma);
}

uint32_t match_begin(const coder_state *const coding, const uint32_t word)
{
    return hyphenated(coding, word).size ? word - 2 : word;
}

/* "mortar round": the head with the compound before it. */
static casus_str with_compound(const coder_state *const coding, const uint32_t word)
{
    const uint32_t compound = tree_child(coding->document, word, DEP_COMPOUND);
    if (compound == CASUS_NONE || compound > word) return (casus_str){NULL, 0};
    const casus_str a = key_of(coding, compound), b = key_of(coding, word);
    return casus_arena_format(coding->arena, "%.*s %.*s", (int)a.size, a.at, (int)b.size, b.at);
}

/* "talks", "dollars": the form of a noun, which lists may name too. */
static casus_str plural_of(const coder_state *const coding, const uint32_t word)
{
    const casus_word *const at = tree_word(coding->document, word);
    const bool plural = at->upos == UPOS_NOUN && casus_str_ends(at->form, STR("s"));
    return plural ? at->form : at->lemma;
}

/* "state of emergency": the head with the noun that says of what. */
static casus_str with_genitive(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    for (EACH_CHILD(document, word, child)) {
        if (tree_main_deprel(document, child) != DEP_NMOD || child < word) continue;
        if (!casus_str_equal(tree_preposition(document, coding->arena, child), STR("of"))) continue;
        const casus_str a = key_of(coding, word), b = key_of(coding, child);
        return casus_arena_format(coding->arena, "%.*s of %.*s", (int)a.size, a.at, (int)b.size,
                                  b.at);
    }
    return (casus_str){NULL, 0};
}

/* What stands for the actor at a name or pronoun: NULL elsewhere, where the noun speaks for itself.
 */
static const actor_nouns *described(coder_state *const coding, const uint32_t word)
{
    const casus_word *const at = tree_word(coding->document, word);
    const uint32_t mention = coding->document->mention_at[word];
    if (mention == CASUS_NONE || (at->upos != UPOS_PROPN && at->upos != UPOS_PRON)) return NULL;
    return descriptions_of(coding, coding->document->record.mentions.at[mention].actor);
}

/* "%GOV": persons of that sector belong to the class. */
static bool in_sector(const coder_state *const coding, const casus_map *const words,
                      const uint32_t word)
{
    const casus_actor *const actor = actor_at(coding, word);
    if (!actor || actor->kind != KIND_PERSON || !actor->sector.size) return false;
    char key[16];
    const int size = snprintf(key, sizeof key, "%%%.*s", (int)actor->sector.size, actor->sector.at);
    return size > 0 && size < (int)sizeof key &&
           casus_map_get(words, (casus_str){key, (size_t)size}) != CASUS_NONE;
}

bool match_in_class(coder_state *const coding, const uint32_t word, const uint16_t klass)
{
    const casus_actor *const actor = actor_at(coding, word);
    const casus_document *const document = coding->document;
    switch (klass) {
    case CLASS_ACTOR:
        return actor != NULL;
    case CLASS_ARMED:
        return actor && actor->armed;
    case CLASS_HUMAN:
        return actor && actor->kind != KIND_ORGANIZATION;
    case CLASS_STATE:
        return is_state(actor);
    case CLASS_PLACE:
        return document->place_at[word] != CASUS_NONE;
    case CLASS_EVENT:
        return match_is_event_noun(coding, word);
    case CLASS_NONACTOR:
        return !actor;
    case CLASS_OFFICIAL: /* one who holds office, by name; else the words of the class */
        if (actor && actor->kind == KIND_PERSON && casus_str_equal(actor->sector, STR("GOV")))
            return true;
        break;
    default:
        break;
    }
    const casus_map *const words = &coding->ontology->class_words[klass];
    if (casus_map_get(words, key_of(coding, word)) != CASUS_NONE ||
        casus_map_get(words, plural_of(coding, word)) != CASUS_NONE)
        return true;
    const casus_str compound = with_compound(coding, word);
    if (compound.size && casus_map_get(words, compound) != CASUS_NONE) return true;
    const casus_str genitive = with_genitive(coding, word);
    if (genitive.size && casus_map_get(words, genitive) != CASUS_NONE) return true;
    const actor_nouns *const nouns = described(coding, word);
    for (uint32_t i = 0; nouns && i < nouns->count; i++)
        if (casus_map_get(words, nouns->at[i]) != CASUS_NONE) return true;
    return in_sector(coding, words, word);
}

static bool word_itself_meets(coder_state *const coding, const lex_condition *const condition,
                              const uint32_t word)
{
    const casus_str key = key_of(coding, word);
    const casus_str compound =
        condition->words.count ? with_compound(coding, word) : (casus_str){NULL, 0};
    const casus_str genitive =
        condition->words.count ? with_genitive(coding, word) : (casus_str){NULL, 0};
    const casus_str form = plural_of(coding, word);
    for (uint32_t i = 0; i < condition->words.count; i++) {
        if (casus_str_equal(condition->words.at[i], key)) return true;
        if (casus_str_equal(condition->words.at[i], form)) return true;
        if (compound.size && casus_str_equal(condition->words.at[i], compound)) return true;
        if (genitive.size && casus_str_equal(condition->words.at[i], genitive)) return true;
    }
    for (uint32_t i = 0; i < condition->classes.count; i++)
        if (match_in_class(coding, word, condition->classes.at[i])) return true;
    const actor_nouns *const nouns = described(coding, word);
    for (uint32_t i = 0; nouns && i < nouns->count; i++)
        for (uint32_t j = 0; j < condition->words.count; j++)
            if (casus_str_equal(condition->words.at[j], nouns->at[i])) return true;
    return false;
}

/* "President Joyce Banda" is a president as "the president" is. */
static bool word_meets(coder_state *const coding, const lex_condition *const condition,
                       const uint32_t word)
{
    if (word_itself_meets(coding, condition, word)) return true;
    const casus_document *const document = coding->document;
    if (tree_word(document, word)->upos != UPOS_PROPN) return false;
    for (EACH_CHILD(document, word, child))
        if (tree_deprel(document, child) == DEP_NMOD_DESC && child < word &&
            word_itself_meets(coding, condition, child))
            return true;
    return false;
}

static bool group_meets(coder_state *const coding, const lex_condition *const condition,
                        const uint32_t word, const int depth)
{
    if (word_meets(coding, condition, word)) return true;
    const casus_document *const document = coding->document;
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (depth > 0 && deprel == DEP_CONJ && group_meets(coding, condition, child, depth - 1))
            return true;
    }
    return false;
}

static bool anywhere_meets(coder_state *const coding, const lex_condition *const condition,
                           const uint32_t word)
{
    uint32_t first, last;
    tree_extent(coding->document, tree_clause(coding->document, word), &first, &last);
    for (uint32_t i = first; i <= last; i++)
        if (word_meets(coding, condition, i)) return true;
    return false;
}

static bool meets(coder_state *const coding, const lex_condition *const condition,
                  const coder_frame *const frame)
{
    bool found = false;
    if (condition->argument == ARG_ANY) {
        found = anywhere_meets(coding, condition, frame->word);
    } else if (condition->argument == ARG_SELF || condition->argument == ARG_HEAD) {
        found = word_meets(coding, condition, frame->word);
    } else {
        for (uint32_t i = 0; i < frame->count && !found; i++)
            if (frame->arguments[i].key == condition->argument)
                found = group_meets(coding, condition, frame->arguments[i].word, 6);
    }
    return found != condition->negated;
}

bool match_head_meets(coder_state *const coding, const lex_rule *const rule, const uint32_t head)
{
    for (uint32_t i = 0; i < rule->conditions.count; i++)
        if (word_meets(coding, &rule->conditions.at[i], head) == rule->conditions.at[i].negated)
            return false;
    return true;
}

/* Finds a further word of a phrase among the dependents of its head: particles, objects, obliques
 * and their prepositions, without entering other clauses. */
static uint32_t find_dependent(const coder_state *const coding, const uint32_t head,
                               const casus_str lemma, const int depth)
{
    const casus_document *const document = coding->document;
    for (EACH_CHILD(document, head, child)) {
        /* A preposition counts where its phrase hangs on the predicate itself, or is it ("be at
         * war"), and is no date. */
        const bool far_preposition =
            tree_main_deprel(document, child) == DEP_CASE &&
            (depth < PHRASE_DEPTH - 1 || document->time_at[head] != CASUS_NONE);
        if (!far_preposition && (casus_str_equal(key_of(coding, child), lemma) ||
                                 casus_str_equal(tree_word(document, child)->form, lemma)))
            return child;
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (depth <= 1 || deprel == DEP_CONJ || deprel == DEP_PARATAXIS || deprel == DEP_CCOMP ||
            deprel == DEP_ACL || deprel == DEP_ADVCL || deprel == DEP_NSUBJ)
            continue;
        const uint32_t found = find_dependent(coding, child, lemma, depth - 1);
        if (found != CASUS_NONE) return found;
    }
    return CASUS_NONE;
}

/* Passive subjects are what the phrase's object is in the active: "responsibility was claimed". */
static uint32_t find_word(coder_state *const coding, const uint32_t head, const casus_str lemma)
{
    const uint32_t found = find_dependent(coding, head, lemma, PHRASE_DEPTH);
    if (found != CASUS_NONE) return found;
    const coder_frame *const frame = frame_of(coding, head);
    const uint32_t object = frame_get(frame, ARG_OBJ);
    if (object != CASUS_NONE && casus_str_equal(key_of(coding, object), lemma)) return object;
    return CASUS_NONE;
}

/* The words of a noun phrase stand before its head in order: "roadside bomb attack". */
static bool noun_words(const coder_state *const coding, const uint32_t word,
                       const lex_entry *const entry)
{
    const uint32_t count = entry->rest.count;
    const uint32_t first =
        coding->document->sentences.at[tree_word(coding->document, word)->sentence].first;
    uint32_t at = word;
    for (uint32_t i = count; i-- > 0;) {
        if (at > first && is_hyphen(coding, at - 1)) at--;
        if (at == first || !casus_str_equal(key_of(coding, --at), entry->rest.at[i])) return false;
    }
    return true;
}

static bool spelled(coder_state *const coding, const uint32_t word, const lex_entry *const entry,
                    uint32_t *const extra)
{
    const casus_document *const document = coding->document;
    const uint8_t upos = tree_word(document, word)->upos;
    switch (entry->klass) {
    case ENTRY_NOUN:
        if (hyphenated(coding, word).size) return noun_words(coding, word, entry);
        if (upos != UPOS_NOUN && upos != UPOS_PROPN && upos != UPOS_VERB) return false;
        if (upos == UPOS_VERB && !(tree_word(document, word)->features & FEAT_GERUND)) return false;
        return noun_words(coding, word, entry);
    case ENTRY_ADJ:
        if (upos != UPOS_ADJ && upos != UPOS_VERB && upos != UPOS_NOUN && upos != UPOS_ADV)
            return false;
        break;
    case ENTRY_VERB:
    case ENTRY_PHRASE:
        if (entry->copular ? tree_child(document, word, DEP_COP) == CASUS_NONE : upos != UPOS_VERB)
            return false;
        break;
    case ENTRY_ADVERB:
    case ENTRY_SUFFIX:
        return false; /* asked for by name, not through a predicate */
    }
    for (uint32_t i = 0; i < entry->rest.count; i++) {
        const uint32_t found = find_word(coding, word, entry->rest.at[i]);
        if (found == CASUS_NONE) return false;
        *extra = found;
    }
    return true;
}

static bool wanted(const lex_rule *const rule, const match_want want)
{
    switch (want) {
    case WANT_EVENT:
        return rule->event != EVENT_UNSET;
    case WANT_STANCE:
        return rule->stance >= 0;
    case WANT_RELATION:
        return rule->relation >= 0;
    case WANT_FACTUALITY:
        return rule->factuality >= 0 && rule->event < 0;
    case WANT_LIGHT:
        return rule->light;
    }
    return false;
}

static void consider(coder_state *const coding, const uint32_t word, const lex_entry *const entry,
                     match *const best)
{
    const lex_rule *const rule = &coding->ontology->rules.at[entry->rule];
    int score = rule->priority * SCORE_PRIORITY + (int)entry->rest.count * SCORE_WORD;
    for (uint32_t i = 0; i < rule->conditions.count; i++)
        score += rule->conditions.at[i].negated ? SCORE_EXCEPTION : SCORE_CONDITION;
    if (best->rule && score <= best->score) return;
    uint32_t extra = CASUS_NONE;
    if (!spelled(coding, word, entry, &extra)) return;
    const coder_frame *const frame = frame_of(coding, word);
    for (uint32_t i = 0; i < rule->conditions.count; i++)
        if (!meets(coding, &rule->conditions.at[i], frame)) return;
    *best = (match){rule, extra, score};
}

match match_word(coder_state *const coding, const uint32_t word, const match_want want)
{
    const casus_ontology *const ontology = coding->ontology;
    match best = {NULL, CASUS_NONE, 0};
    uint32_t at = casus_map_get(&ontology->index, key_of(coding, word));
    for (; at != CASUS_NONE; at = ontology->entries.at[at].next)
        if (wanted(&ontology->rules.at[ontology->entries.at[at].rule], want))
            consider(coding, word, &ontology->entries.at[at], &best);
    if (best.rule && best.rule->event == EVENT_BLOCKED) best.rule = NULL;
    return best;
}
