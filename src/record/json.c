/* The record as docs/record.md defines it: one line of JSON. */
#include "record/output.h"

static casus_str name(const char *const text)
{
    return casus_str_from(text);
}

static void write_refs(casus_json *const json, const char *const key, const char letter,
                       const casus_refs *const refs)
{
    casus_json_open(json, key, '[');
    for (uint32_t i = 0; i < refs->count; i++) casus_json_ref(json, NULL, letter, refs->at[i]);
    casus_json_close(json, ']');
}

static void write_article(casus_json *const json, const casus_article *const article)
{
    casus_json_text(json, "id", article->id);
    casus_json_text_or_null(json, "source", article->source);
    casus_json_text_or_null(json, "title", article->title);
}

static void write_document(casus_json *const json, const casus_article *const article,
                           const unsigned flags)
{
    casus_json_open(json, "document", '{');
    write_article(json, article);
    casus_json_text_or_null(json, "publisher", article->publisher);
    casus_json_text_or_null(json, "language", article->language);
    casus_json_text_or_null(json, "published", article->published);
    if (flags & CASUS_WITH_TEXT) casus_json_text(json, "text", article->text);
    casus_json_close(json, '}');
}

static void write_actor(casus_json *const json, const casus_document *const document,
                        const uint32_t index)
{
    const casus_actor *const actor = &document->record.actors.at[index];
    casus_json_open(json, NULL, '{');
    casus_json_ref(json, "ref", 'a', index);
    casus_json_text_or_null(json, "id", actor->id);
    casus_json_text(json, "name", actor->name);
    casus_json_text(json, "kind", name(casus_kind_name(actor->kind)));
    casus_json_text(json, "sector", actor->sector.size ? actor->sector : STR("UNK"));
    casus_json_text_or_null(json, "country", actor->country);
    casus_json_text_or_null(json, "cameo", actor->cameo);
    casus_json_ref(json, "affiliation", 'a', actor->affiliation);
    casus_json_open(json, "mentions", '[');
    for (uint32_t i = 0; i < actor->mentions.count; i++) {
        const casus_span span = document->record.mentions.at[actor->mentions.at[i]].span;
        casus_json_open(json, NULL, '{');
        casus_json_span(json, "span", span);
        casus_json_text(json, "text", casus_document_text(document, span));
        casus_json_close(json, '}');
    }
    casus_json_close(json, ']');
    casus_json_close(json, '}');
}

static void write_place_mention(casus_json *const json, const casus_document *const document,
                                const casus_place_mention *const mention)
{
    casus_json_open(json, NULL, '{');
    casus_json_span(json, "span", mention->span);
    casus_json_text(json, "text", casus_document_text(document, mention->span));
    casus_json_text(json, "use", name(casus_place_use_name(mention->use)));
    if (mention->relation.size) casus_json_text(json, "relation", mention->relation);
    casus_json_close(json, '}');
}

static void write_place(casus_json *const json, const casus_document *const document,
                        const uint32_t index)
{
    const casus_place *const place = &document->record.places.at[index];
    casus_json_open(json, NULL, '{');
    casus_json_ref(json, "ref", 'p', index);
    casus_json_text_or_null(json, "id", place->id);
    casus_json_text(json, "name", place->name);
    casus_json_text_or_null(json, "admin1", place->admin1);
    casus_json_text_or_null(json, "country", place->country);
    casus_json_number(json, "lat", place->lat, 5);
    casus_json_number(json, "lon", place->lon, 5);
    casus_json_text(json, "precision", name(casus_place_precision_name(place->precision)));
    casus_json_open(json, "mentions", '[');
    for (uint32_t i = 0; i < place->mentions.count; i++)
        write_place_mention(json, document,
                            &document->record.place_mentions.at[place->mentions.at[i]]);
    casus_json_close(json, ']');
    casus_json_close(json, '}');
}

static void write_time(casus_json *const json, const casus_document *const document,
                       const casus_timex *const time)
{
    casus_json_open(json, NULL, '{');
    casus_json_text(json, "text", casus_document_text(document, time->span));
    casus_json_span(json, "span", time->span);
    casus_json_text(json, "type", name(casus_timex_type_name(time->type)));
    casus_json_text_or_null(json, "value", time->value);
    casus_json_close(json, '}');
}

static void write_date(casus_json *const json, const casus_date *const date)
{
    if (!date->start.size && !date->end.size) {
        casus_json_null(json, "date");
        return;
    }
    casus_json_open(json, "date", '{');
    casus_json_text_or_null(json, "start", date->start);
    casus_json_text_or_null(json, "end", date->end);
    casus_json_text(json, "precision", name(casus_date_precision_name(date->precision)));
    casus_json_text_or_null(json, "text", date->text);
    casus_json_close(json, '}');
}

static void write_bound(casus_json *const json, const char *const key, const uint64_t bound)
{
    if (bound == CASUS_UNBOUNDED)
        casus_json_null(json, key);
    else
        casus_json_integer(json, key, bound);
}

static void write_count(casus_json *const json, const casus_count *const count)
{
    casus_json_open(json, NULL, '{');
    casus_json_text(json, "effect", name(casus_effect_name(count->effect)));
    write_bound(json, "min", count->min);
    write_bound(json, "max", count->max);
    casus_json_ref(json, "victims", 'a', count->victims);
    casus_json_text(json, "text", count->text);
    casus_json_ref(json, "by", 'a', count->by);
    casus_json_bool(json, "part", count->part);
    casus_json_span(json, "span", count->span);
    casus_json_close(json, '}');
}

static void write_thing(casus_json *const json, const casus_thing *const thing)
{
    casus_json_open(json, NULL, '{');
    casus_json_text(json, "text", thing->text);
    casus_json_text_or_null(json, "class", thing->klass);
    casus_json_span(json, "span", thing->span);
    casus_json_close(json, '}');
}

static void write_statements(casus_json *const json, const casus_statements *const statements)
{
    casus_json_open(json, "statements", '[');
    for (uint32_t i = 0; i < statements->count; i++) {
        const casus_statement *const statement = &statements->at[i];
        casus_json_open(json, NULL, '{');
        casus_json_ref(json, "by", 'a', statement->by);
        casus_json_text(json, "stance", name(casus_stance_name(statement->stance)));
        write_refs(json, "via", 'a', &statement->via);
        casus_json_text_or_null(json, "cue", statement->cue);
        casus_json_span(json, "span", statement->span);
        casus_json_close(json, '}');
    }
    casus_json_close(json, ']');
}

static void write_what(casus_json *const json, const casus_event *const event)
{
    casus_json_text(json, "type", name(casus_event_type_name(event->type)));
    casus_json_text_or_null(json, "mode", event->mode);
    casus_json_text_or_null(json, "cameo", event->cameo);
    casus_json_text_or_null(json, "acled", event->acled);
    casus_json_open(json, "contexts", '[');
    for (uint32_t i = 0; i < event->contexts.count; i++)
        casus_json_text(json, NULL, event->contexts.at[i]);
    casus_json_close(json, ']');
}

static void write_event(casus_json *const json, const casus_event *const event,
                        const uint32_t index)
{
    casus_json_open(json, NULL, '{');
    casus_json_ref(json, "ref", 'e', index);
    write_what(json, event);
    write_refs(json, "source", 'a', &event->source);
    write_refs(json, "target", 'a', &event->target);
    write_date(json, &event->date);
    casus_json_ref(json, "place", 'p', event->place);
    casus_json_open(json, "counts", '[');
    for (uint32_t i = 0; i < event->counts.count; i++) write_count(json, &event->counts.at[i]);
    casus_json_close(json, ']');
    casus_json_open(json, "objects", '[');
    for (uint32_t i = 0; i < event->objects.count; i++) write_thing(json, &event->objects.at[i]);
    casus_json_close(json, ']');
    casus_json_open(json, "weapons", '[');
    for (uint32_t i = 0; i < event->weapons.count; i++) write_thing(json, &event->weapons.at[i]);
    casus_json_close(json, ']');
    casus_json_text(json, "factuality", name(casus_factuality_name(event->factuality)));
    write_statements(json, &event->statements);
    casus_json_ref(json, "caused_by", 'e', event->caused_by);
    casus_json_ref(json, "part_of", 'e', event->part_of);
    casus_json_span(json, "span", event->span);
    casus_json_text(json, "trigger", event->trigger);
    casus_json_text(json, "rule", event->rule);
    casus_json_number(json, "confidence", (double)event->confidence, 2);
    casus_json_close(json, '}');
}

static void write_relation(casus_json *const json, const casus_relation *const relation,
                           const uint32_t index)
{
    const char to = relation->type == RELATION_OPERATES_IN ? 'p' : 'a';
    casus_json_open(json, NULL, '{');
    casus_json_ref(json, "ref", 'r', index);
    casus_json_text(json, "type", name(casus_relation_type_name(relation->type)));
    casus_json_ref(json, "from", 'a', relation->from);
    casus_json_ref(json, "to", to, relation->to);
    casus_json_text_or_null(json, "since", relation->since);
    casus_json_text_or_null(json, "until", relation->until);
    casus_json_text(json, "factuality", name(casus_factuality_name(relation->factuality)));
    write_statements(json, &relation->statements);
    casus_json_span(json, "span", relation->span);
    casus_json_text(json, "trigger", relation->trigger);
    casus_json_text(json, "rule", relation->rule);
    casus_json_number(json, "confidence", (double)relation->confidence, 2);
    casus_json_close(json, '}');
}

static void write_condition(casus_json *const json, const casus_warning *const warning)
{
    casus_json_open(json, "condition", '{');
    casus_json_text(json, "text", warning->condition_text);
    casus_json_span(json, "span", warning->condition);
    casus_json_ref(json, "actor", 'a', warning->condition_actor);
    casus_json_bool(json, "negated", warning->condition_negated);
    casus_json_close(json, '}');
}

static void write_outcome(casus_json *const json, const casus_warning *const warning)
{
    casus_json_open(json, "outcome", '{');
    casus_json_text(json, "text", warning->outcome_text);
    casus_json_span(json, "span", warning->outcome);
    if (warning->outcome_type < 0)
        casus_json_null(json, "type");
    else
        casus_json_text(json, "type",
                        name(casus_event_type_name((casus_event_type)warning->outcome_type)));
    write_refs(json, "source", 'a', &warning->source);
    write_refs(json, "target", 'a', &warning->target);
    casus_json_close(json, '}');
}

static void write_warning(casus_json *const json, const casus_warning *const warning,
                          const uint32_t index)
{
    casus_json_open(json, NULL, '{');
    casus_json_ref(json, "ref", 'w', index);
    write_condition(json, warning);
    write_outcome(json, warning);
    casus_json_text_or_null(json, "modality", warning->modality);
    write_statements(json, &warning->statements);
    casus_json_span(json, "span", warning->span);
    casus_json_text(json, "rule", warning->rule);
    casus_json_number(json, "confidence", (double)warning->confidence, 2);
    casus_json_close(json, '}');
}

/* The vectors of the record, each as an array under its key. */
static void write_lists(casus_json *const json, const casus_document *const document)
{
    const casus_record *const record = &document->record;
    casus_json_open(json, "actors", '[');
    for (uint32_t i = 0; i < record->actors.count; i++) write_actor(json, document, i);
    casus_json_close(json, ']');
    casus_json_open(json, "places", '[');
    for (uint32_t i = 0; i < record->places.count; i++) write_place(json, document, i);
    casus_json_close(json, ']');
    casus_json_open(json, "times", '[');
    for (uint32_t i = 0; i < record->times.count; i++)
        write_time(json, document, &record->times.at[i]);
    casus_json_close(json, ']');
    casus_json_open(json, "events", '[');
    for (uint32_t i = 0; i < record->events.count; i++) write_event(json, &record->events.at[i], i);
    casus_json_close(json, ']');
    casus_json_open(json, "relations", '[');
    for (uint32_t i = 0; i < record->relations.count; i++)
        write_relation(json, &record->relations.at[i], i);
    casus_json_close(json, ']');
    casus_json_open(json, "warnings", '[');
    for (uint32_t i = 0; i < record->warnings.count; i++)
        write_warning(json, &record->warnings.at[i], i);
    casus_json_close(json, ']');
}

void casus_write_record(const casus_document *const document, const unsigned flags,
                        casus_output *const output)
{
    casus_points points = casus_points_create(document->article.text);
    casus_json json = {.output = output, .points = &points};
    casus_json_open(&json, NULL, '{');
    casus_json_integer(&json, "casus", 1);
    write_document(&json, &document->article, flags);
    write_lists(&json, document);
    casus_json_close(&json, '}');
    casus_put(output, STR("\n"));
    casus_points_destroy(&points);
}

void casus_write_article(const casus_document *const document, casus_output *const output)
{
    const casus_article *const article = &document->article;
    casus_json json = {.output = output};
    casus_json_open(&json, NULL, '{');
    write_article(&json, article);
    casus_json_text_or_null(&json, "published", article->published);
    casus_json_text_or_null(&json, "publisher", article->publisher);
    if (article->language.size) casus_json_text(&json, "language", article->language);
    if (article->url.size) casus_json_text(&json, "url", article->url);
    casus_json_text(&json, "text", article->text);
    casus_json_close(&json, '}');
    casus_put(output, STR("\n"));
}
