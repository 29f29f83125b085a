/* The record for people: a line of columns for each event, and its sentence below. */
#include "record/describe.h"

enum { COLUMNS = 6, INDENT = 5, LINE = 110 };

typedef struct table_row {
    casus_output cells[COLUMNS];
    casus_span span;
    const casus_statements *statements;
} table_row;

/* Columns that hold more than this are left ragged, so that one long name does not push all apart.
 */
static const size_t widest[COLUMNS] = {4, 24, 22, 48, 24, 40};

static void put_spaces(casus_output *const output, size_t count)
{
    while (count-- > 0) casus_put(output, STR(" "));
}

static casus_str cell_text(const casus_output *const cell)
{
    return (casus_str){cell->bytes, cell->size};
}

/* Words of the text in lines of at most LINE columns. */
static void put_wrapped(casus_output *const output, const casus_str text)
{
    casus_str rest = text, word;
    size_t column = INDENT;
    put_spaces(output, INDENT);
    while (casus_str_cut(&rest, ' ', &word)) {
        casus_str line = casus_str_trim(word);
        const size_t width = describe_width(line);
        if (!width) continue;
        if (column > INDENT && column + width > LINE) {
            casus_put(output, STR("\n"));
            put_spaces(output, INDENT);
            column = INDENT;
        } else if (column > INDENT) {
            casus_put(output, STR(" "));
            column++;
        }
        describe_line(line, output);
        column += width;
    }
    casus_put(output, STR("\n"));
}

/* The whole sentence that the evidence begins in; a reader wants the context. */
static void put_sentence(casus_output *const output, const casus_document *const document,
                         const casus_span span)
{
    const uint32_t index = describe_sentence_at(document, span.begin);
    const casus_span whole = index == CASUS_NONE ? span : document->sentences.at[index].span;
    if (whole.begin >= whole.end) return;
    casus_output line = {0};
    describe_line(casus_document_text(document, whole), &line);
    put_wrapped(output, cell_text(&line));
    casus_output_destroy(&line);
}

static void put_row(casus_output *const output, const casus_document *const document,
                    const table_row *const row, const size_t width[COLUMNS])
{
    uint32_t last = 0;
    for (uint32_t i = 0; i < COLUMNS; i++)
        if (row->cells[i].size) last = i;
    for (uint32_t i = 0; i <= last; i++) {
        const casus_str text = cell_text(&row->cells[i]);
        const size_t used = describe_width(text);
        casus_put(output, text);
        if (i < last)
            put_spaces(output, (used < width[i] ? width[i] - used : 0) + (width[i] ? 2 : 0));
    }
    casus_put(output, STR("\n"));
    if (row->statements && row->statements->count) {
        put_spaces(output, INDENT);
        casus_put(output, STR("says who: "));
        describe_statements(document, row->statements, output);
        casus_put(output, STR("\n"));
    }
    put_sentence(output, document, row->span);
}

static void put_table(casus_output *const output, const casus_document *const document,
                      const char *const head, table_row *const rows, const uint32_t count)
{
    size_t width[COLUMNS] = {0};
    if (!count) return;
    for (uint32_t r = 0; r < count; r++)
        for (uint32_t i = 0; i < COLUMNS; i++) {
            const size_t used = describe_width(cell_text(&rows[r].cells[i]));
            if (used <= widest[i] && used > width[i]) width[i] = used;
        }
    casus_put_format(output, "\n%s\n", head);
    for (uint32_t r = 0; r < count; r++) {
        put_row(output, document, &rows[r], width);
        for (uint32_t i = 0; i < COLUMNS; i++) casus_output_destroy(&rows[r].cells[i]);
    }
}

static void fill_event(const casus_document *const document, const uint32_t index,
                       table_row *const row)
{
    const casus_event *const event = &document->record.events.at[index];
    casus_put_format(&row->cells[0], "e%u", index + 1);
    describe_date(&event->date, &row->cells[1]);
    casus_put_format(&row->cells[2], "%s", casus_event_type_name(event->type));
    if (event->mode.size) {
        casus_put(&row->cells[2], STR(" "));
        casus_put(&row->cells[2], event->mode);
    }
    describe_parties(document, &event->source, &event->target, &row->cells[3]);
    if (event->place < document->record.places.count)
        casus_put(&row->cells[4], document->record.places.at[event->place].name);
    for (uint32_t i = 0; i < event->counts.count; i++) {
        if (i) casus_put(&row->cells[5], STR(", "));
        describe_count(&event->counts.at[i], &row->cells[5]);
    }
    if (event->factuality != FACT_ACTUAL)
        casus_put_format(&row->cells[5], "%s[%s]", row->cells[5].size ? " " : "",
                         casus_factuality_name(event->factuality));
    casus_put_format(&row->cells[5], "%s%.0f%%", row->cells[5].size ? "  " : "",
                     (double)event->confidence * 100);
    row->span = event->span;
    row->statements = &event->statements;
}

static void fill_relation(const casus_document *const document, const uint32_t index,
                          table_row *const row)
{
    const casus_record *const record = &document->record;
    const casus_relation *const relation = &record->relations.at[index];
    casus_put_format(&row->cells[0], "r%u", index + 1);
    const casus_date date = {.start = relation->since, .end = relation->until};
    describe_date(&date, &row->cells[1]);
    casus_put_format(&row->cells[2], "%s", casus_relation_type_name(relation->type));
    describe_actor(document, relation->from, &row->cells[3]);
    casus_put(&row->cells[3], STR(" → "));
    if (relation->type != RELATION_OPERATES_IN)
        describe_actor(document, relation->to, &row->cells[3]);
    else if (relation->to < record->places.count)
        casus_put(&row->cells[3], record->places.at[relation->to].name);
    if (relation->factuality != FACT_ACTUAL)
        casus_put_format(&row->cells[5], "[%s]  ", casus_factuality_name(relation->factuality));
    casus_put_format(&row->cells[5], "%.0f%%", (double)relation->confidence * 100);
    row->span = relation->span;
    row->statements = &relation->statements;
}

static void fill_warning(const casus_document *const document, const uint32_t index,
                         table_row *const row)
{
    const casus_warning *const warning = &document->record.warnings.at[index];
    casus_put_format(&row->cells[0], "w%u", index + 1);
    casus_put(&row->cells[1], warning->modality);
    if (warning->outcome_type >= 0)
        casus_put_format(&row->cells[2], "%s",
                         casus_event_type_name((casus_event_type)warning->outcome_type));
    if (warning->source.count || warning->target.count)
        describe_parties(document, &warning->source, &warning->target, &row->cells[3]);
    casus_put_format(&row->cells[5], "%.0f%%", (double)warning->confidence * 100);
    row->span = warning->span;
    row->statements = &warning->statements;
}

static void put_section(casus_output *const output, const casus_document *const document,
                        const char *const head, const uint32_t count,
                        void (*const fill)(const casus_document *, uint32_t, table_row *))
{
    table_row *const rows = ARENA_ARRAY(document->arena, table_row, count);
    for (uint32_t i = 0; i < count; i++) fill(document, i, &rows[i]);
    put_table(output, document, head, rows, count);
}

static void put_head(casus_output *const output, const casus_article *const article)
{
    const casus_str name = article->title.size ? article->title : article->source;
    casus_put(output, STR("== "));
    casus_put(output, name.size ? name : article->id);
    if (article->publisher.size) {
        casus_put(output, STR(" · "));
        casus_put(output, article->publisher);
    }
    if (article->published.size) {
        casus_put(output, STR(" · "));
        casus_put(output, article->published);
    }
    casus_put(output, STR(" ==\n"));
}

void casus_write_table(const casus_document *const document, casus_output *const output)
{
    const casus_record *const record = &document->record;
    put_head(output, &document->article);
    put_section(output, document, "Events", record->events.count, fill_event);
    put_section(output, document, "Relations", record->relations.count, fill_relation);
    put_section(output, document, "Warnings", record->warnings.count, fill_warning);
    if (!record->events.count && !record->relations.count && !record->warnings.count)
        casus_put(output, STR("no events, relations or warnings\n"));
    casus_put(output, STR("\n"));
}
