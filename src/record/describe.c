#include "record/describe.h"

#include <utf8proc.h>

void describe_actor(const casus_document *const document, const uint32_t actor,
                    casus_output *const output)
{
    if (actor < document->record.actors.count)
        casus_put(output, document->record.actors.at[actor].name);
}

void describe_actors(const casus_document *const document, const casus_refs *const refs,
                     casus_output *const output)
{
    for (uint32_t i = 0; i < refs->count; i++) {
        if (i) casus_put(output, STR(", "));
        describe_actor(document, refs->at[i], output);
    }
}

void describe_parties(const casus_document *const document, const casus_refs *const source,
                      const casus_refs *const target, casus_output *const output)
{
    if (source->count)
        describe_actors(document, source, output);
    else
        casus_put(output, STR("?"));
    if (!target->count) return;
    casus_put(output, STR(" → "));
    describe_actors(document, target, output);
}

void describe_date(const casus_date *const date, casus_output *const output)
{
    if (!date->start.size && !date->end.size) return;
    if (!date->start.size)
        casus_put(output, STR("until "));
    else if (!date->end.size)
        casus_put(output, STR("since "));
    casus_put(output, date->start);
    if (casus_str_equal(date->start, date->end)) return;
    if (date->start.size && date->end.size) casus_put(output, STR(".."));
    casus_put(output, date->end);
}

void describe_count(const casus_count *const count, casus_output *const output)
{
    const unsigned long long least = count->min, most = count->max;
    casus_put_format(output, "%s ", casus_effect_name(count->effect));
    if (count->min == count->max)
        casus_put_format(output, "%llu", least);
    else if (count->max == CASUS_UNBOUNDED)
        casus_put_format(output, "%llu+", least);
    else if (count->min == CASUS_UNBOUNDED)
        casus_put_format(output, "up to %llu", most);
    else
        casus_put_format(output, "%llu-%llu", least, most);
}

void describe_statements(const casus_document *const document,
                         const casus_statements *const statements, casus_output *const output)
{
    for (uint32_t i = 0; i < statements->count; i++) {
        const casus_statement *const statement = &statements->at[i];
        if (i) casus_put(output, STR("; "));
        describe_actor(document, statement->by, output);
        casus_put_format(output, " (%s)", casus_stance_name(statement->stance));
        if (!statement->via.count) continue;
        casus_put(output, STR(" via "));
        describe_actors(document, &statement->via, output);
    }
}

uint32_t describe_sentence_at(const casus_document *const document, const uint32_t byte)
{
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        const casus_span span = document->sentences.at[i].span;
        if (span.begin <= byte && byte < span.end) return i;
    }
    return CASUS_NONE;
}

void describe_line(const casus_str text, casus_output *const output)
{
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.at[i];
        casus_put(output, c == '\n' || c == '\t' ? STR(" ") : (casus_str){&text.at[i], 1});
    }
}

size_t describe_width(const casus_str text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.size;) {
        utf8proc_int32_t point;
        const utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text.at + at,
                                                       (utf8proc_ssize_t)(text.size - at), &point);
        if (size <= 0) break;
        width += (size_t)utf8proc_charwidth(point);
        at += (size_t)size;
    }
    return width;
}
