#include "geo/geo.h"

#include <math.h>

#include "geo/names.h"
#include "geo/tagger.h"

/* The country and province that hold a place nobody knows: its parents', else the sentence's. */
static void place_unknown(const geo_tagger *const tagger, const geo_candidate *const candidate,
                          casus_place *const place)
{
    casus_geo_view view, unit;
    uint32_t found = CASUS_NONE;
    for (uint32_t i = 0; i < candidate->parent_count && found == CASUS_NONE; i++)
        found = tagger->candidates.at[candidate->parents[i]].place;
    const uint32_t sentence = tagger->document->words.at[candidate->first].sentence;
    for (uint32_t i = 0; i < tagger->candidates.count && found == CASUS_NONE; i++) {
        const geo_candidate *const other = &tagger->candidates.at[i];
        if (other->kept && other->use == USE_LITERAL &&
            tagger->document->words.at[other->first].sentence == sentence)
            found = other->place;
    }
    if (!casus_geo_look(tagger->gazetteer, found, &view)) return;
    place->country = casus_geo_country_code(tagger->gazetteer, view.country);
    if (view.feature->precision == PLACE_PROVINCE)
        place->admin1 = view.name;
    else if (casus_geo_look(tagger->gazetteer, view.admin1, &unit))
        place->admin1 = unit.name;
}

static casus_str state_of(const geo_tagger *const tagger, const casus_str country)
{
    const casus_gazetteer *const gazetteer = tagger->gazetteer;
    casus_geo_view view;
    for (uint32_t i = 0; country.size && i < gazetteer->ours.country_count; i++)
        if (casus_str_equal(casus_geo_country_code(gazetteer, i), country) &&
            casus_geo_look(gazetteer, casus_geo_country_place(gazetteer, i), &view))
            return view.name;
    return (casus_str){NULL, 0};
}

/* A copy in the document's arena: records outlive the gazetteer. */
static casus_str own(const geo_tagger *const tagger, const casus_str text)
{
    return text.size ? casus_arena_copy(tagger->arena, text) : text;
}

static casus_place describe(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    casus_place place = {.lat = NAN, .lon = NAN, .precision = PLACE_CITY};
    casus_geo_view view, unit;
    if (!casus_geo_look(tagger->gazetteer, candidate->place, &view)) {
        const casus_word *const words = tagger->document->words.at;
        place.name =
            casus_document_text(tagger->document, (casus_span){words[candidate->first].span.begin,
                                                               words[candidate->end - 1].span.end});
        const bool typed = candidate->feature < tagger->gazetteer->ours.feature_count;
        if (typed) {
            const casus_geo_feature *const feature =
                &tagger->gazetteer->ours.features[candidate->feature];
            if (feature->precision < PLACE_PRECISIONS)
                place.precision = (casus_place_precision)feature->precision;
            place.feature = casus_str_from(feature->code);
        } else if (geo_cue(tagger, candidate->end - 1, CUE_WAY) ||
                   geo_cue(tagger, candidate->end - 1, CUE_SITE))
            place.precision = PLACE_SITE;
        place_unknown(tagger, candidate, &place);
        return place;
    }
    place.id = view.ident;
    place.name = view.name;
    place.country = casus_geo_country_code(tagger->gazetteer, view.country);
    place.lat = view.lat;
    place.lon = view.lon;
    place.feature = (casus_str){view.feature->code, strnlen(view.feature->code, 8)};
    if (view.feature->precision < PLACE_PRECISIONS)
        place.precision = (casus_place_precision)view.feature->precision;
    place.admin1 = view.admin1_name;
    if (place.precision == PLACE_PROVINCE) place.admin1 = view.name;
    if (casus_geo_look(tagger->gazetteer, view.admin1, &unit)) place.admin1 = unit.name;
    if (casus_geo_look(tagger->gazetteer, view.admin2, &unit)) place.admin2 = unit.name;
    return place;
}

/* The word of [first, end) whose head stands outside. */
static uint32_t head_of(const casus_document *const document, const uint32_t first,
                        const uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const uint32_t head = document->words.at[i].head;
        if ((head < first || head >= end || head == i) && document->words.at[i].deprel != DEP_NONE)
            return i;
    }
    return end - 1;
}

/* North Aceh, Eastern Ghouta: a direction with a capital is a part of the name. */
static uint32_t first_of(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    const uint32_t before = candidate->first - 1;
    const bool directed = candidate->first > geo_begin(tagger, candidate->first) &&
                          candidate->kind != NAME_ADJECTIVE &&
                          geo_cue(tagger, before, CUE_DIRECTION) &&
                          tagger->tokens[before].capital == CAPITAL_FIRST &&
                          (tagger->tokens[before].candidate == CASUS_NONE ||
                           !tagger->candidates.at[tagger->tokens[before].candidate].kept);
    return directed ? before : candidate->first;
}

static void add_mention(geo_tagger *const tagger, const geo_candidate *const candidate,
                        const uint32_t place)
{
    casus_document *const document = tagger->document;
    const casus_word *const words = document->words.at;
    const uint32_t number = document->record.place_mentions.count;
    const bool whole = candidate->part.end <= candidate->part.begin;
    const casus_span span = {words[first_of(tagger, candidate)].span.begin,
                             words[candidate->cover - 1].span.end};
    const casus_place_mention mention = {
        .span = whole ? span : candidate->part,
        .first = candidate->first,
        .last = candidate->cover - 1,
        .head = head_of(document, candidate->first, candidate->cover),
        .place = place,
        .use = candidate->use,
        .relation = candidate->relation.end > candidate->relation.begin
                        ? casus_document_text(document, candidate->relation)
                        : (casus_str){NULL, 0},
    };
    VEC_PUSH(&document->record.place_mentions, document->arena, mention);
    VEC_PUSH(&document->record.places.at[place].mentions, document->arena, number);
    document->place_at[mention.head] = number;
}

/* Washington, D.C.: one mention where both mean the same place. */
static void join_repeated(geo_tagger *const tagger)
{
    for (uint32_t i = 0; i + 1 < tagger->candidates.count; i++) {
        geo_candidate *const a = &tagger->candidates.at[i], *const b = a + 1;
        const bool same = a->kept && b->kept && a->place != CASUS_NONE && a->place == b->place;
        if (!same || b->first != a->cover + 1 || !geo_is(tagger, a->cover, STR(","))) continue;
        a->cover = b->cover;
        b->kept = false;
    }
}

void casus_geo_emit(geo_tagger *const tagger)
{
    join_repeated(tagger);
    casus_document *const document = tagger->document;
    casus_map known = {0};
    for (uint32_t i = 0; i < tagger->candidates.count; i++) {
        const geo_candidate *const candidate = &tagger->candidates.at[i];
        if (!candidate->kept) continue;
        const casus_str key = candidate->place != CASUS_NONE
                                  ? casus_arena_format(tagger->arena, "#%u", candidate->place)
                                  : candidate->key;
        uint32_t place = casus_map_get(&known, key);
        if (place == CASUS_NONE) {
            place = document->record.places.count;
            casus_place new = describe(tagger, candidate);
            new.id = own(tagger, new.id);
            new.name = own(tagger, new.name);
            new.admin1 = own(tagger, new.admin1);
            new.admin2 = own(tagger, new.admin2);
            new.country = own(tagger, new.country);
            new.feature = own(tagger, new.feature);
            new.state = own(tagger, state_of(tagger, new.country));
            VEC_PUSH(&document->record.places, document->arena, new);
            casus_map_put(&known, tagger->arena, key, place);
        }
        add_mention(tagger, candidate, place);
    }
}

void casus_geo_tag(const casus_gazetteer *const gazetteer, casus_document *const document)
{
    geo_tagger tagger = {.gazetteer = gazetteer, .document = document, .arena = document->arena};
    document->place_at = ARENA_ARRAY(document->arena, uint32_t, document->words.count + 1);
    for (uint32_t i = 0; i <= document->words.count; i++) document->place_at[i] = CASUS_NONE;
    if (!document->words.count) return;
    casus_geo_tokens(&tagger);
    casus_geo_candidates(&tagger);
    casus_geo_judge(&tagger);
    casus_geo_link(&tagger);
    casus_geo_resolve(&tagger);
    casus_geo_emit(&tagger);
    casus_geo_echoes(&tagger);
}
