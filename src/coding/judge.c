#include "coding/judge.h"

#include <math.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/stanza.h"

enum { WEIGHTS_LIMIT = 64 << 20, COLUMNS = 3 };

typedef struct weight {
    uint64_t hash; /* 0: free */
    float value;
} weight;

struct judge_weights {
    weight *slots;
    size_t room;
    float bias[JUDGE_KINDS], threshold[JUDGE_KINDS];
    bool trained[JUDGE_KINDS];
};

static const char *const kinds[JUDGE_KINDS] = {
    "event",  "join",   "relation", "statement",  "warning", "filler", "place",      "date",
    "source", "target", "toll",     "toll-event", "copy",    "stance", "allegation", "bearing"};

const char *judge_kind_name(const judge_kind kind)
{
    return kinds[kind];
}

/* A feature's number under one kind; never 0. */
static uint64_t under(const judge_kind kind, const uint64_t hash)
{
    const uint64_t mixed = (hash ^ (uint64_t)kind) * UINT64_C(0x9e3779b97f4a7c15);
    return mixed ? mixed : 1;
}

static weight *slot_of(const judge_weights *const weights, const uint64_t key)
{
    size_t at = (size_t)(key >> 20) & (weights->room - 1);
    while (weights->slots[at].hash && weights->slots[at].hash != key)
        at = (at + 1) & (weights->room - 1);
    return &weights->slots[at];
}

static casus_code read_row(judge_weights *const weights, const casus_str *const columns,
                           const uint32_t line, casus_error *const error)
{
    char number[64];
    size_t kind = 0;
    while (kind < JUDGE_KINDS && !casus_str_equal(columns[0], casus_str_from(kinds[kind]))) kind++;
    if (kind == JUDGE_KINDS || columns[2].size == 0 || columns[2].size >= sizeof number)
        return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX,
                          "expected kind, feature and weight");
    memcpy(number, columns[2].at, columns[2].size);
    number[columns[2].size] = '\0';
    const float value = strtof(number, NULL);
    weights->trained[kind] = true;
    if (casus_str_equal(columns[1], STR("(bias)")))
        weights->bias[kind] = value;
    else if (casus_str_equal(columns[1], STR("(threshold)")))
        weights->threshold[kind] = value;
    else
        *slot_of(weights, under((judge_kind)kind, casus_str_hash(columns[1], 0))) =
            (weight){under((judge_kind)kind, casus_str_hash(columns[1], 0)), value};
    return CASUS_OK;
}

casus_code judge_open(const char *const path, judge_weights **const result,
                      casus_error *const error)
{
    char *bytes;
    size_t size;
    *result = NULL;
    casus_code code = casus_file_read(path, WEIGHTS_LIMIT, &bytes, &size, error);
    if (code != CASUS_OK) return code;
    size_t lines = 1;
    for (size_t i = 0; i < size; i++) lines += bytes[i] == '\n';
    judge_weights *const weights = calloc(1, sizeof *weights);
    if (weights) {
        for (weights->room = 64; weights->room < lines * 2;) weights->room *= 2;
        weights->slots = calloc(weights->room, sizeof *weights->slots);
    }
    if (!weights || !weights->slots) {
        free(weights);
        free(bytes);
        return casus_fail(error, CASUS_ERROR_LIMIT, 0, UINT64_MAX, "out of memory");
    }
    casus_str rest = {bytes, size}, columns[COLUMNS];
    uint32_t line = 0, count;
    while (code == CASUS_OK && casus_table_row(&rest, &line, columns, COLUMNS, &count))
        code = read_row(weights, columns, line, error);
    free(bytes);
    if (code == CASUS_OK)
        *result = weights;
    else
        judge_close(weights);
    return code;
}

void judge_close(judge_weights *const weights)
{
    if (!weights) return;
    free(weights->slots);
    free(weights);
}

enum { NAME_LIMIT = 58, VALUE_LIMIT = 100, LONE_SIZE = 5 };

static const char lone_prefix[] = "lone:";

/* Tabs and newlines separate columns in the file of weights. */
static char plain(const char c)
{
    return c == '\t' || c == '\n' ? ' ' : c;
}

static casus_str name_of(casus_arena *const arena, const bool lone, const char *const name,
                         const casus_str value)
{
    char text[LONE_SIZE + NAME_LIMIT + VALUE_LIMIT + 2];
    size_t size = 0;
    for (size_t i = 0; lone && i < LONE_SIZE; i++) text[size++] = lone_prefix[i];
    for (size_t i = 0; i < NAME_LIMIT && name[i]; i++) text[size++] = plain(name[i]);
    if (value.size) text[size++] = '=';
    for (size_t i = 0; i < value.size && i < VALUE_LIMIT; i++) text[size++] = plain(value.at[i]);
    return casus_arena_copy(arena, (casus_str){text, size});
}

/* Without printf: names are made some hundred times for each event. */
void judge_name(char *const text, const size_t room, const char *const *parts)
{
    size_t size = 0;
    for (const char *const *part = parts; *part; part++) {
        if (part != parts && size + 1 < room) text[size++] = '.';
        for (const char *c = *part; *c && size + 1 < room; c++) text[size++] = *c;
    }
    text[size] = '\0';
}

/* Without printf or a copy: this runs some hundred times for each event. */
static void add(judge_features *const features, const bool lone, const char *const name,
                const casus_str value)
{
    uint64_t hash = casus_hash_start(0);
    for (size_t i = 0; lone && i < LONE_SIZE; i++) hash = casus_hash_byte(hash, lone_prefix[i]);
    for (size_t i = 0; i < NAME_LIMIT && name[i]; i++) hash = casus_hash_byte(hash, plain(name[i]));
    if (value.size) hash = casus_hash_byte(hash, '=');
    for (size_t i = 0; i < value.size && i < VALUE_LIMIT; i++)
        hash = casus_hash_byte(hash, plain(value.at[i]));
    VEC_PUSH(&features->hashes, features->arena, casus_hash_end(hash));
    if (features->named)
        VEC_PUSH(&features->names, features->arena, name_of(features->arena, lone, name, value));
}

/* A text of a sentence or two is another kind of text: what it shares with reports is learned from
 * both, what is its own from it alone (Daume 2007). */
void judge_add(judge_features *const features, const char *const name, const casus_str value)
{
    add(features, false, name, value);
    if (features->lone) add(features, true, name, value);
}

void judge_add_flag(judge_features *const features, const char *const name, const bool holds)
{
    if (holds) judge_add(features, name, (casus_str){NULL, 0});
}

void judge_add_number(judge_features *const features, const char *const name, int64_t value,
                      const int64_t most)
{
    enum { DIGITS = 24 };
    char text[DIGITS];
    if (value > most) value = most;
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;
    size_t at = DIGITS;
    do text[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (value < 0) text[--at] = '-';
    judge_add(features, name, (casus_str){text + at, DIGITS - at});
}

float judge_probability(const judge_weights *const weights, const judge_kind kind,
                        const judge_features *const features)
{
    if (!weights || !weights->trained[kind]) return 0.5F;
    double sum = (double)weights->bias[kind];
    for (uint32_t i = 0; i < features->hashes.count; i++) {
        const weight *const found = slot_of(weights, under(kind, features->hashes.at[i]));
        if (found->hash) sum += (double)found->value;
    }
    return (float)(1.0 / (1.0 + exp(-sum)));
}

float judge_figure(const judge_weights *const weights, const judge_kind kind,
                   const char *const name, const float otherwise)
{
    if (!weights) return otherwise;
    const uint64_t hash = casus_str_hash(casus_str_from(name), 0);
    const weight *const found = slot_of(weights, under(kind, hash));
    return found->hash ? found->value : otherwise;
}

bool judge_is_trained(const judge_weights *const weights, const judge_kind kind)
{
    return weights && weights->trained[kind];
}

float judge_threshold(const judge_weights *const weights, const judge_kind kind)
{
    return weights ? weights->threshold[kind] : 0;
}
