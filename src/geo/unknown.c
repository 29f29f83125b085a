/* Names that the gazetteer does not know, or knows a part of: the words around make them places. */
#include "geo/tagger.h"

static const double SURE = 2; /* evidence that leaves little doubt */

static bool covered(const geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (tagger->tokens[i].candidate != CASUS_NONE) return true;
    return false;
}

/* Does a well-known place begin the run (Kabul Airport)? Then it is the place. */
static bool begins_well(const geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const uint32_t number = tagger->tokens[i].candidate;
        if (number != CASUS_NONE && tagger->candidates.at[number].fame >= 4.4) return true;
        if (number != CASUS_NONE && i == first && tagger->candidates.at[number].end > first + 1)
            return true;
    }
    return false;
}

/* River, Lake, Mountains, County: kinds of places larger than a town. */
static bool is_natural(const geo_tagger *const tagger, const uint32_t word)
{
    const uint32_t feature = tagger->tokens[word].feature;
    if (feature >= tagger->gazetteer->ours.feature_count) return false;
    const uint32_t precision = tagger->gazetteer->ours.features[feature].precision;
    return precision != PLACE_CITY && precision != PLACE_COUNTRY;
}

/* Islamic State, Free Territory: a unit is not named by an adjective alone; a river may be. */
static bool is_unit_of_adjective(const geo_tagger *const tagger, const uint32_t first,
                                 const uint32_t end)
{
    const uint32_t feature = tagger->tokens[end - 1].feature;
    if (feature >= tagger->gazetteer->ours.feature_count) return false;
    const uint32_t precision = tagger->gazetteer->ours.features[feature].precision;
    return (precision == PLACE_PROVINCE || precision == PLACE_DISTRICT) &&
           tagger->document->words.at[end - 2].upos == UPOS_ADJ && end - first == 2;
}

/* Is a part of the run a known place of note, or all of it any place?  Not where its first part is
 * a place that hardly anybody means (Villa El Salvador, Wadi Araba). */
static bool well_covered(const geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    const uint32_t number = tagger->tokens[first].candidate;
    if (number != CASUS_NONE) {
        const geo_candidate *const begin = &tagger->candidates.at[number];
        if (begin->end == first + 1 && end > first + 1 && !begin->ours &&
            (begin->kind == NAME_OTHER || begin->fame < 3.5))
            return false;
    }
    for (uint32_t i = first; i < end; i++) {
        if (tagger->tokens[i].candidate == CASUS_NONE) continue;
        const geo_candidate *const part = &tagger->candidates.at[tagger->tokens[i].candidate];
        if (part->fame >= 3.5 || part->ours || (part->first == first && part->end == end))
            return true;
    }
    return false;
}

static bool plain_name(const geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (geo_cue(tagger, i, CUE_ORGANISATION) || geo_cue(tagger, i, CUE_TITLE) ||
            geo_cue(tagger, i, CUE_STOP) || geo_cue(tagger, i, CUE_DIRECTION) ||
            tagger->tokens[i].shouted)
            return false;
    return end > first && end - first <= 4;
}

static void add_unknown(geo_tagger *const tagger, const uint32_t first, const uint32_t end,
                        const uint32_t feature, const double evidence)
{
    char buffer[160];
    const casus_str key = casus_geo_join(tagger, first, end, buffer, sizeof buffer);
    if (!key.size) return;
    const geo_candidate candidate = {
        .first = first,
        .end = end,
        .cover = end,
        .key = casus_arena_copy(tagger->arena, key),
        .kind = NAME_KINDS,
        .evidence = evidence,
        .feature = feature,
        .place = CASUS_NONE,
    };
    for (uint32_t i = first; i < end; i++) {
        const uint32_t old = tagger->tokens[i].candidate;
        if (old != CASUS_NONE) tagger->candidates.at[old].end = tagger->candidates.at[old].first;
    }
    for (uint32_t i = first; i < end; i++) tagger->tokens[i].candidate = tagger->candidates.count;
    VEC_PUSH(&tagger->candidates, tagger->arena, candidate);
}

/* In, near or of stands before the name, or before an article, a direction or another's name. */
static bool introduced(const geo_tagger *const tagger, const uint32_t first)
{
    const uint32_t begin = geo_begin(tagger, first);
    for (uint32_t at = first; at > begin && first - at < 4; at--) {
        const uint32_t before = at - 1;
        if (geo_cue(tagger, before, CUE_LOCATIVE) || geo_cue(tagger, before, CUE_NEAR) ||
            geo_cue(tagger, before, CUE_EDGE) || geo_key_is(tagger, before, STR("of")) ||
            geo_key_is(tagger, before, STR("on")))
            return true;
        if (!geo_key_is(tagger, before, STR("the")) && !geo_cue(tagger, before, CUE_DIRECTION) &&
            !geo_key_is(tagger, before, STR("'s")) &&
            tagger->tokens[before].candidate == CASUS_NONE)
            return false;
    }
    return false;
}

/* "X, a border village where": an apposition that says what X is. */
static bool is_described(const geo_tagger *const tagger, const uint32_t end, const uint32_t most)
{
    if (end + 2 >= most || !geo_is(tagger, end, STR(","))) return false;
    if (!geo_key_is(tagger, end + 1, STR("a")) && !geo_key_is(tagger, end + 1, STR("an")) &&
        !geo_key_is(tagger, end + 1, STR("the")))
        return false;
    for (uint32_t i = end + 2; i < most && i < end + 6; i++) {
        const geo_token *const token = &tagger->tokens[i];
        if (!token->key.size) return false;
        if (token->feature != CASUS_NONE && token->capital == CAPITAL_NONE) return true;
    }
    return false;
}

/* Given names, and what the model calls persons unless "in" stands before it; one word alone is
 * rather a place here. */
static bool is_person(const geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    return geo_cue(tagger, first, CUE_GIVEN) ||
           (end - first > 1 && !geo_key_is(tagger, first - 1, STR("in")) &&
            tagger->document->words.at[first].ner == NER_PERSON);
}

static bool is_dated(const geo_tagger *const tagger, const uint32_t word)
{
    const uint32_t *const times = tagger->document->time_at;
    return times && times[word] != CASUS_NONE;
}

/* Nothing behind the name that it could stand before: the end, a comma, a preposition, a verb. */
bool casus_geo_stands_alone(const geo_tagger *const tagger, const uint32_t end)
{
    const uint32_t most = geo_end(tagger, end - 1);
    if (end >= most || !tagger->tokens[end].key.size) return true;
    const casus_upos upos = (casus_upos)tagger->document->words.at[end].upos;
    return upos == UPOS_ADP || upos == UPOS_VERB || upos == UPOS_AUX || upos == UPOS_CCONJ ||
           upos == UPOS_SCONJ || is_dated(tagger, end) || upos == UPOS_PRON || upos == UPOS_ADV ||
           upos == UPOS_DET;
}

/* "KEBITIGOLLEWA, Sri Lanka, June 16 -" */
static bool is_dateline_chain(const geo_tagger *const tagger, const uint32_t first,
                              const uint32_t end, const uint32_t most)
{
    return tagger->tokens[first].capital == CAPITAL_ALL && end + 1 < most &&
           geo_is(tagger, end, STR(",")) && tagger->tokens[end + 1].candidate != CASUS_NONE &&
           tagger->tokens[end + 1].capital == CAPITAL_FIRST;
}

/* "PYANJ -": a dateline that names nothing else. */
static bool is_heading(const geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    const casus_document *const document = tagger->document;
    const uint32_t sentence = document->words.at[first].sentence;
    return document->sentences.at[sentence].kind == SENTENCE_DATELINE &&
           tagger->tokens[first].capital == CAPITAL_ALL && end < geo_end(tagger, first) &&
           !tagger->tokens[end].key.size;
}

/* The type noun in small letters right behind the name (district, gas field, police station), as a
 * feature; CASUS_NONE for none.  `site` tells whether there is a word for a building or a way. */
static uint32_t type_behind(const geo_tagger *const tagger, const uint32_t end, bool *const site)
{
    const uint32_t most = geo_end(tagger, end - 1);
    *site = false;
    if (!(tagger->document->words.at[end - 1].flags & WORD_SPACE_AFTER)) return CASUS_NONE;
    for (uint32_t i = end; i < most && i < end + 3; i++) {
        const geo_token *const token = &tagger->tokens[i];
        if (token->capital != CAPITAL_NONE || token->phrase != end) continue;
        *site |= geo_cue(tagger, i, CUE_SITE) || geo_cue(tagger, i, CUE_WAY);
        if (token->feature != CASUS_NONE) return token->feature;
    }
    return CASUS_NONE;
}

/* "X police station": the noun belongs to the mention. */
static void take_noun(geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    geo_candidate *const made = &tagger->candidates.at[tagger->tokens[first].candidate];
    for (uint32_t i = end; i < geo_end(tagger, first) && i < end + 3; i++)
        if (tagger->tokens[i].phrase == end &&
            (geo_cue(tagger, i, CUE_SITE) || geo_cue(tagger, i, CUE_WAY)))
            made->cover = i + 1;
}

/* "the village of X". */
static bool is_typed(const geo_tagger *const tagger, const uint32_t first)
{
    return first >= geo_begin(tagger, first) + 2 && geo_key_is(tagger, first - 1, STR("of")) &&
           tagger->tokens[first - 2].feature != CASUS_NONE &&
           tagger->tokens[first - 2].capital == CAPITAL_NONE;
}

/* Is the run as a whole a name of the gazetteer? */
static bool is_known(const geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    const uint32_t number = tagger->tokens[first].candidate;
    return number != CASUS_NONE && tagger->candidates.at[number].first == first &&
           tagger->candidates.at[number].end == end;
}

/* Names that say by their last or first word that they are places: X Street, Rue X, X Airport. */
static bool look_at_parts(geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    if (end - first < 2 || end - first > 5 || tagger->tokens[first].shouted) return false;
    if (geo_cue(tagger, end - 1, CUE_WAY) ||
        (geo_cue(tagger, first, CUE_FRONT) && introduced(tagger, first) &&
         !is_known(tagger, first, end))) {
        add_unknown(tagger, first, end, CASUS_NONE, 2);
        return true;
    }
    if (geo_cue(tagger, end - 1, CUE_SITE) && !begins_well(tagger, first, end)) {
        add_unknown(tagger, first, end, CASUS_NONE, 1);
        return true;
    }
    return false;
}

/* Does the gazetteer know the run as a whole, or a part of it that stands for it? */
static bool is_taken(const geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    if (!covered(tagger, first, end)) return false;
    const bool named = end - first >= 2 && end - first <= 5 && !tagger->tokens[first].shouted;
    const bool inside = first > geo_begin(tagger, first) &&
                        (geo_cue(tagger, first - 1, CUE_INSIDE) || is_typed(tagger, first));
    return !named || !inside || well_covered(tagger, first, end);
}

/* How much the words around make a place of a name that nothing is known of; 0: nothing. */
static double weigh_around(const geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    const uint32_t begin = geo_begin(tagger, first), most = geo_end(tagger, first);
    const bool opens = first == begin;
    const bool cued = !opens && (geo_cue(tagger, first - 1, CUE_LOCATIVE) ||
                                 geo_cue(tagger, first - 1, CUE_NEAR));
    if (cued && end + 1 < most && geo_is(tagger, end, STR(",")) &&
        tagger->tokens[end + 1].candidate != CASUS_NONE &&
        tagger->candidates.at[tagger->tokens[end + 1].candidate].kind <= NAME_STRIPPED)
        return 1.5;
    if (end - first <= 2 && is_described(tagger, end, most) &&
        !(!opens && geo_key_is(tagger, first - 1, STR("for"))))
        return 2;
    if (!opens && geo_cue(tagger, first - 1, CUE_INSIDE) && casus_geo_stands_alone(tagger, end) &&
        tagger->tokens[first].capital == CAPITAL_FIRST && !is_person(tagger, first, end))
        return 0.5;
    return opens && (is_dateline_chain(tagger, first, end, most) || is_heading(tagger, first, end))
               ? 2
               : 0;
}

/* "the village of X", "X district", "X Street", "near X, Y". */
static void look_at_run(geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    bool site;
    if (look_at_parts(tagger, first, end)) return;
    if (is_taken(tagger, first, end) || !plain_name(tagger, first, end)) return;
    const bool named = end - first >= 2 && !tagger->tokens[first].shouted;
    if (named && is_unit_of_adjective(tagger, first, end)) return;
    if (named && (is_natural(tagger, end - 1) || is_natural(tagger, first))) {
        add_unknown(tagger, first, end,
                    tagger->tokens[is_natural(tagger, end - 1) ? end - 1 : first].feature, 1);
        return;
    }
    if (is_typed(tagger, first) &&
        !(covered(tagger, first, end) && is_person(tagger, first, end))) {
        add_unknown(tagger, first, end, tagger->tokens[first - 2].feature, 3);
        return;
    }
    const uint32_t type = type_behind(tagger, end, &site);
    if ((type != CASUS_NONE || site) && introduced(tagger, first)) {
        add_unknown(tagger, first, end, type, type == CASUS_NONE ? 1 : 2);
        if (site) take_noun(tagger, first, end);
        return;
    }
    const double evidence = weigh_around(tagger, first, end);
    if (evidence > 0) add_unknown(tagger, first, end, CASUS_NONE, evidence);
}

/* What was made a place once is one wherever it stands alone. */
static void repeat(geo_tagger *const tagger)
{
    casus_map known = {0};
    char buffer[160];
    for (uint32_t i = 0; i < tagger->candidates.count; i++) {
        const geo_candidate *const one = &tagger->candidates.at[i];
        if (one->kind == NAME_KINDS && one->end > one->first && one->evidence >= SURE)
            casus_map_put(&known, tagger->arena, one->key, i);
    }
    for (uint32_t i = 0; known.entries.count && i < tagger->document->words.count; i++) {
        const geo_token *const token = &tagger->tokens[i];
        if (token->run != i || token->run_end == i || token->capital == CAPITAL_ALL ||
            covered(tagger, i, token->run_end))
            continue;
        const casus_str key = casus_geo_join(tagger, i, token->run_end, buffer, sizeof buffer);
        const uint32_t same = key.size ? casus_map_get(&known, key) : CASUS_NONE;
        if (same == CASUS_NONE) continue;
        add_unknown(tagger, i, token->run_end, tagger->candidates.at[same].feature, 0.5);
    }
}

void casus_geo_unknown(geo_tagger *const tagger)
{
    for (uint32_t i = 0; i < tagger->document->words.count; i++)
        if (tagger->tokens[i].run == i && tagger->tokens[i].run_end > i)
            look_at_run(tagger, i, tagger->tokens[i].run_end);
    repeat(tagger);
}
