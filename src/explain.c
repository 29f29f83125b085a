/* Why a record says what it says: for whoever mends the lexicons. */
#include "ingest/ingest.h"
#include "pipeline.h"
#include "record/describe.h"
#include "record/lexicon_place.h"

#include <stdio.h>

typedef struct explanation {
    const casus_engine *engine;
    const casus_document *document;
    casus_output *output;
    casus_points points;
} explanation;

static casus_output *heading(explanation *const to, const char *const name)
{
    casus_put_format(to->output, "  %-11s ", name);
    return to->output;
}

/* "…text…" and its place in the article. */
static void put_evidence(explanation *const to, const casus_span span)
{
    if (span.begin >= span.end) return;
    casus_put(to->output, STR("  from \""));
    describe_line(casus_document_text(to->document, span), to->output);
    casus_put_format(to->output, "\" at %u..%u", casus_points_at(&to->points, span.begin),
                     casus_points_at(&to->points, span.end));
}

static void end_line(explanation *const to)
{
    casus_put(to->output, STR("\n"));
}

static bool put_place(explanation *const to, const char *const folder, const casus_str id,
                      casus_output *const lines)
{
    char path[4200];
    snprintf(path, sizeof path, "%s/%s", to->engine->root, folder);
    casus_output place = {0};
    const bool found = lexicon_place(path, id, &place, lines);
    const casus_str text = {place.bytes, place.size};
    const size_t root = strlen(to->engine->root);
    casus_put(to->output, found ? STR("data") : STR("no lexicon entry"));
    if (found) casus_put(to->output, casus_str_slice(text, root, SIZE_MAX));
    casus_output_destroy(&place);
    return found;
}

/* A rule is an entry of the event lexicon; what stands behind "/" tells which way it matched. */
static void put_rule(explanation *const to, const casus_str rule)
{
    casus_output lines = {0};
    const casus_str entry = casus_str_slice(rule, 0, casus_str_find(rule, STR("/")));
    casus_put(heading(to, "rule"), rule);
    casus_put(to->output, STR("  "));
    if (!entry.size)
        casus_put(to->output, STR("of the program itself"));
    else
        put_place(to, "events", entry, &lines);
    end_line(to);
    casus_put(to->output, (casus_str){lines.bytes, lines.size});
    casus_output_destroy(&lines);
}

/* The mention that lies in the span, else the actor's first. */
static casus_span nearest_mention(const explanation *const to, const casus_actor *const actor,
                                  const casus_span within)
{
    const casus_mention *const mentions = to->document->record.mentions.at;
    for (uint32_t i = 0; i < actor->mentions.count; i++) {
        const casus_span span = mentions[actor->mentions.at[i]].span;
        if (span.begin >= within.begin && span.end <= within.end) return span;
    }
    return actor->mentions.count ? mentions[actor->mentions.at[0]].span : (casus_span){0, 0};
}

static void put_actor(explanation *const to, const char *const name, const uint32_t index,
                      const casus_span within)
{
    if (index >= to->document->record.actors.count) return;
    const casus_actor *const actor = &to->document->record.actors.at[index];
    casus_put_format(heading(to, name), "a%u ", index + 1);
    casus_put(to->output, actor->name);
    put_evidence(to, nearest_mention(to, actor, within));
    if (actor->id.size) {
        casus_put(to->output, STR("  ["));
        casus_put(to->output, actor->id);
        casus_put(to->output, STR("] "));
        put_place(to, "actors", actor->id, NULL);
    }
    if (actor->affiliation != CASUS_NONE)
        casus_put_format(to->output, "  of a%u", actor->affiliation + 1);
    end_line(to);
}

static void put_actors(explanation *const to, const char *const name, const casus_refs *const refs,
                       const casus_span within)
{
    for (uint32_t i = 0; i < refs->count; i++) put_actor(to, name, refs->at[i], within);
    if (refs->count) return;
    casus_put(heading(to, name), STR("nobody is named"));
    end_line(to);
}

static void put_where(explanation *const to, const char *const name, const uint32_t index)
{
    const casus_record *const record = &to->document->record;
    if (index >= record->places.count) return;
    const casus_place *const place = &record->places.at[index];
    casus_put_format(heading(to, name), "p%u ", index + 1);
    casus_put(to->output, place->name);
    casus_put(to->output, STR("  "));
    casus_put(to->output, place->id);
    if (place->mentions.count)
        put_evidence(to, record->place_mentions.at[place->mentions.at[0]].span);
    end_line(to);
}

static void put_when(explanation *const to, const casus_date *const date)
{
    heading(to, "date");
    if (!date->start.size && !date->end.size)
        casus_put(to->output, STR("unknown"));
    else {
        describe_date(date, to->output);
        casus_put_format(to->output, " (%s)", casus_date_precision_name(date->precision));
        if (date->span.end > date->span.begin)
            put_evidence(to, date->span);
        else
            casus_put(to->output, STR("  from the story's own date"));
    }
    end_line(to);
}

static void put_counts(explanation *const to, const casus_event *const event)
{
    for (uint32_t i = 0; i < event->counts.count; i++) {
        const casus_count *const count = &event->counts.at[i];
        describe_count(count, heading(to, "count"));
        if (count->victims != CASUS_NONE)
            casus_put_format(to->output, " of a%u", count->victims + 1);
        if (count->by != CASUS_NONE) casus_put_format(to->output, " by a%u", count->by + 1);
        put_evidence(to, count->span);
        end_line(to);
    }
}

static void put_thing(explanation *const to, const char *const name, const casus_thing *const thing)
{
    casus_put(heading(to, name), thing->text);
    casus_put_format(to->output, " (%.*s)", (int)thing->klass.size,
                     thing->klass.size ? thing->klass.at : "");
    put_evidence(to, thing->span);
    end_line(to);
}

static void put_statements(explanation *const to, const casus_statements *const statements)
{
    for (uint32_t i = 0; i < statements->count; i++) {
        const casus_statement *const statement = &statements->at[i];
        const casus_statements one = {.at = statements->at + i, .count = 1};
        describe_statements(to->document, &one, heading(to, "statement"));
        casus_put(to->output, STR("  cue \""));
        casus_put(to->output, statement->cue);
        casus_put(to->output, STR("\""));
        put_evidence(to, statement->span);
        end_line(to);
    }
    if (statements->count) return;
    casus_put(heading(to, "statement"), STR("none: the publication itself says it"));
    end_line(to);
}

/* One word of the tree: form, part of speech, relation to its head, and what hangs on it. */
static void put_node(explanation *const to, const uint32_t word, const uint32_t depth,
                     const uint32_t trigger)
{
    const casus_document *const document = to->document;
    const casus_word *const at = &document->words.at[word];
    casus_put_format(to->output, "    %*s", (int)(depth * 2), "");
    casus_put(to->output, at->form);
    casus_put_format(to->output, "  %s %s", casus_deprel_name((casus_deprel)at->deprel),
                     casus_upos_name((casus_upos)at->upos));
    if (!casus_str_equal(at->form, at->lemma)) {
        casus_put(to->output, STR(" "));
        casus_put(to->output, at->lemma);
    }
    const uint32_t mention = document->mention_at ? document->mention_at[word] : CASUS_NONE;
    const uint32_t place = document->place_at ? document->place_at[word] : CASUS_NONE;
    const uint32_t time = document->time_at ? document->time_at[word] : CASUS_NONE;
    if (mention != CASUS_NONE)
        casus_put_format(to->output, "  a%u", document->record.mentions.at[mention].actor + 1);
    if (place != CASUS_NONE)
        casus_put_format(to->output, "  p%u", document->record.place_mentions.at[place].place + 1);
    if (time != CASUS_NONE) {
        casus_put(to->output, STR("  "));
        casus_put(to->output, document->record.times.at[time].value);
    }
    if (word == trigger) casus_put(to->output, STR("  <- trigger"));
    end_line(to);
}

/* In the order of the text, each word below its head: a walk without recursion, since a sentence
 * may be one long chain. */
static void put_tree(explanation *const to, const casus_sentence *const sentence,
                     const uint32_t trigger)
{
    const casus_document *const document = to->document;
    if (!document->first_child) return;
    const uint32_t end = sentence->first + sentence->count;
    for (uint32_t root = sentence->first; root < end; root++) {
        if (!casus_word_is_root(document, root)) continue;
        uint32_t word = root, depth = 0;
        for (;;) {
            put_node(to, word, depth, trigger);
            if (document->first_child[word] != CASUS_NONE) {
                word = document->first_child[word];
                depth++;
                continue;
            }
            while (word != root && document->next_sibling[word] == CASUS_NONE) {
                word = document->words.at[word].head;
                depth--;
            }
            if (word == root) break;
            word = document->next_sibling[word];
        }
    }
}

static void put_sentence(explanation *const to, const casus_span span, const uint32_t trigger)
{
    const uint32_t by_word = trigger < to->document->words.count
                                 ? to->document->words.at[trigger].sentence
                                 : describe_sentence_at(to->document, span.begin);
    if (by_word >= to->document->sentences.count) return;
    const casus_sentence *const sentence = &to->document->sentences.at[by_word];
    casus_put_format(heading(to, "sentence"), "%u: ", by_word + 1);
    describe_line(casus_document_text(to->document, sentence->span), to->output);
    end_line(to);
    casus_put_format(heading(to, "tree"), "confidence %.2f\n", (double)sentence->confidence);
    put_tree(to, sentence, trigger);
}

static void explain_event(explanation *const to, const uint32_t index)
{
    const casus_event *const event = &to->document->record.events.at[index];
    casus_put_format(to->output, "e%u %s", index + 1, casus_event_type_name(event->type));
    casus_put_format(to->output, "  mode %.*s  cameo %.*s  acled %.*s\n", (int)event->mode.size,
                     event->mode.size ? event->mode.at : "", (int)event->cameo.size,
                     event->cameo.size ? event->cameo.at : "", (int)event->acled.size,
                     event->acled.size ? event->acled.at : "");
    casus_put(heading(to, "trigger"), event->trigger);
    end_line(to);
    put_rule(to, event->rule);
    put_sentence(to, event->span, event->trigger_word);
    put_actors(to, "source", &event->source, event->span);
    put_actors(to, "target", &event->target, event->span);
    put_when(to, &event->date);
    put_where(to, "place", event->place);
    put_counts(to, event);
    for (uint32_t i = 0; i < event->objects.count; i++)
        put_thing(to, "object", &event->objects.at[i]);
    for (uint32_t i = 0; i < event->weapons.count; i++)
        put_thing(to, "weapon", &event->weapons.at[i]);
    casus_put_format(heading(to, "factuality"), "%s\n", casus_factuality_name(event->factuality));
    put_statements(to, &event->statements);
    if (event->part_of != CASUS_NONE)
        casus_put_format(heading(to, "part of"), "e%u\n", event->part_of + 1);
    if (event->caused_by != CASUS_NONE)
        casus_put_format(heading(to, "caused by"), "e%u\n", event->caused_by + 1);
    casus_put_format(heading(to, "confidence"), "%.2f\n", (double)event->confidence);
}

static void explain_relation(explanation *const to, const uint32_t index)
{
    const casus_relation *const relation = &to->document->record.relations.at[index];
    casus_put_format(to->output, "r%u %s\n", index + 1, casus_relation_type_name(relation->type));
    casus_put(heading(to, "trigger"), relation->trigger);
    end_line(to);
    put_rule(to, relation->rule);
    put_sentence(to, relation->span, relation->trigger_word);
    put_actor(to, "from", relation->from, relation->span);
    if (relation->type == RELATION_OPERATES_IN)
        put_where(to, "to", relation->to);
    else
        put_actor(to, "to", relation->to, relation->span);
    const casus_date date = {.start = relation->since, .end = relation->until};
    describe_date(&date, heading(to, "time"));
    end_line(to);
    casus_put_format(heading(to, "factuality"), "%s\n",
                     casus_factuality_name(relation->factuality));
    put_statements(to, &relation->statements);
    casus_put_format(heading(to, "confidence"), "%.2f\n", (double)relation->confidence);
}

static void explain_warning(explanation *const to, const uint32_t index)
{
    const casus_warning *const warning = &to->document->record.warnings.at[index];
    casus_put_format(to->output, "w%u", index + 1);
    if (warning->outcome_type >= 0)
        casus_put_format(to->output, " %s",
                         casus_event_type_name((casus_event_type)warning->outcome_type));
    end_line(to);
    put_rule(to, warning->rule);
    put_sentence(to, warning->span, CASUS_NONE);
    heading(to, "condition");
    put_evidence(to, warning->condition);
    end_line(to);
    put_actor(to, "actor", warning->condition_actor, warning->condition);
    heading(to, "outcome");
    put_evidence(to, warning->outcome);
    end_line(to);
    put_actors(to, "source", &warning->source, warning->outcome);
    put_actors(to, "target", &warning->target, warning->outcome);
    casus_put(heading(to, "modality"), warning->modality);
    end_line(to);
    put_statements(to, &warning->statements);
}

/* The index in "e12" for letter 'e' where there are that many; CASUS_NONE otherwise. */
static uint32_t parse_ref(const char *const ref, const char letter, const uint32_t count)
{
    uint64_t number;
    if (ref[0] != letter || !casus_str_to_u64(casus_str_from(ref + 1), &number)) return CASUS_NONE;
    return number >= 1 && number <= count ? (uint32_t)number - 1 : CASUS_NONE;
}

casus_code casus_write_explanation(const casus_engine *const engine,
                                   const casus_document *const document, const char *const ref,
                                   casus_output *const output, casus_error *const error)
{
    const casus_record *const record = &document->record;
    const uint32_t event = parse_ref(ref, 'e', record->events.count);
    const uint32_t relation = parse_ref(ref, 'r', record->relations.count);
    const uint32_t warning = parse_ref(ref, 'w', record->warnings.count);
    if (event == CASUS_NONE && relation == CASUS_NONE && warning == CASUS_NONE)
        return casus_fail(error, CASUS_ERROR_NOT_FOUND, 0, UINT64_MAX,
                          "%.40s (of %u events, %u relations, %u warnings)", ref,
                          record->events.count, record->relations.count, record->warnings.count);
    explanation to = {engine, document, output, casus_points_create(document->article.text)};
    if (event != CASUS_NONE) explain_event(&to, event);
    if (relation != CASUS_NONE) explain_relation(&to, relation);
    if (warning != CASUS_NONE) explain_warning(&to, warning);
    casus_points_destroy(&to.points);
    return CASUS_OK;
}
