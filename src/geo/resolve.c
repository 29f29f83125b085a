/* Which place of that name: parents, the document's countries and other places, and how likely the
 * bare name is. */
#include <math.h>

#include "geo/names.h"
#include "geo/tagger.h"

enum { ROUNDS = 3, MOST_POSTINGS = 512, MOST_ANCHORS = 64 };

typedef struct anchor { /* a place that the document is about */
    double lat, lon;
    uint32_t place;
} anchor;

typedef struct context {
    double *votes; /* per country */
    double total, most;
    anchor anchors[MOST_ANCHORS];
    uint32_t anchor_count;
} context;

static void add_parent(geo_candidate *const child, const uint32_t parent)
{
    if (child->parent_count < GEO_PARENTS) child->parents[child->parent_count++] = parent;
}

/* The candidate that begins at the word, or CASUS_NONE. */
static uint32_t candidate_at(const geo_tagger *const tagger, const uint32_t word,
                             const uint32_t end)
{
    if (word >= end) return CASUS_NONE;
    const uint32_t number = tagger->tokens[word].candidate;
    return number != CASUS_NONE && tagger->candidates.at[number].kept ? number : CASUS_NONE;
}

/* Does "and" or another comma with "and" follow (France, Spain and Italy)? */
static bool in_list(const geo_tagger *const tagger, const uint32_t number, const uint32_t end)
{
    uint32_t at = tagger->candidates.at[number].cover;
    for (uint32_t steps = 0; steps < 12 && at < end; steps++, at++) {
        if (geo_key_is(tagger, at, STR("and")) || geo_key_is(tagger, at, STR("or"))) return true;
        if (!geo_is(tagger, at, STR(",")) && tagger->tokens[at].candidate == CASUS_NONE)
            return false;
    }
    return false;
}

/* "X, Y", "X (Y)", "X in Y", "X district of Y". */
static void link_behind(geo_tagger *const tagger, const uint32_t number)
{
    geo_candidate *const child = &tagger->candidates.at[number];
    const uint32_t end = geo_end(tagger, child->first);
    uint32_t at = child->cover;
    if (at < end && tagger->tokens[at].feature != CASUS_NONE)
        at++;
    else if (at + 1 < end && tagger->tokens[at + 1].feature != CASUS_NONE &&
             tagger->tokens[at + 1].phrase == at)
        at += 2;
    if (at >= end) return;
    const bool comma = geo_is(tagger, at, STR(",")) || geo_is(tagger, at, STR("("));
    const bool in = geo_key_is(tagger, at, STR("in")) || geo_key_is(tagger, at, STR("of"));
    if (!comma && !in) return;
    at++;
    if (comma && at < end && geo_key_is(tagger, at, STR("in"))) at++;
    for (uint32_t skip = 0; skip < 5 && at < end; skip++) {
        if (candidate_at(tagger, at, end) != CASUS_NONE) break;
        if ((comma || !geo_key_is(tagger, at, STR("the"))) && !geo_cue(tagger, at, CUE_DIRECTION) &&
            !geo_key_is(tagger, at, STR("of")) && tagger->tokens[at].feature == CASUS_NONE)
            return;
        at++;
    }
    const uint32_t parent = candidate_at(tagger, at, end);
    if (parent == CASUS_NONE || tagger->candidates.at[parent].kind == NAME_ADJECTIVE) return;
    if (comma && child->fame > 7 && in_list(tagger, parent, end)) return;
    add_parent(child, parent);
    const geo_candidate *const next = &tagger->candidates.at[parent];
    const uint32_t last = candidate_at(tagger, next->cover + 1, end);
    if (comma && next->cover + 1 < end && geo_is(tagger, next->cover, STR(",")) &&
        last != CASUS_NONE)
        add_parent(child, last);
}

/* "Syria's Idlib", "the Syrian city of Afrin", "Kenya's northern town of X". */
static void link_before(geo_tagger *const tagger, const uint32_t number)
{
    geo_candidate *const child = &tagger->candidates.at[number];
    const uint32_t begin = geo_begin(tagger, child->first);
    uint32_t at = child->first;
    for (uint32_t steps = 0; at > begin && steps < 6; steps++) {
        const uint32_t before = at - 1;
        const uint32_t parent = tagger->tokens[before].candidate;
        if (parent != CASUS_NONE && tagger->candidates.at[parent].kept) {
            const geo_candidate *const found = &tagger->candidates.at[parent];
            const bool possessive =
                found->end < child->first &&
                (geo_is(tagger, found->end, STR("'s")) || geo_is(tagger, found->end, STR("’s")) ||
                 geo_is(tagger, found->end, STR("'")));
            if (possessive || found->kind == NAME_ADJECTIVE) add_parent(child, parent);
            return;
        }
        const geo_token *const token = &tagger->tokens[before];
        if (!geo_key_is(tagger, before, STR("of")) && !geo_cue(tagger, before, CUE_DIRECTION) &&
            token->feature == CASUS_NONE && !geo_is(tagger, before, STR("'s")) &&
            !geo_is(tagger, before, STR("’s")) && !geo_is(tagger, before, STR("'")))
            return;
        at = before;
    }
}

void casus_geo_link(geo_tagger *const tagger)
{
    for (uint32_t i = 0; i < tagger->candidates.count; i++) {
        const geo_candidate *const candidate = &tagger->candidates.at[i];
        if (!candidate->kept || candidate->kind == NAME_ADJECTIVE) continue;
        link_behind(tagger, i);
        link_before(tagger, i);
    }
}

static double reach_of(const casus_geo_feature *const feature)
{
    static const double reach[PLACE_PRECISIONS] = {
        [PLACE_SITE] = 30,      [PLACE_CITY] = 60,   [PLACE_DISTRICT] = 100,
        [PLACE_PROVINCE] = 250, [PLACE_COUNTRY] = 0, [PLACE_REGION] = 700,
    };
    return feature->precision < PLACE_PRECISIONS ? reach[feature->precision] : 0;
}

/* Does `parent` hold `child`? */
static bool contains(const casus_gazetteer *const gazetteer, const uint32_t parent,
                     const casus_geo_view *const outer, const casus_geo_view *const inner)
{
    const uint32_t precision = outer->feature->precision;
    if (precision == PLACE_COUNTRY) return outer->country == inner->country;
    if (outer->country != CASUS_NONE && inner->country != CASUS_NONE &&
        outer->country != inner->country)
        return false;
    if (inner->admin1 == parent || inner->admin2 == parent) return true;
    casus_geo_view unit;
    if (precision == PLACE_PROVINCE && inner->admin1 != CASUS_NONE &&
        casus_geo_look(gazetteer, inner->admin1, &unit))
        return false;
    return casus_geo_distance(outer->lat, outer->lon, inner->lat, inner->lon) <
           reach_of(outer->feature);
}

static double by_parents(const geo_tagger *const tagger, const geo_candidate *const candidate,
                         const uint32_t place, const casus_geo_view *const view)
{
    double score = 0;
    casus_geo_view outer;
    for (uint32_t i = 0; i < candidate->parent_count; i++) {
        const uint32_t parent = tagger->candidates.at[candidate->parents[i]].place;
        if (parent == place || !casus_geo_look(tagger->gazetteer, parent, &outer)) continue;
        if (outer.feature->precision <= view->feature->precision && parent != place) continue;
        const bool famous = candidate->fame > 7.5; /* a comma may also part a list of countries */
        score += contains(tagger->gazetteer, parent, &outer, view) ? famous ? 3 : 6 : -3;
    }
    return score;
}

/* A parent is more likely the place that holds a place of its child's name. */
static double by_children(const geo_tagger *const tagger, const uint32_t number,
                          const uint32_t place, const casus_geo_view *const view)
{
    const uint32_t from = number > 2 ? number - 2 : 0;
    casus_geo_view inner;
    double best = 0;
    for (uint32_t i = from; i < number; i++) {
        const geo_candidate *const child = &tagger->candidates.at[i];
        bool mine = false;
        for (uint32_t k = 0; k < child->parent_count; k++) mine |= child->parents[k] == number;
        for (uint32_t k = 0; mine && k < child->hits.count && k < MOST_POSTINGS; k++) {
            const casus_geo_posting *const posting = &child->hits.at[k];
            if (posting->kind > NAME_STRIPPED || posting->value == place ||
                !casus_geo_look(tagger->gazetteer, posting->value, &inner) ||
                inner.feature->precision >= view->feature->precision ||
                !contains(tagger->gazetteer, place, view, &inner))
                continue;
            const double fame = 2 + 0.5 * casus_geo_fame(&inner, (casus_geo_kind)posting->kind);
            if (fame > best) best = fame;
        }
    }
    return best < 5 ? best : 5;
}

static double by_type(const geo_tagger *const tagger, const geo_candidate *const candidate,
                      const casus_geo_view *const view)
{
    if (candidate->feature == CASUS_NONE ||
        candidate->feature >= tagger->gazetteer->ours.feature_count)
        return 0;
    const casus_geo_feature *const wanted = &tagger->gazetteer->ours.features[candidate->feature];
    if (strcmp(wanted->code, view->feature->code) == 0) return 3;
    if (wanted->precision == view->feature->precision) return 2;
    const bool both_units =
        wanted->precision >= PLACE_DISTRICT && wanted->precision <= PLACE_PROVINCE &&
        view->feature->precision >= PLACE_DISTRICT && view->feature->precision <= PLACE_PROVINCE;
    return both_units ? 1 : -1;
}

static double by_context(const context *const around, const uint32_t place,
                         const casus_geo_view *const view)
{
    double score = 0;
    if (view->country != CASUS_NONE && around->total > 0)
        score += 2 * around->votes[view->country] / (around->total + 1) +
                 2 * around->votes[view->country] / (around->most + 0.5);
    if (view->feature->precision >= PLACE_COUNTRY) return score;
    double nearest = 1e9;
    for (uint32_t i = 0; i < around->anchor_count; i++) {
        if (around->anchors[i].place == place) continue;
        const double km = casus_geo_distance(around->anchors[i].lat, around->anchors[i].lon,
                                             view->lat, view->lon);
        if (km < nearest) nearest = km;
    }
    if (nearest < 1e9) score += 2 * exp(-nearest / 150);
    return score;
}

/* An abbreviation in capitals (EU, US) is a country's, province's or region's, not a town's. */
static double by_capitals(const geo_tagger *const tagger, const geo_candidate *const candidate,
                          const casus_geo_view *const view)
{
    const bool code =
        candidate->end == candidate->first + 1 && geo_cue(tagger, candidate->first, CUE_CAPITALS);
    return code && view->feature->precision < PLACE_PROVINCE ? -4 : 0;
}

static uint32_t choose(geo_tagger *const tagger, const uint32_t number, const context *const around,
                       double *const margin)
{
    const geo_candidate *const candidate = &tagger->candidates.at[number];
    double best = -1e9, second = -1e9;
    uint32_t chosen = CASUS_NONE;
    casus_geo_view view;
    for (uint32_t i = 0; i < candidate->hits.count && i < MOST_POSTINGS; i++) {
        const casus_geo_posting *const posting = &candidate->hits.at[i];
        if (posting->kind >= NAME_CUE || !casus_geo_look(tagger->gazetteer, posting->value, &view))
            continue;
        const casus_geo_kind kind = (casus_geo_kind)posting->kind;
        double score = casus_geo_fame(&view, kind) + by_type(tagger, candidate, &view) +
                       by_parents(tagger, candidate, posting->value, &view) +
                       by_children(tagger, number, posting->value, &view) +
                       by_capitals(tagger, candidate, &view) +
                       by_context(around, posting->value, &view) - (isnan(view.lat) ? 1 : 0);
        if (candidate->ours && kind == NAME_OTHER) score -= 2.5;
        if (score > best) {
            second = best;
            best = score;
            chosen = posting->value;
        } else if (score > second)
            second = score;
    }
    *margin = best - second;
    return chosen;
}

/* "Kuito, Angola" is not Quito, though its name is written so too: a name of another place of that
 * country that we do not know. */
static bool contradicted(const geo_tagger *const tagger, const geo_candidate *const candidate,
                         const uint32_t place)
{
    casus_geo_view inner, outer;
    if (!casus_geo_look(tagger->gazetteer, place, &inner) || inner.country == CASUS_NONE ||
        inner.feature->precision >= PLACE_COUNTRY ||
        (candidate->fame > 6 && candidate->kind != NAME_OTHER))
        return false;
    bool other = false;
    for (uint32_t i = 0; i < candidate->parent_count; i++) {
        const uint32_t parent = tagger->candidates.at[candidate->parents[i]].place;
        if (!casus_geo_look(tagger->gazetteer, parent, &outer) || outer.country == CASUS_NONE ||
            outer.feature->precision < PLACE_PROVINCE)
            continue;
        if (outer.country == inner.country) return false;
        other = true;
    }
    return other;
}

/* Counts the countries and places of what was chosen so far; sure ones count more. */
static void look_around(const geo_tagger *const tagger, const double *const margins,
                        context *const around)
{
    const uint32_t countries = tagger->gazetteer->ours.country_count;
    memset(around->votes, 0, countries * sizeof *around->votes);
    around->total = around->most = 0;
    around->anchor_count = 0;
    casus_geo_view view;
    for (uint32_t i = 0; i < tagger->candidates.count; i++) {
        const geo_candidate *const candidate = &tagger->candidates.at[i];
        if (!candidate->kept || !casus_geo_look(tagger->gazetteer, candidate->place, &view))
            continue;
        const double weight = margins[i] > 4 ? 1 : margins[i] > 0 ? margins[i] / 4 : 0;
        if (view.country != CASUS_NONE) {
            around->votes[view.country] += weight;
            around->total += weight;
            if (around->votes[view.country] > around->most)
                around->most = around->votes[view.country];
        }
        bool known = weight < 0.3 || isnan(view.lat) || view.feature->precision >= PLACE_PROVINCE;
        for (uint32_t k = 0; !known && k < around->anchor_count; k++)
            known = around->anchors[k].place == candidate->place;
        if (!known && around->anchor_count < MOST_ANCHORS)
            around->anchors[around->anchor_count++] =
                (anchor){view.lat, view.lon, candidate->place};
    }
}

static bool closer(const geo_candidate *const a, const geo_candidate *const b)
{
    if (a->parent_count != b->parent_count) return a->parent_count > b->parent_count;
    return a->strong > b->strong;
}

/* One name, one place: a mention that names no parent means what a fuller one meant. */
static void agree(geo_tagger *const tagger)
{
    casus_map chosen = {0};
    for (uint32_t pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < tagger->candidates.count; i++) {
            geo_candidate *const candidate = &tagger->candidates.at[i];
            if (!candidate->kept || candidate->place == CASUS_NONE ||
                candidate->kind == NAME_ADJECTIVE)
                continue;
            const uint32_t known = casus_map_get(&chosen, candidate->key);
            if (pass == 0) {
                if (known == CASUS_NONE || closer(candidate, &tagger->candidates.at[known]))
                    casus_map_put(&chosen, tagger->arena, candidate->key, i);
            } else if (known != CASUS_NONE && candidate->parent_count == 0 &&
                       candidate->feature == CASUS_NONE)
                candidate->place = tagger->candidates.at[known].place;
        }
}

void casus_geo_resolve(geo_tagger *const tagger)
{
    context *const around = ARENA_NEW(tagger->arena, context);
    around->votes = ARENA_ARRAY(tagger->arena, double, tagger->gazetteer->ours.country_count + 1);
    double *const margins = ARENA_ARRAY(tagger->arena, double, tagger->candidates.count + 1);
    for (uint32_t round = 0; round < ROUNDS; round++) {
        for (uint32_t i = tagger->candidates.count; i-- > 0;) /* parents stand behind */
            if (tagger->candidates.at[i].kept)
                tagger->candidates.at[i].place = choose(tagger, i, around, &margins[i]);
        look_around(tagger, margins, around);
    }
    agree(tagger);
    for (uint32_t i = 0; i < tagger->candidates.count; i++) {
        geo_candidate *const candidate = &tagger->candidates.at[i];
        if (candidate->kept && contradicted(tagger, candidate, candidate->place))
            candidate->place = CASUS_NONE;
    }
}
