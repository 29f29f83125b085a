/* Reads stanzas of the event lexicon into rules. */
#include "base/stanza.h"
#include "coding/ontology.h"

static const struct {
    const char *name;
    uint16_t argument;
} arguments[] = {{"subj", ARG_SUBJ},   {"obj", ARG_OBJ},     {"iobj", ARG_IOBJ},
                 {"poss", ARG_POSS},   {"comp", ARG_COMP},   {"self", ARG_SELF},
                 {"xcomp", ARG_XCOMP}, {"ccomp", ARG_CCOMP}, {"advcl", ARG_ADVCL},
                 {"any", ARG_ANY},     {"first", ARG_FIRST}, {"second", ARG_SECOND},
                 {"head", ARG_HEAD}};

static const struct {
    const char *name;
    uint32_t role;
} roles[] = {{"source", ROLE_SOURCE},
             {"target", ROLE_TARGET},
             {"both", ROLE_BOTH},
             {"place", ROLE_PLACE},
             {"instrument", ROLE_INSTRUMENT},
             {"object", ROLE_OBJECT},
             {"weapon", ROLE_WEAPON},
             {"topic", ROLE_TOPIC},
             {"recipient", ROLE_RECIPIENT},
             {"speaker", ROLE_SPEAKER},
             {"content", ROLE_CONTENT},
             {"addressee", ROLE_ADDRESSEE},
             {"accused", ROLE_ACCUSED},
             {"victim", ROLE_VICTIM},
             {"from", ROLE_FROM},
             {"to", ROLE_TO},
             {"none", 0}};

typedef struct lexicon_reader {
    casus_ontology *ontology;
    casus_error *error;
    uint32_t line;
} lexicon_reader;

static casus_code fail(const lexicon_reader *const reader, const char *const what,
                       const casus_str value)
{
    return casus_fail(reader->error, CASUS_ERROR_SYNTAX, reader->line, UINT64_MAX, "%s: `%.*s`",
                      what, (int)(value.size > 80 ? 80 : value.size), value.at);
}

/* Everything that is no fixed argument is a preposition; underscores stand for spaces. */
static uint16_t read_argument(casus_ontology *const ontology, const casus_str name)
{
    for (size_t i = 0; i < sizeof arguments / sizeof *arguments; i++)
        if (casus_str_equal(name, casus_str_from(arguments[i].name))) return arguments[i].argument;
    const uint32_t known = casus_map_get(&ontology->prepositions, name);
    if (known != CASUS_NONE) return (uint16_t)known;
    const uint32_t number = ARG_PREPOSITION + ontology->prepositions.entries.count;
    casus_map_put(&ontology->prepositions, ontology->arena, name, number);
    return (uint16_t)number;
}

static casus_code read_bindings(const lexicon_reader *const reader, casus_str value,
                                lex_rule *const rule, const bool nominal)
{
    casus_str item, qualifier;
    while (casus_stanza_item(&value, &item, &qualifier)) {
        casus_str rest = item, name, word;
        casus_str_cut(&rest, '=', &name);
        lex_binding bound = {read_argument(reader->ontology, casus_str_trim(name)), 0};
        rest = casus_str_trim(rest);
        if (!rest.size) return fail(reader, "expected argument=role", item);
        while (casus_str_cut(&rest, ' ', &word)) {
            if (!word.size) continue;
            size_t i = 0;
            const size_t count = sizeof roles / sizeof *roles;
            while (i < count && !casus_str_equal(word, casus_str_from(roles[i].name))) i++;
            if (i == count) return fail(reader, "no role", word);
            bound.roles |= roles[i].role;
        }
        if (nominal)
            VEC_PUSH(&rule->noun_roles, reader->ontology->arena, bound);
        else
            VEC_PUSH(&rule->roles, reader->ontology->arena, bound);
    }
    return CASUS_OK;
}

static uint32_t class_number(casus_ontology *const ontology, const casus_str name)
{
    const uint32_t known = casus_map_get(&ontology->classes, name);
    if (known != CASUS_NONE) return known;
    const uint32_t number = ontology->words.count;
    VEC_PUSH(&ontology->words, ontology->arena, (casus_map){0});
    casus_map_put(&ontology->classes, ontology->arena, name, number);
    return number;
}

/* `obj in missile, rocket, @weapon` */
static casus_code read_condition(const lexicon_reader *const reader, const casus_str value,
                                 lex_rule *const rule, const bool negated)
{
    casus_ontology *const ontology = reader->ontology;
    const size_t in = casus_str_find(value, STR(" in "));
    if (in == SIZE_MAX) return fail(reader, "expected `argument in word, @class`", value);
    lex_condition read = {.argument =
                              read_argument(ontology, casus_str_trim((casus_str){value.at, in})),
                          .negated = negated};
    casus_str rest = casus_str_slice(value, in + 4, SIZE_MAX), word;
    while (casus_str_cut(&rest, ',', &word)) {
        word = casus_str_trim(word);
        if (!word.size) continue;
        if (word.at[0] == '@')
            VEC_PUSH(&read.classes, ontology->arena,
                     (uint16_t)class_number(ontology, casus_str_slice(word, 1, SIZE_MAX)));
        else
            VEC_PUSH(&read.words, ontology->arena, word);
    }
    VEC_PUSH(&rule->conditions, ontology->arena, read);
    return CASUS_OK;
}

static void add_entry(casus_ontology *const ontology, const uint32_t rule, const entry_class klass,
                      const casus_str spelling)
{
    lex_entry added = {.rule = rule, .klass = klass, .next = CASUS_NONE};
    casus_str rest = spelling, head = {0}, word;
    while (casus_str_cut(&rest, ' ', &word)) {
        if (!word.size) continue;
        if (!head.size && klass != ENTRY_NOUN && !added.copular && casus_str_equal(word, STR("be")))
            added.copular = true;
        else if (!head.size)
            head = word;
        else
            VEC_PUSH(&added.rest, ontology->arena, word);
    }
    /* A multiword noun is headed by its last word: "air strike". */
    if (klass == ENTRY_NOUN && added.rest.count) {
        const casus_str last = added.rest.at[added.rest.count - 1];
        for (uint32_t i = added.rest.count - 1; i > 0; i--) added.rest.at[i] = added.rest.at[i - 1];
        added.rest.at[0] = head;
        head = last;
    }
    if (!head.size) return;
    if (added.rest.count) {
        added.marks[0] = ontology_mark(added.rest.at[0]);
        added.marks[1] = ontology_mark(added.rest.at[added.rest.count - 1]);
    }
    const uint32_t number = ontology->entries.count;
    const uint32_t first = casus_map_get(&ontology->index, head);
    VEC_PUSH(&ontology->entries, ontology->arena, added);
    if (first == CASUS_NONE) {
        casus_map_put(&ontology->index, ontology->arena, head, number);
        return;
    }
    uint32_t at = first;
    while (ontology->entries.at[at].next != CASUS_NONE) at = ontology->entries.at[at].next;
    ontology->entries.at[at].next = number;
}

static void add_entries(casus_ontology *const ontology, const uint32_t rule,
                        const entry_class klass, casus_str value)
{
    casus_str item, qualifier;
    while (casus_stanza_item(&value, &item, &qualifier)) add_entry(ontology, rule, klass, item);
}

static void add_things(casus_ontology *const ontology, const casus_str name, const bool weapon,
                       casus_str value)
{
    const uint32_t number = ontology->thing_classes.count;
    VEC_PUSH(&ontology->thing_classes, ontology->arena, (thing_class){name, weapon});
    casus_map *const members = &ontology->words.at[weapon ? CLASS_WEAPON : CLASS_OBJECT];
    casus_str item, qualifier;
    while (casus_stanza_item(&value, &item, &qualifier)) {
        if (casus_map_get(&ontology->things, item) != CASUS_NONE) continue;
        casus_map_put(&ontology->things, ontology->arena, item, number);
        casus_map_put(members, ontology->arena, item, 1);
    }
}

static void add_class(casus_ontology *const ontology, const casus_str key, casus_str value)
{
    const uint32_t number = class_number(ontology, casus_str_slice(key, 1, SIZE_MAX));
    casus_str item, qualifier;
    while (casus_stanza_item(&value, &item, &qualifier))
        casus_map_put(&ontology->words.at[number], ontology->arena, item, 1);
}

static casus_code read_effect(const lexicon_reader *const reader, const casus_str value,
                              lex_rule *const rule)
{
    casus_str rest = value, name;
    casus_str_cut(&rest, ' ', &name);
    rule->effect = casus_effect_from(name);
    if (rule->effect < 0) return fail(reader, "no effect", value);
    rest = casus_str_trim(rest);
    rule->effect_argument = rest.size ? read_argument(reader->ontology, rest) : ARG_OBJ;
    return CASUS_OK;
}

static void read_governs(casus_ontology *const ontology, casus_str value, lex_rule *const rule)
{
    casus_str item, qualifier;
    for (uint32_t i = 0; i < 4 && casus_stanza_item(&value, &item, &qualifier); i++)
        rule->governs[i] = read_argument(ontology, item);
}

static casus_code read_enumerator(const lexicon_reader *const reader, const int found,
                                  int *const into, const casus_str value)
{
    *into = found;
    return found < 0 ? fail(reader, "no such name", value) : CASUS_OK;
}

static casus_code read_event(const lexicon_reader *const reader, const casus_str value,
                             lex_rule *const rule)
{
    if (casus_str_equal(value, STR("none"))) {
        rule->event = EVENT_BLOCKED;
        return CASUS_OK;
    }
    return read_enumerator(reader, casus_event_type_from(value), &rule->event, value);
}

static void read_contexts(casus_ontology *const ontology, casus_str value, lex_rule *const rule)
{
    casus_str item, qualifier;
    while (casus_stanza_item(&value, &item, &qualifier))
        VEC_PUSH(&rule->contexts, ontology->arena, item);
}

/* A small integer, below zero for what anything else beats. */
static void read_priority(casus_str value, lex_rule *const rule)
{
    uint64_t number;
    const bool negative = value.size && value.at[0] == '-';
    if (negative) value = casus_str_slice(value, 1, SIZE_MAX);
    if (casus_str_to_u64(value, &number) && number < 1000)
        rule->priority = negative ? -(int)number : (int)number;
}

static bool key_is(const casus_stanza_line *const line, const char *const key)
{
    return casus_str_equal(line->key, casus_str_from(key));
}

/* Keys that say what the rule means. */
static casus_code read_meaning(const lexicon_reader *const reader,
                               const casus_stanza_line *const line, lex_rule *const rule)
{
    const casus_str value = line->value;
    if (key_is(line, "event")) return read_event(reader, value, rule);
    if (key_is(line, "stance"))
        return read_enumerator(reader, casus_stance_from(value), &rule->stance, value);
    if (key_is(line, "relation"))
        return read_enumerator(reader, casus_relation_type_from(value), &rule->relation, value);
    if (key_is(line, "factuality"))
        return read_enumerator(reader, casus_factuality_from(value), &rule->factuality, value);
    if (key_is(line, "roles")) return read_bindings(reader, value, rule, false);
    if (key_is(line, "nroles")) return read_bindings(reader, value, rule, true);
    if (key_is(line, "when")) return read_condition(reader, value, rule, false);
    if (key_is(line, "unless")) return read_condition(reader, value, rule, true);
    if (key_is(line, "effect")) return read_effect(reader, value, rule);
    if (key_is(line, "mode")) rule->mode = value;
    if (key_is(line, "cameo")) rule->cameo = value;
    if (key_is(line, "acled")) rule->acled = value;
    if (key_is(line, "weapon")) rule->weapon = value;
    if (key_is(line, "contexts")) read_contexts(reader->ontology, value, rule);
    if (key_is(line, "governs")) read_governs(reader->ontology, value, rule);
    if (key_is(line, "control")) rule->control = read_argument(reader->ontology, value);
    if (key_is(line, "light")) rule->light = true;
    if (key_is(line, "priority")) read_priority(value, rule);
    return CASUS_OK;
}

/* Keys that spell it. */
static void read_spelling(casus_ontology *const ontology, const casus_stanza_line *const line,
                          const uint32_t number)
{
    static const struct {
        const char *key;
        entry_class klass;
    } keys[] = {{"verb", ENTRY_VERB},     {"noun", ENTRY_NOUN},     {"adj", ENTRY_ADJ},
                {"phrase", ENTRY_PHRASE}, {"suffix", ENTRY_SUFFIX}, {"adverb", ENTRY_ADVERB},
                {"light", ENTRY_PHRASE},  {"adv", ENTRY_ADVERB},    {"aux", ENTRY_ADVERB}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (key_is(line, keys[i].key)) add_entries(ontology, number, keys[i].klass, line->value);
}

/* Rules with conditions come before those without, exceptions break ties; priority beats both. */
static int specificity(const lex_rule *const rule)
{
    enum { PRIORITY = 1000, CONDITION = 10, EXCEPTION = 1 };
    int score = rule->priority * PRIORITY;
    for (uint32_t i = 0; i < rule->conditions.count; i++)
        score += rule->conditions.at[i].negated ? EXCEPTION : CONDITION;
    return score;
}

static casus_code read_stanza(lexicon_reader *const reader, const casus_str file,
                              const casus_stanza *const stanza)
{
    casus_ontology *const ontology = reader->ontology;
    const uint32_t number = ontology->rules.count;
    lex_rule read = {.id = stanza->id,
                     .file = file,
                     .line = stanza->line,
                     .event = EVENT_UNSET,
                     .stance = -1,
                     .relation = -1,
                     .factuality = -1,
                     .effect = -1};
    for (uint32_t i = 0; i < stanza->lines.count; i++) {
        const casus_stanza_line *const line = &stanza->lines.at[i];
        reader->line = line->line;
        if (line->key.at[0] == '@') add_class(ontology, line->key, line->value);
        if (key_is(line, "weapon") && casus_stanza_get(stanza, "event").size == 0)
            add_things(ontology, stanza->id, true, line->value);
        if (key_is(line, "object")) add_things(ontology, stanza->id, false, line->value);
        const casus_code code = read_meaning(reader, line, &read);
        if (code != CASUS_OK) return code;
        read_spelling(ontology, line, number);
    }
    if (casus_map_get(&ontology->ids, stanza->id) == CASUS_NONE)
        casus_map_put(&ontology->ids, ontology->arena, stanza->id, number);
    read.specificity = specificity(&read);
    VEC_PUSH(&ontology->rules, ontology->arena, read);
    return CASUS_OK;
}

/* A line `@name: word; word` may stand outside of stanzas in a file of classes. */
static bool read_loose_class(casus_ontology *const ontology, casus_str *const rest,
                             uint32_t *const number)
{
    casus_str copy = *rest, line;
    if (!casus_str_cut(&copy, '\n', &line)) return false;
    line = casus_str_trim(line);
    if (line.size && line.at[0] != '#' && line.at[0] != '@') return false;
    *rest = copy;
    ++*number;
    if (!line.size || line.at[0] != '@') return true;
    casus_str value = line, key;
    casus_str_cut(&value, ':', &key);
    add_class(ontology, casus_str_trim(key), casus_str_trim(value));
    return true;
}

casus_code ontology_read(casus_ontology *const ontology, const casus_str file, const casus_str text,
                         casus_error *const error)
{
    lexicon_reader reader = {ontology, error, 0};
    casus_str rest = text;
    uint32_t line = 1;
    while (read_loose_class(ontology, &rest, &line)) continue;
    for (;;) {
        casus_stanza stanza;
        bool found;
        casus_code code = casus_stanza_next(&rest, &line, ontology->arena, &stanza, &found, error);
        if (code == CASUS_OK && !found) return CASUS_OK;
        if (code == CASUS_OK) code = read_stanza(&reader, file, &stanza);
        if (code != CASUS_OK) {
            if (error) {
                char detail[sizeof error->detail];
                memcpy(detail, error->detail, sizeof detail);
                casus_fail(error, code, error->line, UINT64_MAX, "%.*s: %.100s", (int)file.size,
                           file.at, detail);
            }
            return code;
        }
    }
}
