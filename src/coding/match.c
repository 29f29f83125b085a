#include "coding/match.h"

#include "coding/conditions.h"
#include "coding/keys.h"
#include "coding/tree.h"

/* SCORE_WORD: of a phrase, against the scores of ontology_parse.c. */
enum { PHRASE_DEPTH = 3, SCORE_WORD = 20 };

bool match_is_event_noun(const coder_state *const coding, const uint32_t word)
{
    const casus_ontology *const ontology = coding->ontology;
    if (!tree_is_nominal(coding->document, word)) return false;
    uint32_t at = casus_map_get(&ontology->index, key_of_word(coding, word));
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

uint32_t match_auxiliary(const coder_state *const coding, const uint32_t clause,
                         const engine_words words)
{
    for (EACH_CHILD(coding->document, clause, child))
        if (tree_main_deprel(coding->document, child) == DEP_AUX && match_is(coding, words, child))
            return child;
    return CASUS_NONE;
}

bool match_is_definite(const coder_state *const coding, const uint32_t noun)
{
    for (EACH_CHILD(coding->document, noun, child))
        if (tree_main_deprel(coding->document, child) == DEP_DET &&
            match_is(coding, WORDS_DEFINITE, child))
            return true;
    return false;
}

/* "was shelled on the way out": behind an oblique "out" is no particle of the verb. */
static bool is_stray(const coder_state *const coding, const uint32_t head, const uint32_t word)
{
    const casus_document *const document = coding->document;
    if (word <= head || tree_word(document, word)->head != head ||
        tree_main_deprel(document, word) != DEP_ADVMOD || !match_is(coding, WORDS_PARTICLE, word))
        return false;
    for (EACH_CHILD(document, head, child))
        if (child > head && child < word && tree_main_deprel(document, child) == DEP_OBL)
            return true;
    return false;
}

/* Finds a further word of a phrase among the dependents of its head: particles, objects, obliques
 * and their prepositions, without entering other clauses. */
static uint32_t find_dependent(const coder_state *const coding, const uint32_t head,
                               const casus_str lemma, const bool spelled, const int depth)
{
    const casus_document *const document = coding->document;
    for (EACH_CHILD(document, head, child)) {
        /* A preposition counts where its phrase hangs on the predicate itself, or is it ("be at
         * war"), and is no date. */
        const casus_deprel deprel = tree_main_deprel(document, child);
        /* "met the envoy and demanded …" meets no demand. */
        if ((deprel == DEP_CONJ || deprel == DEP_PARATAXIS) && tree_is_verbal(document, child))
            continue;
        const bool far_preposition =
            tree_main_deprel(document, child) == DEP_CASE &&
            (depth < PHRASE_DEPTH - 1 || document->time_at[head] != CASUS_NONE);
        /* "suspended talks in protest" suspends no protest: an oblique that the phrase has no
         * preposition for is no part of it. */
        const bool aside = !spelled && depth == PHRASE_DEPTH &&
                           tree_main_deprel(document, child) == DEP_OBL &&
                           tree_child(document, child, DEP_CASE) != CASUS_NONE;
        if (!aside && !far_preposition && !is_stray(coding, head, child) &&
            (casus_str_equal(key_of_word(coding, child), lemma) ||
             casus_str_equal(tree_word(document, child)->form, lemma)))
            return child;
        /* "invited for questioning": the preposition of a gerund is a marker. */
        if (spelled && deprel == DEP_ADVCL && depth > 1) {
            const uint32_t mark = tree_child(document, child, DEP_MARK);
            if (mark != CASUS_NONE && casus_str_equal(tree_word(document, mark)->lemma, lemma))
                return mark;
        }
        if (depth <= 1 || deprel == DEP_CONJ || deprel == DEP_PARATAXIS || deprel == DEP_CCOMP ||
            deprel == DEP_ACL || deprel == DEP_ADVCL || deprel == DEP_NSUBJ)
            continue;
        const uint32_t found = find_dependent(coding, child, lemma, spelled, depth - 1);
        if (found != CASUS_NONE) return found;
    }
    return CASUS_NONE;
}

/* Passive subjects are what the phrase's object is in the active: "responsibility was claimed". */
static uint32_t find_word(coder_state *const coding, const uint32_t head, const casus_str lemma,
                          const bool spelled)
{
    const uint32_t found = find_dependent(coding, head, lemma, spelled, PHRASE_DEPTH);
    if (found != CASUS_NONE) return found;
    const coder_frame *const frame = frame_of(coding, head);
    const uint32_t object = frame_get(frame, ARG_OBJ);
    if (object != CASUS_NONE && casus_str_equal(key_of_word(coding, object), lemma)) return object;
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
        if (at > first && key_is_hyphen(coding, at - 1)) at--;
        if (at == first || !casus_str_equal(key_of_word(coding, --at), entry->rest.at[i]))
            return false;
    }
    return true;
}

/* Which words a sentence has, by their marks: most phrases of the lexicon lack some, and need not
 * be looked for in the tree. */
typedef struct sentence_marks {
    bool made;
    uint64_t bits[4];
} sentence_marks;

void match_begin(coder_state *const coding)
{
    coding->marks =
        ARENA_ARRAY(coding->arena, sentence_marks, coding->document->sentences.count + 1);
}

static void add_mark(sentence_marks *const marks, const casus_str word)
{
    const uint8_t mark = ontology_mark(word);
    marks->bits[mark / 64] |= UINT64_C(1) << mark % 64;
}

static bool has_mark(const sentence_marks *const marks, const uint8_t mark)
{
    return marks->bits[mark / 64] >> mark % 64 & 1;
}

static bool may_hold(const coder_state *const coding, const uint32_t word,
                     const lex_entry *const entry)
{
    const casus_document *const document = coding->document;
    const uint32_t number = tree_word(document, word)->sentence;
    const casus_sentence *const sentence = &document->sentences.at[number];
    sentence_marks *const marks = &coding->marks[number];
    for (uint32_t i = sentence->first; !marks->made && i < sentence->first + sentence->count; i++) {
        add_mark(marks, key_of_word(coding, i));
        add_mark(marks, tree_word(document, i)->form);
        add_mark(marks, tree_word(document, i)->lemma);
    }
    marks->made = true;
    return has_mark(marks, entry->marks[0]) && has_mark(marks, entry->marks[1]);
}

static bool spelled(coder_state *const coding, const uint32_t word, const lex_entry *const entry,
                    uint32_t *const extra)
{
    const casus_document *const document = coding->document;
    const uint8_t upos = tree_word(document, word)->upos;
    if (entry->rest.count && !may_hold(coding, word, entry)) return false;
    switch (entry->klass) {
    case ENTRY_NOUN:
        if (key_hyphenated(coding, word).size) return noun_words(coding, word, entry);
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
    bool prepositional = false;
    for (uint32_t i = 0; i < entry->rest.count; i++)
        prepositional |= ontology_preposition(coding->ontology, entry->rest.at[i]) != ARG_NONE;
    for (uint32_t i = 0; i < entry->rest.count; i++) {
        const uint32_t found = find_word(coding, word, entry->rest.at[i], prepositional);
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
    const int score = rule->specificity + (int)entry->rest.count * SCORE_WORD;
    if (best->rule && score <= best->score) return;
    uint32_t extra = CASUS_NONE;
    if (!spelled(coding, word, entry, &extra)) return;
    const coder_frame *const frame = frame_of(coding, word);
    for (uint32_t i = 0; i < rule->conditions.count; i++)
        if (!condition_holds(coding, &rule->conditions.at[i], frame)) return;
    *best = (match){rule, extra, score};
}

bool match_names(const coder_state *const coding, const uint32_t verb)
{
    const casus_document *const document = coding->document;
    const uint32_t head = tree_word(document, verb)->head;
    return tree_main_deprel(document, verb) == DEP_ACL &&
           tree_word(document, head)->upos == UPOS_PRON && tree_lemma_is(document, head, "what") &&
           match_is(coding, WORDS_NAMING, verb);
}

match match_word(coder_state *const coding, const uint32_t word, const match_want want)
{
    const casus_ontology *const ontology = coding->ontology;
    match best = {NULL, CASUS_NONE, 0};
    if ((want == WANT_EVENT || want == WANT_FACTUALITY) && match_names(coding, word)) return best;
    uint32_t at = casus_map_get(&ontology->index, key_of_word(coding, word));
    for (; at != CASUS_NONE; at = ontology->entries.at[at].next)
        if (wanted(&ontology->rules.at[ontology->entries.at[at].rule], want))
            consider(coding, word, &ontology->entries.at[at], &best);
    if (best.rule && best.rule->event == EVENT_BLOCKED) best.rule = NULL;
    return best;
}

void match_events(coder_state *const coding, const uint32_t word, match found[EVENT_TYPES])
{
    const casus_ontology *const ontology = coding->ontology;
    for (int type = 0; type < EVENT_TYPES; type++) found[type] = (match){NULL, CASUS_NONE, 0};
    if (match_names(coding, word)) return;
    uint32_t at = casus_map_get(&ontology->index, key_of_word(coding, word));
    for (; at != CASUS_NONE; at = ontology->entries.at[at].next) {
        const lex_entry *const entry = &ontology->entries.at[at];
        const int type = ontology->rules.at[entry->rule].event;
        if (type >= 0) consider(coding, word, entry, &found[type]);
    }
}

void match_relations(coder_state *const coding, const uint32_t word, match found[RELATION_TYPES])
{
    const casus_ontology *const ontology = coding->ontology;
    for (int type = 0; type < RELATION_TYPES; type++) found[type] = (match){NULL, CASUS_NONE, 0};
    uint32_t at = casus_map_get(&ontology->index, key_of_word(coding, word));
    for (; at != CASUS_NONE; at = ontology->entries.at[at].next) {
        const int type = ontology->rules.at[ontology->entries.at[at].rule].relation;
        if (type >= 0) consider(coding, word, &ontology->entries.at[at], &found[type]);
    }
}
