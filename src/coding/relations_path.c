/* How the ends of a relation hang on the word that tells it: features for the judge. */
#include <stdio.h>

#include "coding/parties.h"
#include "coding/relations.h"
#include "coding/tree.h"

enum { CLIMB = 6 };

/* Steps up from the word to what governs it, itself first. */
static uint32_t chain(const casus_document *const document, uint32_t word,
                      uint32_t words[CLIMB + 1])
{
    uint32_t count = 0;
    words[count++] = word;
    while (count <= CLIMB && !casus_word_is_root(document, word)) {
        word = tree_word(document, word)->head;
        words[count++] = word;
    }
    return count;
}

static uint32_t steps_to(const casus_document *const document, const uint32_t above,
                         const uint32_t below, const uint32_t without)
{
    uint32_t words[CLIMB + 1];
    const uint32_t count = chain(document, below, words);
    for (uint32_t i = 0; i < count && words[i] != without; i++)
        if (words[i] == above) return i;
    return UINT32_MAX;
}

/* "Iran-backed", "pro-Ankara": what stands at the other side of the hyphen, and what both
 * describe. */
static uint16_t hyphen_key(const casus_document *const document, const uint32_t cue,
                           const uint32_t end)
{
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, cue)->sentence];
    const uint32_t last = sentence->first + sentence->count - 1;
    const bool after =
        cue >= sentence->first + 2 && tree_word(document, cue - 1)->form.at[0] == '-';
    const bool before = cue + 2 <= last && tree_word(document, cue + 1)->form.at[0] == '-';
    if (after && end == cue - 2) return ARG_FIRST;
    if (before && end == cue + 2) return ARG_SECOND;
    if (after && end > cue && end == tree_word(document, cue)->head) return ARG_HEAD;
    if (before && end > cue + 2 && end == tree_word(document, cue + 2)->head) return ARG_HEAD;
    return ARG_NONE;
}

static void find_argument(coder_state *const coding, const uint32_t cue, const uint32_t end,
                          relation_link *const link)
{
    const casus_document *const document = coding->document;
    link->key = hyphen_key(document, cue, end);
    if (cue == end) link->key = ARG_SELF;
    if (link->key != ARG_NONE) return;
    const coder_frame *const frame = frame_of(coding, cue);
    uint32_t least = UINT32_MAX;
    for (uint32_t i = 0; i < frame->count; i++) {
        const uint32_t steps = steps_to(document, frame->arguments[i].word, end, cue);
        if (steps >= least) continue;
        least = steps;
        link->key = frame->arguments[i].key;
        link->argument = frame->arguments[i].word;
        link->inner = steps;
    }
}

relation_link relations_link(coder_state *const coding, const uint32_t cue, const uint32_t end)
{
    const casus_document *const document = coding->document;
    relation_link link = {.argument = CASUS_NONE, .length = UINT32_MAX, .end = end};
    uint32_t up[CLIMB + 1], down[CLIMB + 1];
    const uint32_t ups = chain(document, cue, up), downs = chain(document, end, down);
    for (uint32_t i = 0; i < ups && link.length == UINT32_MAX; i++)
        for (uint32_t j = 0; j < downs; j++)
            if (up[i] == down[j]) {
                link.up = i;
                link.length = i + j;
                break;
            }
    find_argument(coding, cue, end, &link);
    return link;
}

/* The mention of the actor (or place) nearest to the cue in its sentence, or CASUS_NONE. */
static uint32_t nearest(const coder_state *const coding, const uint32_t cue, const uint32_t number,
                        const bool place)
{
    const casus_document *const document = coding->document;
    const casus_record *const record = &document->record;
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, cue)->sentence];
    uint32_t best = CASUS_NONE, least = UINT32_MAX;
    for (uint32_t word = sentence->first; word < sentence->first + sentence->count; word++) {
        const uint32_t at = place ? document->place_at[word] : document->mention_at[word];
        if (at == CASUS_NONE) continue;
        const uint32_t other =
            place ? record->place_mentions.at[at].place : record->mentions.at[at].actor;
        if (place ? other != number
                  : other != number && record->actors.at[other].affiliation != number)
            continue;
        const uint32_t gap =
            (word > cue ? word - cue : cue - word) + (other == number ? 0 : sentence->count);
        if (gap >= least) continue;
        least = gap;
        best = word;
    }
    return best;
}

/* Other actors that stand nearer to the cue on this side. */
static uint32_t skipped(const casus_document *const document, const uint32_t cue,
                        const uint32_t end)
{
    uint32_t count = 0;
    for (uint32_t word = cue < end ? cue + 1 : end + 1; word < (cue < end ? end : cue); word++)
        count += document->mention_at[word] != CASUS_NONE;
    return count;
}

static const char *agreement(const lex_rule *const rule, const bool nominal,
                             const relation_link *const link, const uint32_t wanted)
{
    if (link->key == ARG_NONE) return "none";
    const uint32_t roles = ontology_roles(rule, nominal, link->key);
    if (roles & wanted) return "yes";
    return roles ? "no" : "free";
}

static const char *order(const uint32_t from, const uint32_t cue, const uint32_t to)
{
    if (from < to) return cue < from ? "c f t" : cue <= to ? "f c t" : "f t c";
    return cue < to ? "c t f" : cue <= from ? "t c f" : "t f c";
}

static void add_two(judge_features *const features, const char *const name, const char *const type,
                    const casus_str a, const casus_str b)
{
    char label[64], value[128];
    JUDGE_NAME(label, type, name);
    snprintf(value, sizeof value, "%.*s > %.*s", (int)(a.size > 60 ? 60 : a.size), a.at,
             (int)(b.size > 60 ? 60 : b.size), b.at);
    judge_add(features, label, casus_str_from(value));
}

static void add_one(judge_features *const features, const char *const name, const char *const type,
                    const casus_str a)
{
    char label[64];
    JUDGE_NAME(label, type, name);
    judge_add(features, label, a);
}

static const char *form_name(const casus_document *const document, const uint32_t word,
                             const bool place)
{
    static const char *const names[] = {
        [FORM_NAME] = "name", [FORM_NOMINAL] = "nominal", [FORM_PRONOUN] = "pronoun"};
    if (place) return "place";
    return names[document->record.mentions.at[document->mention_at[word]].form];
}

static void add_links(coder_state *const coding, judge_features *const features,
                      const casus_relation *const relation, const uint32_t from, const uint32_t to)
{
    const casus_document *const document = coding->document;
    const uint32_t cue = relation->trigger_word;
    const char *const type = casus_relation_type_name(relation->type);
    const relation_link a = relations_link(coding, cue, from), b = relations_link(coding, cue, to);
    const bool nominal = frame_of(coding, cue)->nominal;
    const lex_rule *const rule = ontology_find(coding->ontology, relation->rule);
    if (rule) {
        const char *const x = agreement(rule, nominal, &a, ROLE_FROM);
        const char *const y = agreement(rule, nominal, &b, ROLE_TO);
        add_two(features, "agree", "any", casus_str_from(x), casus_str_from(y));
        add_two(features, "agree", type, casus_str_from(x), casus_str_from(y));
    }
    judge_add_number(features, "from.inner", a.key ? a.inner : 5, 5);
    judge_add_number(features, "to.inner", b.key ? b.inner : 5, 5);
    judge_add_number(features, "length",
                     a.length == UINT32_MAX || b.length == UINT32_MAX ? 12 : a.length + b.length,
                     12);
    add_one(features, "order", type, casus_str_from(order(from, cue, to)));
    judge_add_number(features, "from.gap", from > cue ? from - cue : cue - from, 9);
    judge_add_number(features, "to.gap", to > cue ? to - cue : cue - to, 9);
    const uint32_t x_skip = skipped(document, cue, from), y_skip = skipped(document, cue, to);
    judge_add_number(features, "from.skipped", x_skip, 3);
    judge_add_number(features, "to.skipped", y_skip, 3);
    judge_add_number(features, "skipped", x_skip + y_skip, 4);
    judge_add_flag(features, "coordinated",
                   tree_first_conjunct(document, from) == tree_first_conjunct(document, to));
}

void relations_describe(coder_state *const coding, judge_features *const features,
                        const casus_relation *const relation)
{
    const casus_document *const document = coding->document;
    const char *const type = casus_relation_type_name(relation->type);
    const bool place = relation->type == RELATION_OPERATES_IN;
    const uint32_t from = nearest(coding, relation->trigger_word, relation->from, false);
    const uint32_t to = nearest(coding, relation->trigger_word, relation->to, place);
    judge_add_number(features, "tellings", relation->tellings, 4);
    if (from == CASUS_NONE || to == CASUS_NONE) {
        add_two(features, "away", type, casus_str_from(from == CASUS_NONE ? "away" : "here"),
                casus_str_from(to == CASUS_NONE ? "away" : "here"));
        return;
    }
    add_two(features, "forms", type, casus_str_from(form_name(document, from, false)),
            casus_str_from(form_name(document, to, place)));
    add_links(coding, features, relation, from, to);
}
