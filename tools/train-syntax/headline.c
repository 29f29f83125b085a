#include "headline.h"

#include "syntax/ud.h"

enum { LONGEST = 28, SHORTEST = 3 };

static bool has_child(const sentence *const s, const int word, const casus_deprel relation)
{
    for (int i = 0; i < s->count; i++)
        if (s->at[i].head == word + 1 &&
            casus_deprel_main((casus_deprel)s->at[i].deprel) == relation)
            return true;
    return false;
}

static bool is_leaf(const sentence *const s, const int word)
{
    for (int i = 0; i < s->count; i++)
        if (s->at[i].head == word + 1) return false;
    return true;
}

static bool is_dropped(const sentence *const s, const int word)
{
    const token *const t = &s->at[word];
    if (!is_leaf(s, word)) return false;
    if (t->upos == UPOS_DET)
        return casus_str_equal(t->lemma, STR("the")) || casus_str_equal(t->lemma, STR("a"));
    if (t->deprel == DEP_AUX_PASS) return (t->bits & FEAT_FINITE) != 0;
    return t->upos == UPOS_PUNCT && word + 1 == s->count;
}

/* A coordinated verb has the subject of the first one. */
static bool subject_is_plural(const sentence *const s, int verb)
{
    for (int up = 0; up < 8 && s->at[verb].deprel == DEP_CONJ && !has_child(s, verb, DEP_NSUBJ);
         up++)
        verb = s->at[verb].head - 1;
    for (int i = 0; i < s->count; i++) {
        const token *const t = &s->at[i];
        if (t->head != verb + 1 || casus_deprel_main((casus_deprel)t->deprel) != DEP_NSUBJ)
            continue;
        return (t->bits & (FEAT_PLURAL | FEAT_FIRST | FEAT_SECOND)) || has_child(s, i, DEP_CONJ);
    }
    return false;
}

static bool ends_in(const casus_str word, const char *const letters)
{
    return word.size && strchr(letters, word.at[word.size - 1]) != NULL;
}

/* The third person: as the treebank has it, else by rule (goes, catches, carries, raids). */
static casus_str third_person(lexicon *const lex, const casus_str lemma)
{
    casus_arena *const arena = lex->arena;
    const uint32_t seen = casus_map_get(&lex->presents, lemma);
    if (seen != CASUS_NONE) return lex->present_forms.at[seen];
    const casus_str stem = casus_str_slice(lemma, 0, lemma.size - 1);
    if (ends_in(lemma, "y") && stem.size && !ends_in(stem, "aeiou"))
        return casus_arena_format(arena, "%.*sies", (int)stem.size, stem.at);
    const bool hisses = ends_in(lemma, "sxzo") || casus_str_ends(lemma, STR("ch")) ||
                        casus_str_ends(lemma, STR("sh"));
    return casus_arena_format(arena, "%.*s%s", (int)lemma.size, lemma.at, hisses ? "es" : "s");
}

static bool to_present(lexicon *const lex, const sentence *const s, const int word, token *const t)
{
    if (t->upos == UPOS_AUX && casus_str_equal(t->lemma, STR("will"))) {
        t->form = t->lemma = STR("to");
        t->upos = UPOS_PART;
        t->deprel = DEP_MARK;
        t->bits = 0;
        return true;
    }
    if (t->upos != UPOS_VERB || !(t->bits & FEAT_PAST) || !(t->bits & FEAT_FINITE)) return false;
    if (t->lemma.size < 2) return false;
    t->bits = (t->bits & ~(uint32_t)(FEAT_PAST | FEAT_SINGULAR | FEAT_PLURAL)) | FEAT_PRESENT;
    const bool plural = subject_is_plural(s, word);
    t->bits |= plural ? FEAT_PLURAL : FEAT_SINGULAR;
    t->form = plural ? t->lemma : third_person(lex, t->lemma);
    return true;
}

static casus_str capitalised(lexicon *const lex, const casus_str form)
{
    const casus_str copy = casus_arena_copy(lex->arena, form);
    char *const at = (char *)(uintptr_t)copy.at;
    if (copy.size && at[0] >= 'a' && at[0] <= 'z') at[0] = (char)(at[0] & ~0x20);
    return copy;
}

/* Statements about others, that is, with a verb at the root and its subject. */
static bool tells_something(const sentence *const s)
{
    bool told = false;
    for (int i = 0; i < s->count; i++) {
        if (s->at[i].bits & (FEAT_FIRST | FEAT_SECOND)) return false;
        if (s->at[i].head == 0) told = s->at[i].upos == UPOS_VERB && has_child(s, i, DEP_NSUBJ);
    }
    return told;
}

bool headline_make(lexicon *const lex, const sentence *const from, sentence *const to)
{
    uint16_t number[LONGEST + 1] = {0};
    bool changed = false;
    if (from->count > LONGEST || !tells_something(from)) return false;
    *to = (sentence){ARENA_ARRAY(lex->arena, token, from->count), 0, from->has_ner, NULL};
    for (int i = 0; i < from->count; i++) {
        if (is_dropped(from, i)) {
            changed |= from->at[i].upos != UPOS_PUNCT;
            continue;
        }
        token *const t = &to->at[to->count++];
        *t = from->at[i];
        changed |= to_present(lex, from, i, t);
        number[i + 1] = (uint16_t)to->count;
    }
    if (!changed || to->count < SHORTEST) return false;
    to->at[0].form = capitalised(lex, to->at[0].form);
    for (int i = 0; i < to->count; i++) {
        to->at[i].head = number[to->at[i].head];
        token_resolve(lex, &to->at[i], i == 0);
    }
    return true;
}
