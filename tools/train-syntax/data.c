#include "data.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "headline.h"
#include "names.h"

enum { WORD_COUNT = 2, PART_COUNT = 2, FEATS_COUNT = 3, FEATS_MOST = 126 };

static casus_str key_bytes(casus_arena *const arena, const uint64_t key)
{
    return casus_arena_copy(arena, (casus_str){(const char *)&key, sizeof key});
}

static uint32_t look(const casus_map *const map, const uint64_t key)
{
    return casus_map_get(map, (casus_str){(const char *)&key, sizeof key});
}

static bool is_letter(const unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* The form as text of another kind would write it (letters beyond ASCII stay). */
static casus_str recase(lexicon *const lex, const casus_str form, const int kind)
{
    const casus_str copy = casus_arena_copy(lex->arena, form);
    char *const at = (char *)(uintptr_t)copy.at;
    for (size_t i = 0; i < copy.size; i++) {
        if (!is_letter((unsigned char)at[i])) continue;
        const bool upper = kind == CASE_UPPER || (kind == CASE_TITLE && i == 0);
        if (upper) at[i] = (char)(at[i] & ~0x20);
        if (kind == CASE_LOWER) at[i] = (char)(at[i] | 0x20);
    }
    return copy;
}

static uint32_t type_of(lexicon *const lex, const casus_str form, const bool first)
{
    char key[260];
    const size_t size = form.size < 256 ? form.size : 256;
    key[0] = first ? '^' : ' ';
    memcpy(key + 1, form.at, size);
    const casus_str name = {key, size + 1};
    uint32_t found = casus_map_get(&lex->types, name);
    if (found != CASUS_NONE) return found;
    found = lex->type_list.count;
    casus_map_put(&lex->types, lex->arena, casus_arena_copy(lex->arena, name), found);
    casus_units units;
    casus_units_of(form, first, &units);
    VEC_PUSH(&lex->type_list, lex->arena, (type){0});
    VEC_PUSH(&lex->type_units, lex->arena, units);
    return found;
}

static bool is_function_word(const uint8_t upos)
{
    return upos == UPOS_ADP || upos == UPOS_DET || upos == UPOS_CCONJ || upos == UPOS_PART;
}

static void set_types(lexicon *const lex, token *const word, const bool first)
{
    for (int kind = 0; kind < CASES; kind++) {
        const bool plain =
            kind == CASE_PLAIN || (kind == CASE_TITLE && !first && is_function_word(word->upos));
        const casus_str form = plain ? word->form : recase(lex, word->form, kind);
        word->type[kind] = type_of(lex, form, first);
    }
}

static uint16_t feats_class(lexicon *const lex, const uint32_t bits, const bool train)
{
    for (uint32_t i = 0; i < lex->feats.count; i++)
        if (lex->feats.at[i] == bits) return (uint16_t)i;
    if (!train || lex->feats.count >= FEATS_MOST) return 0;
    VEC_PUSH(&lex->feats, lex->arena, bits);
    return (uint16_t)(lex->feats.count - 1);
}

static void add_sentence(lexicon *const lex, corpus *const out, const casus_conllu *const bank,
                         const casus_conllu_sentence *const from, const bool train)
{
    sentence to = {ARENA_ARRAY(lex->arena, token, from->count), (int)from->count, false, NULL};
    for (uint32_t i = 0; i < from->count; i++) {
        const casus_conllu_word *const word = &bank->words.at[from->first + i];
        token *const t = &to.at[i];
        t->form = word->form;
        t->lemma = word->lemma;
        t->head = (uint16_t)word->head;
        t->upos = (uint8_t)casus_upos_from(word->upos);
        t->deprel = (uint8_t)casus_deprel_from(word->deprel);
        t->bits = casus_features_from(word->feats);
        t->feats = feats_class(lex, t->bits, train);
        set_types(lex, t, i == 0);
    }
    VEC_PUSH(&out->sentences, lex->arena, to);
}

bool corpus_read(lexicon *const lex, corpus *const out, const char *const path, const bool train)
{
    char *bytes;
    size_t size;
    casus_error error = {0};
    casus_conllu bank;
    if (!lex->feats.count) VEC_PUSH(&lex->feats, lex->arena, 0u);
    if (casus_file_read(path, (size_t)1 << 30, &bytes, &size, &error) != CASUS_OK ||
        casus_conllu_read(lex->arena, (casus_str){bytes, size}, &bank, &error) != CASUS_OK) {
        fprintf(stderr, "%s: %s: %s\n", path, casus_code_message(error.code), error.detail);
        return false;
    }
    const uint32_t first = out->sentences.count;
    for (uint32_t i = 0; i < bank.sentences.count; i++)
        if (!train || bank.sentences.at[i].count <= MAX_SENTENCE)
            add_sentence(lex, out, &bank, &bank.sentences.at[i], train);
    names_read(&bank, train, out, first);
    return true; /* the words keep views of the bytes */
}

void token_resolve(lexicon *const lex, token *const word, const bool first)
{
    word->feats = feats_class(lex, word->bits, false);
    set_types(lex, word, first);
}

static void learn_present(lexicon *const lex, const token *const t)
{
    const uint32_t wanted = FEAT_PRESENT | FEAT_FINITE | FEAT_THIRD | FEAT_SINGULAR;
    if (t->upos != UPOS_VERB || (t->bits & wanted) != wanted ||
        !casus_str_starts(t->form, casus_str_slice(t->lemma, 0, 1)) ||
        casus_map_get(&lex->presents, t->lemma) != CASUS_NONE)
        return;
    casus_map_put(&lex->presents, lex->arena, t->lemma, lex->present_forms.count);
    VEC_PUSH(&lex->present_forms, lex->arena, t->form);
}

void corpus_add_headlines(lexicon *const lex, corpus *const train)
{
    for (uint32_t i = 0; i < train->sentences.count; i++)
        for (int word = 0; word < train->sentences.at[i].count; word++)
            learn_present(lex, &train->sentences.at[i].at[word]);
    for (uint32_t i = 0; i < train->sentences.count; i++) {
        sentence headline;
        if (!headline_make(lex, &train->sentences.at[i], &headline)) continue;
        train->sentences.at[i].headline = ARENA_NEW(lex->arena, sentence);
        *train->sentences.at[i].headline = headline;
    }
}

/* The next JSON string from `*at`; escapes lose their backslash. */
static size_t read_string(const char **const at, char *const to, const size_t room)
{
    size_t size = 0;
    const char *p = *at + 1;
    for (; *p && *p != '"'; p++) {
        if (*p == '\\' && p[1]) p++;
        if (size < room) to[size++] = *p;
    }
    *at = *p ? p + 1 : p;
    return size;
}

static void read_vector(lexicon *const lex, const char **const at, const casus_str word,
                        const uint32_t index)
{
    const char *p = *at + 2; /* ":[" */
    for (int i = 0; i < VECTOR; i++) {
        char *end;
        lex->vectors[(size_t)index * VECTOR + i] = strtof(p, &end);
        p = end + 1;
    }
    while (*p && *p != ']') p++;
    *at = *p ? p + 1 : p;
    char normal[CASUS_UNIT_BYTES];
    const uint64_t key = casus_unit_word_key(normal, casus_unit_normal(word, normal));
    VEC_PUSH(&lex->vector_keys, lex->arena, key);
    if (look(&lex->vector_of, key) == CASUS_NONE)
        casus_map_put(&lex->vector_of, lex->arena, key_bytes(lex->arena, key), index);
}

bool vectors_read(lexicon *const lex, const char *const path, const uint32_t limit)
{
    char *bytes;
    size_t size;
    casus_error error = {0};
    if (casus_file_read(path, (size_t)1 << 30, &bytes, &size, &error) != CASUS_OK) return false;
    const char *at = strstr(bytes, "\"vectors\":{");
    if (!at) return false;
    at += strlen("\"vectors\":{");
    lex->vectors = calloc((size_t)limit * VECTOR, sizeof(float));
    uint32_t count = 0;
    while (count < limit && *at == '"') {
        char word[256];
        const size_t length = read_string(&at, word, sizeof word);
        read_vector(lex, &at, (casus_str){word, length}, count++);
        if (*at == ',') at++;
    }
    free(bytes);
    return count > 0;
}

typedef struct counter {
    casus_map index;
    VEC(uint64_t) keys;
    VEC(uint32_t) counts;
} counter;

static void count_key(counter *const c, casus_arena *const arena, const uint64_t key,
                      const uint32_t by)
{
    uint32_t at = look(&c->index, key);
    if (at == CASUS_NONE) {
        at = c->keys.count;
        casus_map_put(&c->index, arena, key_bytes(arena, key), at);
        VEC_PUSH(&c->keys, arena, key);
        VEC_PUSH(&c->counts, arena, 0u);
    }
    c->counts.at[at] += by;
}

static void keep(lexicon *const lex, const counter *const c, const uint32_t least)
{
    for (uint32_t i = 0; i < c->keys.count; i++) {
        if (c->counts.at[i] < least) continue;
        casus_map_put(&lex->rows, lex->arena, key_bytes(lex->arena, c->keys.at[i]),
                      lex->keys.count);
        VEC_PUSH(&lex->keys, lex->arena, c->keys.at[i]);
    }
}

/* Words count by occurrence, their parts by the number of words that have them. */
void lexicon_close(lexicon *const lex, const corpus *const train)
{
    counter words = {0}, parts = {0};
    const uint32_t types = lex->type_list.count;
    bool *const seen = calloc(types, sizeof *seen);
    for (uint32_t s = 0; s < train->sentences.count; s++) {
        const sentence *const from = &train->sentences.at[s];
        for (int i = 0; i < from->count; i++) {
            count_key(&words, lex->arena, lex->type_units.at[from->at[i].type[0]].word, 1);
            for (int kind = 0; kind < CASES; kind++) seen[from->at[i].type[kind]] = true;
        }
    }
    for (uint32_t t = 0; t < types; t++)
        for (uint32_t u = 0; seen[t] && u < lex->type_units.at[t].count; u++)
            count_key(&parts, lex->arena, lex->type_units.at[t].parts[u], 1);
    free(seen);
    VEC_PUSH(&lex->keys, lex->arena, (uint64_t)0);
    keep(lex, &words, WORD_COUNT);
    keep(lex, &parts, PART_COUNT * CASES + 1); /* of at least three words, whatever their case */
}

void lexicon_resolve(lexicon *const lex)
{
    for (uint32_t t = 0; t < lex->type_list.count; t++) {
        type *const to = &lex->type_list.at[t];
        const casus_units *const units = &lex->type_units.at[t];
        const uint32_t word = look(&lex->rows, units->word);
        const uint32_t vector = look(&lex->vector_of, units->word);
        to->word = word == CASUS_NONE ? 0 : word;
        to->vector = vector == CASUS_NONE ? 0 : vector + 1;
        to->parts = ARENA_ARRAY(lex->arena, uint32_t, units->count);
        to->count = 0;
        for (uint32_t u = 0; u < units->count; u++) {
            const uint32_t row = look(&lex->rows, units->parts[u]);
            if (row != CASUS_NONE) to->parts[to->count++] = row;
        }
    }
}
