/* The record's relations, by type and ends: each once, however often it is told. */
#include "coding/drafts.h"
#include "coding/relations.h"
#include "coding/tree.h"

bool relations_is_belonging(const casus_relation_type type)
{
    return type == RELATION_LEADS || type == RELATION_MEMBER_OF;
}

bool relations_is_mutual(const casus_relation_type type)
{
    return type == RELATION_ALLIED_WITH || type == RELATION_OPPOSES;
}

bool relations_is_between(const casus_relation_type type)
{
    return type == RELATION_SUPPORTS || type == RELATION_SHELTERS || relations_is_mutual(type);
}

bool relations_known(const coder_state *const coding, const casus_relation_type type,
                     const uint32_t from, const uint32_t to, uint32_t *const which)
{
    uint32_t key[3] = {(uint32_t)type, from, to};
    if (relations_is_mutual(type) && from > to) {
        key[1] = to;
        key[2] = from;
    }
    *which = casus_map_get(&coding->relations, (casus_str){(const char *)key, sizeof key});
    return *which != CASUS_NONE;
}

static void remember(coder_state *const coding, const casus_relation_type type, const uint32_t from,
                     const uint32_t to, const uint32_t which)
{
    const bool swap = relations_is_mutual(type) && from > to;
    uint32_t *const key = ARENA_ARRAY(coding->arena, uint32_t, 3);
    key[0] = (uint32_t)type;
    key[1] = swap ? to : from;
    key[2] = swap ? from : to;
    casus_map_put(&coding->relations, coding->arena,
                  (casus_str){(const char *)key, 3 * sizeof *key}, which);
}

uint32_t relations_whole(const coder_state *const coding, const casus_relation_type type,
                         const uint32_t actor)
{
    const casus_record *const record = &coding->document->record;
    const casus_actor *const at = &record->actors.at[actor];
    if (relations_is_belonging(type) || type == RELATION_PART_OF || at->kind != KIND_PEOPLE ||
        at->affiliation == CASUS_NONE)
        return actor;
    const casus_actor *const whole = &record->actors.at[at->affiliation];
    const bool group = whole->mentions.count && whole->armed &&
                       !casus_str_equal(whole->sector, STR("GOV")) &&
                       !casus_str_equal(whole->sector, STR("MIL"));
    return group ? at->affiliation : actor;
}

/* The word that tells it, with its clause. */
static void retell(const casus_document *const document, casus_relation *const relation,
                   const lex_rule *const rule, const uint32_t word)
{
    uint32_t first, last;
    relation->rule = rule->id;
    relation->trigger_word = word;
    relation->trigger = casus_document_text(document, tree_word(document, word)->span);
    tree_extent(document, tree_clause(document, word), &first, &last);
    relation->span = tree_span(document, first, last);
}

/* "since 2012", "until last March" in the clause that tells it: when it began and ended. */
static void date(const casus_document *const document, casus_relation *const relation)
{
    uint32_t first, last;
    tree_extent(document, tree_clause(document, relation->trigger_word), &first, &last);
    for (uint32_t word = first; word <= last; word++) {
        if (document->time_at[word] == CASUS_NONE) continue;
        const casus_timex *const time = &document->record.times.at[document->time_at[word]];
        if (time->first != word || !time->date.start.size) continue;
        uint32_t mark = word;
        const bool bare = tree_word(document, mark)->upos != UPOS_ADP &&
                          tree_word(document, mark)->upos != UPOS_SCONJ;
        if (bare && mark > first) mark--;
        if (tree_lemma_is(document, mark, "since") && !relation->since.size)
            relation->since = time->date.start;
        const bool until =
            tree_lemma_is(document, mark, "until") || tree_lemma_is(document, mark, "till");
        if (until && !relation->until.size) relation->until = time->date.start;
    }
}

/* The relation in the record, new where nothing has told it; NULL where the text negates it. */
static casus_relation *entry(coder_state *const coding, const lex_rule *const rule,
                             const casus_relation_type type, const uint32_t word,
                             const uint32_t from, const uint32_t to)
{
    const casus_document *const document = coding->document;
    casus_record *const record = &coding->document->record;
    uint32_t which;
    if (relations_known(coding, type, from, to, &which)) return &record->relations.at[which];
    casus_relation fresh = {.type = type, .from = from, .to = to, .confidence = 0.5F};
    bool governed;
    if (tree_is_verbal(document, word) || tree_child(document, word, DEP_COP) != CASUS_NONE)
        fresh.factuality = factuality_of(coding, word, &governed);
    if (fresh.factuality == FACT_NEGATED) return NULL;
    retell(document, &fresh, rule, word);
    date(document, &fresh);
    relations_begin(coding, &fresh, rule);
    remember(coding, type, from, to, record->relations.count);
    return VEC_PUSH(&record->relations, coding->arena, fresh);
}

void relations_add(coder_state *const coding, const lex_rule *const rule, const uint32_t word,
                   const uint32_t from, const uint32_t to)
{
    const casus_document *const document = coding->document;
    casus_relation_type type = (casus_relation_type)rule->relation;
    if (type == RELATION_MEMBER_OF && document->record.actors.at[from].kind == KIND_ORGANIZATION)
        type = RELATION_PART_OF; /* bodies are parts, persons and people are members */
    if (from == to && type != RELATION_OPERATES_IN) return;
    uint32_t which;
    /* Who leads a group is of it: one relation tells both. */
    const bool leads =
        relations_is_belonging(type) && relations_known(coding, RELATION_LEADS, from, to, &which);
    const bool belongs = relations_is_belonging(type) &&
                         relations_known(coding, RELATION_MEMBER_OF, from, to, &which);
    if (leads) type = RELATION_LEADS;
    casus_relation *relation;
    if (belongs && type == RELATION_LEADS) {
        relation = &coding->document->record.relations.at[which];
        relation->type = type;
        retell(document, relation, rule, word);
        remember(coding, RELATION_MEMBER_OF, from, to, CASUS_NONE);
        remember(coding, type, from, to, which);
    } else {
        relation = entry(coding, rule, type, word, from, to);
    }
    if (!relation) return;
    relation->tellings++;
    relations_state(coding, word, relation);
}
