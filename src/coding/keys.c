#include "coding/keys.h"

#include "coding/tree.h"
#include "text/fold.h"

static bool is_known(const coder_state *const coding, const casus_str lemma)
{
    return casus_map_get(&coding->ontology->index, lemma) != CASUS_NONE;
}

/* The regular endings of English, longest first, with what they stand for; a doubled consonant
 * loses one.  "raped" is of "rape": "rap" would double its consonant. */
static casus_str regular_lemma(const coder_state *const coding, const casus_str form)
{
    static const struct {
        const char *ending, *instead;
    } rules[] = {{"ies", "y"}, {"ied", "y"}, {"ing", "e"}, {"ing", ""},
                 {"ed", "e"},  {"ed", ""},   {"es", ""},   {"s", ""}};
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

bool key_is_hyphen(const coder_state *const coding, const uint32_t word)
{
    return tree_form_is(coding->document, word, "-");
}

/* "sit-in", "cease-fire", "crack-down": treebanks cut words at hyphens, the lexicon has them whole
 * or in one; empty for words that it does not know. */
casus_str key_hyphenated(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const casus_word *const last = tree_word(document, word);
    const uint32_t first = document->sentences.at[last->sentence].first;
    if (word < first + 2 || !key_is_hyphen(coding, word - 1)) return (casus_str){NULL, 0};
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
static casus_str spell(const coder_state *const coding, const uint32_t word)
{
    const casus_word *const at = tree_word(coding->document, word);
    const casus_str whole = key_hyphenated(coding, word);
    if (whole.size) return whole;
    if (at->upos == UPOS_PROPN) return casus_lower(coding->arena, at->lemma);
    if (at->upos != UPOS_VERB && at->upos != UPOS_NOUN) return at->lemma;
    if (is_known(coding, at->lemma)) return at->lemma;
    const casus_str regular = regular_lemma(coding, casus_lower(coding->arena, at->form));
    return regular.size ? regular : at->lemma;
}

casus_str key_of_word(const coder_state *const coding, const uint32_t word)
{
    casus_str *const key = &coding->keys[word];
    if (!key->at) *key = spell(coding, word);
    return *key;
}

uint32_t key_begin(const coder_state *const coding, const uint32_t word)
{
    return key_hyphenated(coding, word).size ? word - 2 : word;
}

/* "mortar round": the head with the compound before it. */
casus_str key_with_compound(const coder_state *const coding, const uint32_t word)
{
    const uint32_t compound = tree_child(coding->document, word, DEP_COMPOUND);
    if (compound == CASUS_NONE || compound > word) return (casus_str){NULL, 0};
    const casus_str a = key_of_word(coding, compound), b = key_of_word(coding, word);
    return casus_arena_format(coding->arena, "%.*s %.*s", (int)a.size, a.at, (int)b.size, b.at);
}

/* "talks", "dollars": the form of a noun, which lists may name too. */
casus_str key_of_form(const coder_state *const coding, const uint32_t word)
{
    const casus_word *const at = tree_word(coding->document, word);
    const bool plural = at->upos == UPOS_NOUN && casus_str_ends(at->form, STR("s"));
    return plural ? at->form : at->lemma;
}

/* "state of emergency": the head with the noun that says of what. */
casus_str key_with_genitive(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    for (EACH_CHILD(document, word, child)) {
        if (tree_main_deprel(document, child) != DEP_NMOD || child < word) continue;
        if (!casus_str_equal(tree_preposition(document, coding->arena, child), STR("of"))) continue;
        const casus_str a = key_of_word(coding, word), b = key_of_word(coding, child);
        return casus_arena_format(coding->arena, "%.*s of %.*s", (int)a.size, a.at, (int)b.size,
                                  b.at);
    }
    return (casus_str){NULL, 0};
}
