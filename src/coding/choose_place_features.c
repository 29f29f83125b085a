/* What tells for and against a place of an event. */
#include <stdio.h>

#include "coding/choose_place.h"
#include "coding/parties.h"
#include "coding/tree.h"
#include "geo/geo.h"

/* SECTION: sentences that a headline within the text holds for; COUNTED: places. */
enum { SECTION = 5, COUNTED = 100 };

static const char *where_of(const casus_document *const document, const place_view *const v)
{
    const uint32_t word = v->choice.word;
    const uint32_t a = place_sentence(document, word), b = place_sentence(document, v->trigger);
    if (v->tie < 10) return "own";
    if (v->tie < CASUS_GEO_NO_TIE) return "governor";
    if (a == b) return word < v->trigger ? "before" : "behind";
    const bool same = place_paragraph(document, word) == place_paragraph(document, v->trigger);
    if (same) return a < b ? b - a == 1 ? "last" : "paragraph" : "next";
    const casus_sentence_kind kind = document->sentences.at[a].kind;
    if (kind == SENTENCE_DATELINE) return "dateline";
    if (kind == SENTENCE_HEADLINE) return a < b && b - a <= SECTION ? "crosshead" : "headline";
    if (a > b) return "later";
    if (b - a <= 2) return "above";
    return a < PLACE_LEAD ? "lead" : "earlier";
}

/* The path between the clauses of the place and of the trigger. */
static void add_path(const place_chooser *const c, judge_features *const features,
                     const place_view *const v)
{
    const casus_document *const document = c->document;
    if (place_sentence(document, v->choice.word) != place_sentence(document, v->trigger)) return;
    const uint32_t mine = tree_clause(document, v->choice.word),
                   its = tree_clause(document, v->trigger);
    const char *direction = "aside";
    uint32_t label = CASUS_NONE;
    if (mine == its)
        direction = "same";
    else if (tree_dominates(document, mine, its)) {
        direction = "above";
        label = its;
    } else if (tree_dominates(document, its, mine)) {
        direction = "below";
        label = mine;
    }
    char text[48];
    JUDGE_NAME(text, "path", direction);
    judge_add(features, text,
              label == CASUS_NONE
                  ? (casus_str){NULL, 0}
                  : casus_str_from(casus_deprel_name(tree_deprel(document, label))));
    const uint32_t words = place_gap(v->choice.word, v->trigger);
    judge_add_number(features, "words", words < 4 ? words : 3 + words / 5, 9);
}

/* How the name itself stands: label, preposition, what it hangs on. */
static void add_word(const place_chooser *const c, judge_features *const features,
                     const place_view *const v)
{
    const casus_document *const document = c->document;
    const uint32_t word = v->choice.word;
    const casus_word *const at = tree_word(document, word);
    const casus_str preposition = tree_preposition(document, c->coding->arena, word);
    const char *const type = casus_event_type_name(c->draft->event.type);
    const char *const deprel = casus_deprel_name((casus_deprel)at->deprel);
    char text[64];
    judge_add(features, "deprel", casus_str_from(deprel));
    judge_add(features, "preposition", preposition.size ? preposition : STR("none"));
    JUDGE_NAME(text, type, "preposition");
    judge_add(features, text, preposition.size ? preposition : STR("none"));
    if (at->head != word) {
        const casus_word *const head = tree_word(document, at->head);
        judge_add(features, "head", casus_str_from(casus_upos_name((casus_upos)head->upos)));
        JUDGE_NAME(text, deprel, "hangs");
        judge_add(features, text, casus_str_from(casus_upos_name((casus_upos)head->upos)));
        const uint32_t mention = document->mention_at ? document->mention_at[at->head] : CASUS_NONE;
        judge_add_flag(features, "of-actor", mention != CASUS_NONE);
    }
    if (document->mention_at)
        judge_add_flag(features, "actor", document->mention_at[word] != CASUS_NONE);
    judge_add_flag(features, "near", v->mention->relation.size > 0);
    if (v->echo) judge_add(features, "echo", at->lemma);
}

/* Whether one may stand in the other, as far as the record tells. */
static bool may_hold(const casus_place *const outer, const casus_place *const inner)
{
    if (outer->precision <= inner->precision) return false;
    if (outer->country.size && inner->country.size &&
        !casus_str_equal(outer->country, inner->country))
        return false;
    return outer->precision >= PLACE_COUNTRY || !inner->admin1.size || !outer->admin1.size ||
           casus_str_equal(inner->admin1, outer->admin1);
}

/* How the place compares with the others that may be meant. */
static void add_rivals(const place_chooser *const c, judge_features *const features,
                       const place_view *const v)
{
    uint32_t nearer = 0, beside = 0;
    bool holds = false, held = false, finer = false, between = false;
    for (uint32_t i = 0; i < c->count; i++) {
        const place_view *const other = &c->views[i];
        if (other->choice.place == v->choice.place) continue;
        nearer += other->cost < v->cost;
        if (place_sentence(c->document, other->choice.word) !=
            place_sentence(c->document, v->choice.word))
            continue;
        beside++;
        finer |= other->place->precision < v->place->precision;
        between |=
            (other->choice.word > v->choice.word) == (other->choice.word < v->trigger) &&
            place_gap(other->choice.word, v->trigger) < place_gap(v->choice.word, v->trigger);
        if (place_gap(other->choice.word, v->choice.word) > 6) continue;
        holds |= may_hold(v->place, other->place);
        held |= may_hold(other->place, v->place);
    }
    judge_add_number(features, "nearer", nearer, 4);
    judge_add_number(features, "beside", beside, 3);
    judge_add_flag(features, "holds", holds);
    judge_add_flag(features, "held", held);
    judge_add_flag(features, "finer-beside", finer);
    judge_add_flag(features, "between", between);
}

static bool of_country(const casus_document *const document, const casus_refs *const refs,
                       const casus_str country)
{
    for (uint32_t i = 0; i < refs->count; i++)
        if (casus_str_equal(document->record.actors.at[refs->at[i]].country, country)) return true;
    return false;
}

static void add_place(const place_chooser *const c, judge_features *const features,
                      const place_view *const v)
{
    const casus_event *const event = &c->draft->event;
    const char *const type = casus_event_type_name(event->type);
    const char *const where = where_of(c->document, v);
    const char *const precision = casus_place_precision_name(v->place->precision);
    char text[64];
    const bool rule = c->draft->guessed == v->choice.place;
    judge_add_flag(features, "rule", rule);
    snprintf(text, sizeof text, "%s%s", rule ? "rule." : "", where);
    judge_add(features, "where", casus_str_from(text));
    JUDGE_NAME(text, type, where);
    judge_add(features, "type", casus_str_from(text));
    JUDGE_NAME(text, precision, where);
    judge_add(features, "precision", casus_str_from(text));
    judge_add(features, precision, STR(""));
    JUDGE_NAME(text, type, precision);
    judge_add(features, "kind", casus_str_from(text));
    if (v->tie < CASUS_GEO_NO_TIE) judge_add_number(features, "tie", v->tie, 25);
    judge_add_number(features, "named", v->place->mentions.count, 5);
    judge_add_number(features, "sentences",
                     place_gap(place_sentence(c->document, v->choice.word),
                               place_sentence(c->document, v->trigger)),
                     8);
    snprintf(text, sizeof text, "%s.noun%d", where, c->draft->nominal + c->draft->definite);
    judge_add(features, text, STR(""));
    judge_add_flag(features, "lead", place_sentence(c->document, v->choice.word) < PLACE_LEAD);
    judge_add_flag(features, "unknown", !v->place->id.size);
    if (v->place->country.size) {
        judge_add_flag(features, "source-land",
                       of_country(c->document, &event->source, v->place->country));
        judge_add_flag(features, "target-land",
                       of_country(c->document, &event->target, v->place->country));
    }
    for (uint32_t kind = 0; kind < KIN; kind++)
        if (c->kin[kind] != CASUS_NONE)
            judge_add(features, choose_kin_name((kin_kind)kind),
                      c->kin[kind] == v->choice.place ? STR("yes") : STR("no"));
    if (c->main != CASUS_NONE)
        judge_add(features, "main", c->main == v->choice.place ? STR("yes") : STR("no"));
    judge_add_number(features, "mentions", c->draft->words.count, 3);
    judge_add(features, "factuality", casus_str_from(casus_factuality_name(event->factuality)));
}

/* How many of the text's mentions, in fifths, lie in the country of the place. */
static uint32_t share_of_land(const casus_document *const document, const casus_place *const place)
{
    uint32_t all = 0, mine = 0;
    for (uint32_t i = 0; i < document->record.places.count && i < COUNTED; i++) {
        const casus_place *const other = &document->record.places.at[i];
        if (!other->country.size) continue;
        all += other->mentions.count;
        if (casus_str_equal(other->country, place->country)) mine += other->mentions.count;
    }
    return all ? 5 * mine / all : 0;
}

/* How many mentions of other places stand between the place and the trigger. */
static uint32_t told_since(const place_chooser *const c, const place_view *const v)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        const place_view *const other = &c->views[i];
        count += other->choice.place != v->choice.place && other->choice.word > v->choice.word &&
                 other->choice.word < v->trigger;
    }
    return count;
}

/* A name that stands for people (Tegucigalpa awoke) may be where it happens all the same. */
static void add_use(const place_chooser *const c, judge_features *const features,
                    const place_view *const v, const char *const where)
{
    if (v->mention->use == USE_LITERAL) return;
    const casus_deprel deprel = tree_deprel(c->document, v->choice.word);
    judge_add(features, "stands-for", STR(""));
    judge_add(features, "stands-for.where", casus_str_from(where));
    judge_add(features, "stands-for.deprel", casus_str_from(casus_deprel_name(deprel)));
    judge_add(features, "stands-for.precision",
              casus_str_from(casus_place_precision_name(v->place->precision)));
}

static void add_setting(const place_chooser *const c, judge_features *const features,
                        const place_view *const v)
{
    const casus_document *const document = c->document;
    const char *const where = where_of(document, v);
    const uint32_t word = v->choice.word;
    const casus_str preposition = tree_preposition(document, c->coding->arena, word);
    char text[64];
    add_use(c, features, v, where);
    JUDGE_NAME(text, where, "preposition");
    judge_add(features, text, preposition.size ? preposition : STR("none"));
    judge_add(features, "hangs-on", tree_word(document, tree_word(document, word)->head)->lemma);
    judge_add_number(features, "land", share_of_land(document, v->place), 5);
    if (word < v->trigger)
        judge_add_number(features, "since", told_since(c, v), 6);
    else
        judge_add(features, "after", STR(""));
}

/* How the trigger tells the event: as news, as history, by a noun. */
static const char *manner_of(const place_chooser *const c, const uint32_t trigger)
{
    const uint32_t features = tree_word(c->document, trigger)->features;
    const uint32_t aux = tree_child(c->document, trigger, DEP_AUX);
    if (aux != CASUS_NONE && tree_lemma_is(c->document, aux, "have")) return "perfect";
    if (c->draft->nominal) return "noun";
    if (features & FEAT_PAST) return "past";
    if (features & FEAT_PRESENT) return "present";
    return features & FEAT_INFINITIVE ? "infinitive" : "other";
}

/* What may tell for a place here and against it there. */
static void add_pairs(const place_chooser *const c, judge_features *const features,
                      const place_view *const v)
{
    const char *const where = where_of(c->document, v);
    char text[64];
    JUDGE_NAME(text, where, "named");
    judge_add_number(features, text, v->place->mentions.count, 4);
    JUDGE_NAME(text, where, "manner");
    judge_add(features, text, casus_str_from(manner_of(c, v->trigger)));
    if (c->kin[KIN_ANY] == CASUS_NONE) return;
    JUDGE_NAME(text, where, "before");
    judge_add(features, text, c->kin[KIN_ANY] == v->choice.place ? STR("yes") : STR("no"));
}

void place_features(const place_chooser *const c, judge_features *const features,
                    const place_view *const v)
{
    add_place(c, features, v);
    add_word(c, features, v);
    add_path(c, features, v);
    add_rivals(c, features, v);
    add_setting(c, features, v);
    add_pairs(c, features, v);
}
