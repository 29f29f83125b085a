#include "coding/tree.h"

#include "text/fold.h"

enum { CLIMB_LIMIT = 64, DESCENT_LIMIT = 48 };

casus_deprel tree_main_deprel(const casus_document *const document, const uint32_t word)
{
    return casus_deprel_main(tree_deprel(document, word));
}

bool tree_form_is(const casus_document *const document, const uint32_t word, const char *const form)
{
    return casus_str_equal(document->words.at[word].form, casus_str_from(form));
}

bool tree_lemma_is(const casus_document *const document, const uint32_t word,
                   const char *const lemma)
{
    return casus_str_equal(document->words.at[word].lemma, casus_str_from(lemma));
}

uint32_t tree_child(const casus_document *const document, const uint32_t word,
                    const casus_deprel deprel)
{
    for (EACH_CHILD(document, word, child))
        if (tree_main_deprel(document, child) == deprel) return child;
    return CASUS_NONE;
}

uint32_t tree_child_exact(const casus_document *const document, const uint32_t word,
                          const casus_deprel deprel)
{
    for (EACH_CHILD(document, word, child))
        if (tree_deprel(document, child) == deprel) return child;
    return CASUS_NONE;
}

bool tree_is_verbal(const casus_document *const document, const uint32_t word)
{
    return document->words.at[word].upos == UPOS_VERB;
}

bool tree_is_nominal(const casus_document *const document, const uint32_t word)
{
    const uint8_t upos = document->words.at[word].upos;
    return upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_PRON || upos == UPOS_NUM;
}

casus_str tree_preposition(const casus_document *const document, casus_arena *const arena,
                           const uint32_t word)
{
    const uint32_t mark = tree_child(document, word, DEP_CASE);
    if (mark == CASUS_NONE || document->words.at[mark].upos == UPOS_PART)
        return (casus_str){NULL, 0};
    const casus_str lemma = casus_lower(arena, document->words.at[mark].lemma);
    uint32_t fixed = tree_child(document, mark, DEP_FIXED);
    const uint32_t next = document->next_sibling[mark];
    if (fixed == CASUS_NONE && next == mark + 1 && tree_main_deprel(document, next) == DEP_CASE)
        fixed = next;
    if (fixed == CASUS_NONE) return lemma;
    const casus_str more = document->words.at[fixed].lemma;
    return casus_arena_format(arena, "%.*s %.*s", (int)lemma.size, lemma.at, (int)more.size,
                              more.at);
}

casus_str tree_marker(const casus_document *const document, const uint32_t word)
{
    const uint32_t mark = tree_child(document, word, DEP_MARK);
    return mark == CASUS_NONE ? (casus_str){NULL, 0} : document->words.at[mark].lemma;
}

bool tree_is_that_clause(const casus_document *const document, const uint32_t word)
{
    if (tree_main_deprel(document, word) != DEP_ACL) return false;
    if (tree_child(document, word, DEP_MARK) != CASUS_NONE) return true;
    uint32_t objects = 0;
    bool subject = false;
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        objects += deprel == DEP_OBJ;
        subject |= deprel == DEP_NSUBJ && !(tree_word(document, child)->features & FEAT_RELATIVE);
    }
    return subject && objects > 1;
}

uint32_t tree_first_conjunct(const casus_document *const document, uint32_t word)
{
    for (int i = 0; i < CLIMB_LIMIT && tree_main_deprel(document, word) == DEP_CONJ; i++)
        word = document->words.at[word].head;
    return word;
}

bool tree_dominates(const casus_document *const document, const uint32_t above, uint32_t below)
{
    for (int i = 0; i < CASUS_LIMIT_SENTENCE; i++) {
        if (below == above) return true;
        const uint32_t head = document->words.at[below].head;
        if (head == below) return false;
        below = head;
    }
    return false;
}

static void widen(const casus_document *const document, const uint32_t word, const bool tight,
                  const int depth, uint32_t *const first, uint32_t *const last)
{
    if (word < *first) *first = word;
    if (word > *last) *last = word;
    if (depth >= DESCENT_LIMIT) return;
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (tight && (deprel == DEP_CONJ || deprel == DEP_CC || deprel == DEP_ACL ||
                      deprel == DEP_APPOS || deprel == DEP_PUNCT || deprel == DEP_PARATAXIS ||
                      deprel == DEP_CASE || deprel == DEP_ADVCL || deprel == DEP_COP ||
                      deprel == DEP_NSUBJ || deprel == DEP_AUX || deprel == DEP_MARK))
            continue;
        widen(document, child, tight, depth + 1, first, last);
    }
}

void tree_extent(const casus_document *const document, const uint32_t word, uint32_t *const first,
                 uint32_t *const last)
{
    *first = *last = word;
    widen(document, word, false, 0, first, last);
}

void tree_phrase(const casus_document *const document, const uint32_t word, uint32_t *const first,
                 uint32_t *const last)
{
    *first = *last = word;
    widen(document, word, true, 0, first, last);
}

casus_span tree_span(const casus_document *const document, const uint32_t first,
                     const uint32_t last)
{
    return (casus_span){document->words.at[first].span.begin, document->words.at[last].span.end};
}

uint32_t tree_clause(const casus_document *const document, uint32_t word)
{
    for (int i = 0; i < CLIMB_LIMIT; i++) {
        if (tree_is_verbal(document, word) || tree_child(document, word, DEP_COP) != CASUS_NONE)
            return word;
        const uint32_t head = document->words.at[word].head;
        if (head == word) return word;
        word = head;
    }
    return word;
}

/* Only headlines leave out the auxiliary ("two held in raid"), and what is coordinated shares it:
 * elsewhere a "passive" subject without one is the subject of a past tense that was misread. */
static bool may_lack_auxiliary(const casus_document *const document, const uint32_t verb)
{
    const casus_word *const at = &document->words.at[verb];
    return (casus_deprel)at->deprel == DEP_CONJ ||
           document->sentences.at[at->sentence].kind == SENTENCE_HEADLINE;
}

bool tree_is_passive(const casus_document *const document, const uint32_t verb)
{
    bool active = false, suffers = false;
    for (EACH_CHILD(document, verb, child)) {
        const casus_deprel deprel = tree_deprel(document, child);
        if (deprel == DEP_AUX_PASS) return true;
        suffers |= deprel == DEP_NSUBJ_PASS || deprel == DEP_CSUBJ_PASS;
        active |= deprel == DEP_NSUBJ;
    }
    if (suffers) return may_lack_auxiliary(document, verb);
    return !active && (document->words.at[verb].features & FEAT_PASSIVE);
}
