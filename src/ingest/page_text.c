#include "ingest/page.h"

/* Text under way: white space is written when something follows it. */
typedef struct text_writer {
    char *out;
    size_t size;
    bool space, newline;
} text_writer;

static void put(text_writer *const writer, const char c)
{
    if (writer->size && writer->newline)
        writer->out[writer->size++] = '\n';
    else if (writer->size && writer->space)
        writer->out[writer->size++] = ' ';
    writer->newline = writer->space = false;
    writer->out[writer->size++] = c;
}

static void put_text(text_writer *const writer, const casus_str text, const bool keep_lines)
{
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.at[i];
        const bool nbsp =
            (uint8_t)c == 0xc2 && i + 1 < text.size && (uint8_t)text.at[i + 1] == 0xa0;
        if (keep_lines && c == '\n')
            writer->newline = true;
        else if (nbsp || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f')
            writer->space = true;
        else
            put(writer, c);
        i += nbsp;
    }
}

/* Each text byte is written at most once, each node adds at most one separator. */
static size_t room_needed(const casus_page *const page, const uint32_t node)
{
    size_t room = 1;
    for (uint32_t i = node; i < page->nodes.at[node].end; i++)
        room += page->nodes.at[i].text.size + 1;
    return room;
}

/* Whether a block ends on the way from node `from` to node `to` behind it. */
static bool leaves_block(const casus_page *const page, uint32_t from, const uint32_t to)
{
    bool block = false;
    for (; page->nodes.at[from].end <= to; from = page->nodes.at[from].parent)
        block |= !page_is_inline(&page->nodes.at[from]);
    return block;
}

casus_str page_text(const casus_page *const page, const uint32_t node, casus_arena *const arena)
{
    text_writer writer = {.out = casus_arena_take(arena, room_needed(page, node), 1)};
    const uint32_t end = page->nodes.at[node].end;
    uint32_t pre_end = 0, previous = node;
    for (uint32_t i = node; i < end; i++) {
        const page_node *const at = &page->nodes.at[i];
        if (leaves_block(page, previous, i)) writer.newline = true;
        previous = i;
        if (at->tag == PAGE_TEXT) {
            put_text(&writer, at->text, i < pre_end);
            continue;
        }
        if (at->tag == GUMBO_TAG_BR || !page_is_inline(at)) writer.newline = true;
        if (at->dead)
            i = at->end - 1;
        else if (at->tag == GUMBO_TAG_PRE)
            pre_end = at->end;
    }
    return (casus_str){writer.out, writer.size};
}
