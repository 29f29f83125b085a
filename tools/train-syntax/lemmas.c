#include "lemmas.h"

#include <stdlib.h>

enum { ENDING_COUNT = 2 };

typedef struct vote {
    uint64_t key;
    uint32_t script;
} vote;

typedef struct verdict {
    uint64_t key;
    uint32_t script, count;
} verdict;

typedef struct learner {
    lexicon *lex;
    lemma_rules *out;
    casus_map scripts, done;
    vote *votes;
    size_t vote_count;
    verdict *verdicts;
    size_t verdict_count;
} learner;

static int by_key(const void *const a, const void *const b)
{
    const vote *const x = a, *const y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return x->script < y->script ? -1 : x->script > y->script;
}

/* What most of the votes for each key say. */
static void count_votes(learner *const l)
{
    qsort(l->votes, l->vote_count, sizeof *l->votes, by_key);
    for (size_t i = 0; i < l->vote_count;) {
        verdict best = {l->votes[i].key, 0, 0};
        while (i < l->vote_count && l->votes[i].key == best.key) {
            size_t end = i;
            while (end < l->vote_count && by_key(&l->votes[end], &l->votes[i]) == 0) end++;
            if (end - i > best.count) {
                best.count = (uint32_t)(end - i);
                best.script = l->votes[i].script;
            }
            i = end;
        }
        l->verdicts[l->verdict_count++] = best;
    }
}

static const verdict *verdict_of(const learner *const l, const uint64_t key)
{
    size_t low = 0, high = l->verdict_count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (l->verdicts[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < l->verdict_count && l->verdicts[low].key == key ? &l->verdicts[low] : NULL;
}

static uint32_t script_of(learner *const l, const token *const t)
{
    casus_script script;
    if (casus_str_equal(t->lemma, STR("_")) || !casus_script_find(t->form, t->lemma, &script))
        return CASUS_NONE;
    const casus_str bytes = {(const char *)&script, sizeof script};
    uint32_t found = casus_map_get(&l->scripts, bytes);
    if (found != CASUS_NONE) return found;
    found = l->out->scripts.count;
    casus_map_put(&l->scripts, l->lex->arena, casus_arena_copy(l->lex->arena, bytes), found);
    VEC_PUSH(&l->out->scripts, l->lex->arena, script);
    return found;
}

static uint64_t key_at(const token *const t, const char *const normal, const uint32_t size,
                       const uint32_t ending, const bool whole)
{
    const casus_str text = {normal + size - ending, ending};
    return casus_lemma_key(text, whole, t->upos, t->bits);
}

static void add_rule(learner *const l, const uint64_t key, const uint32_t script)
{
    const casus_str bytes = {(const char *)&key, sizeof key};
    if (casus_map_get(&l->done, bytes) != CASUS_NONE) return;
    casus_map_put(&l->done, l->lex->arena, casus_arena_copy(l->lex->arena, bytes), 1);
    VEC_PUSH(&l->out->rules, l->lex->arena, (lemma_rule){key, script + 1});
}

static void keep_rules(learner *const l, const token *const t)
{
    char normal[CASUS_UNIT_BYTES];
    const uint32_t size = casus_unit_normal(t->form, normal);
    const uint32_t longest = size < CASUS_LEMMA_ENDING ? size : CASUS_LEMMA_ENDING;
    uint32_t said = CASUS_NONE;
    for (uint32_t ending = 0; ending <= longest; ending++) {
        const uint64_t key = key_at(t, normal, size, ending, false);
        const verdict *const v = verdict_of(l, key);
        if (!v || (ending && v->count < ENDING_COUNT) || v->script == said) continue;
        said = v->script;
        add_rule(l, key, said);
    }
    const uint64_t key = key_at(t, normal, size, size, true);
    const verdict *const v = verdict_of(l, key);
    if (v && v->script != said) add_rule(l, key, v->script);
}

static void cast_votes(learner *const l, const token *const t)
{
    char normal[CASUS_UNIT_BYTES];
    const uint32_t script = script_of(l, t), size = casus_unit_normal(t->form, normal);
    if (script == CASUS_NONE) return;
    const uint32_t longest = size < CASUS_LEMMA_ENDING ? size : CASUS_LEMMA_ENDING;
    for (uint32_t ending = 0; ending <= longest; ending++)
        l->votes[l->vote_count++] = (vote){key_at(t, normal, size, ending, false), script};
    l->votes[l->vote_count++] = (vote){key_at(t, normal, size, size, true), script};
}

void lemmas_learn(lexicon *const lex, const corpus *const train, lemma_rules *const out)
{
    learner l = {.lex = lex, .out = out};
    size_t words = 0;
    memset(out, 0, sizeof *out);
    for (uint32_t s = 0; s < train->sentences.count; s++)
        words += (size_t)train->sentences.at[s].count;
    l.votes = calloc(words * (CASUS_LEMMA_ENDING + 2), sizeof *l.votes);
    l.verdicts = calloc(words * (CASUS_LEMMA_ENDING + 2), sizeof *l.verdicts);
    for (uint32_t s = 0; s < train->sentences.count; s++)
        for (int i = 0; i < train->sentences.at[s].count; i++)
            cast_votes(&l, &train->sentences.at[s].at[i]);
    count_votes(&l);
    for (uint32_t s = 0; s < train->sentences.count; s++)
        for (int i = 0; i < train->sentences.at[s].count; i++)
            keep_rules(&l, &train->sentences.at[s].at[i]);
    free(l.votes);
    free(l.verdicts);
}
