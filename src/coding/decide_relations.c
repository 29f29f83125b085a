/* Which of the relations that rules and guesses propose are kept. */
#include <stdio.h>

#include "coding/decide.h"
#include "coding/features.h"
#include "coding/parties.h"
#include "coding/relations.h"

/* How the text speaks of one side: by name or not, how often, and how far from the word that tells
 * the relation. */
static void add_nearness(const coder_state *const coding, judge_features *const features,
                         const char *const side, const uint32_t number, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const casus_actor *const actor = &document->record.actors.at[number];
    uint32_t nearest = 60;
    bool named = false;
    for (uint32_t i = 0; i < actor->mentions.count; i++) {
        const casus_mention *const mention = &document->record.mentions.at[actor->mentions.at[i]];
        const uint32_t gap = mention->head > word ? mention->head - word : word - mention->head;
        if (gap < nearest) nearest = gap;
        if (mention->form == FORM_NAME) named = true;
    }
    char text[32];
    JUDGE_NAME(text, side, "named");
    judge_add_flag(features, text, named);
    JUDGE_NAME(text, side, "generic");
    judge_add_flag(features, text, actor->generic);
    JUDGE_NAME(text, side, "mentions");
    judge_add_number(features, text, actor->mentions.count, 4);
    JUDGE_NAME(text, side, "nearest");
    judge_add_number(features, text, nearest < 3 ? nearest : 3 + nearest / 6, 12);
}

static void add_relation(const coder_state *const coding, judge_features *const features,
                         const casus_relation *const relation)
{
    const char *const type = casus_relation_type_name(relation->type);
    const casus_record *const record = &coding->document->record;
    char text[64];
    judge_add(features, "type", casus_str_from(type));
    judge_add(features, "rule", relation->rule);
    JUDGE_NAME(text, type, "rule");
    judge_add(features, text, relation->rule);
    JUDGE_NAME(text, type, "lemma");
    judge_add(features, text, features_lemma(coding, relation->trigger_word));
    judge_add(features, "lemma", features_lemma(coding, relation->trigger_word));
    judge_add_number(features, "stated", relations_stated(coding, relation), 2);
    judge_add(features, "factuality", casus_str_from(casus_factuality_name(relation->factuality)));
    add_nearness(coding, features, "from", relation->from, relation->trigger_word);
    const casus_refs from = {.at = (uint32_t *)(uintptr_t)&relation->from, .count = 1, .room = 1};
    features_add_actor(coding, features, "from", &from);
    JUDGE_NAME(text, type, "from");
    judge_add(features, text, record->actors.at[relation->from].sector);
    if (relation->type != RELATION_OPERATES_IN) {
        const casus_refs to = {.at = (uint32_t *)(uintptr_t)&relation->to, .count = 1, .room = 1};
        features_add_actor(coding, features, "to", &to);
        add_nearness(coding, features, "to", relation->to, relation->trigger_word);
        JUDGE_NAME(text, type, "kinds", casus_kind_name(record->actors.at[relation->from].kind));
        judge_add(features, text,
                  casus_str_from(casus_kind_name(record->actors.at[relation->to].kind)));
        JUDGE_NAME(text, type, "to");
        judge_add(features, text, record->actors.at[relation->to].sector);
        judge_add_flag(features, "related", parties_related(coding, relation->from, relation->to));
    }
    features_add_syntax(coding, features, relation->trigger_word);
}

static float judged(coder_state *const coding, const casus_relation *const relation)
{
    judge_features features = features_begin(coding);
    add_relation(coding, &features, relation);
    relations_describe(coding, &features, relation);
    const void *const pair[2] = {relation,
                                 &coding->relation_drafts->list.at[relation->draft].event};
    features_observe(coding, JUDGE_RELATION, pair, &features);
    return judge_probability(coding->coder->judge, JUDGE_RELATION, &features);
}

/* Whoever belongs to a group may lead it, and the other way round: the likelier of the two. */
static const casus_relation *choose_belonging(coder_state *const coding,
                                              const casus_relation *const relation)
{
    casus_relation *const other = ARENA_ARRAY(coding->arena, casus_relation, 1);
    *other = *relation;
    other->type = relation->type == RELATION_LEADS ? RELATION_MEMBER_OF : RELATION_LEADS;
    other->confidence = judged(coding, other);
    return other->confidence > relation->confidence ? other : relation;
}

static bool is_same_pair(const casus_relation *const a, const casus_relation *const b)
{
    return (a->from == b->from && a->to == b->to) || (a->from == b->to && a->to == b->from);
}

/* A text tells one standing relation of two actors, or that one backs and shelters the other. */
static bool excludes(const casus_relation *const a, const casus_relation *const b)
{
    if (a->type == RELATION_OPERATES_IN || b->type == RELATION_OPERATES_IN) return false;
    const bool both = (a->type == RELATION_SUPPORTS && b->type == RELATION_SHELTERS) ||
                      (a->type == RELATION_SHELTERS && b->type == RELATION_SUPPORTS);
    return !both && is_same_pair(a, b);
}

/* Of several types for one pair the likeliest is kept, the first of equals. */
static void keep_likeliest(casus_record *const record)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < record->relations.count; i++) {
        const casus_relation *const one = &record->relations.at[i];
        uint32_t rival = 0;
        while (rival < kept && !excludes(&record->relations.at[rival], one)) rival++;
        if (rival == kept)
            record->relations.at[kept++] = *one;
        else if (one->confidence > record->relations.at[rival].confidence)
            record->relations.at[rival] = *one;
    }
    record->relations.count = kept;
}

void decide_relations(coder_state *const coding)
{
    casus_record *const record = &coding->document->record;
    const judge_weights *const judge = coding->coder->judge;
    const uint32_t count = record->relations.count;
    /* Observers keep what they are shown: it stays where it is. */
    casus_relation *const proposed = ARENA_ARRAY(coding->arena, casus_relation, count + 1);
    if (count) memcpy(proposed, record->relations.at, count * sizeof *proposed);
    record->relations.count = 0;
    for (uint32_t i = 0; i < count; i++) {
        const casus_relation *relation = &proposed[i];
        proposed[i].confidence = judged(coding, relation);
        if (relations_is_belonging(relation->type)) relation = choose_belonging(coding, relation);
        if (relation->confidence < judge_threshold(judge, JUDGE_RELATION)) continue;
        VEC_PUSH(&record->relations, coding->arena, *relation);
    }
    if (judge_is_trained(judge, JUDGE_RELATION)) keep_likeliest(record);
}
