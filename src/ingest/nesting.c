/* A rough tokenizer that follows which elements are open, so that a page which would nest too deep
 * is refused before the parser, whose time grows with the depth, sees it. */
#include "ingest/page.h"

#include <stdlib.h>

typedef struct open_elements {
    GumboTag *at;
    uint32_t count, limit, deepest;
} open_elements;

static bool is_void(const GumboTag tag)
{
    return tag == GUMBO_TAG_AREA || tag == GUMBO_TAG_BASE || tag == GUMBO_TAG_BR ||
           tag == GUMBO_TAG_COL || tag == GUMBO_TAG_EMBED || tag == GUMBO_TAG_HR ||
           tag == GUMBO_TAG_IMG || tag == GUMBO_TAG_INPUT || tag == GUMBO_TAG_KEYGEN ||
           tag == GUMBO_TAG_LINK || tag == GUMBO_TAG_META || tag == GUMBO_TAG_PARAM ||
           tag == GUMBO_TAG_SOURCE || tag == GUMBO_TAG_TRACK || tag == GUMBO_TAG_WBR;
}

/* Text up to its end tag: no tags inside. */
static bool is_raw(const GumboTag tag)
{
    return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEXTAREA ||
           tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_IFRAME ||
           tag == GUMBO_TAG_NOEMBED || tag == GUMBO_TAG_NOFRAMES;
}

/* Elements that a start tag of the same kind closes. */
static bool closes_itself(const GumboTag tag)
{
    return tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DT ||
           tag == GUMBO_TAG_DD || tag == GUMBO_TAG_TR || tag == GUMBO_TAG_TD ||
           tag == GUMBO_TAG_TH || tag == GUMBO_TAG_OPTION || tag == GUMBO_TAG_A ||
           tag == GUMBO_TAG_BUTTON || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_NOBR;
}

/* End tags do not reach through these. */
static bool is_wall(const GumboTag tag)
{
    return tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH ||
           tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_MARQUEE || tag == GUMBO_TAG_OBJECT ||
           tag == GUMBO_TAG_APPLET || tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_HTML;
}

/* Closes the innermost open `tag`, and all inside it, unless a wall stands between. */
static void close_tag(open_elements *const open, const GumboTag tag)
{
    for (uint32_t i = open->count; i-- > 0;) {
        if (open->at[i] == tag) {
            open->count = i;
            return;
        }
        if (is_wall(open->at[i]) && tag != GUMBO_TAG_TABLE && tag != GUMBO_TAG_TR &&
            tag != GUMBO_TAG_TBODY)
            return;
    }
}

static void open_tag(open_elements *const open, const GumboTag tag)
{
    if (is_void(tag)) return;
    if (closes_itself(tag)) {
        const bool list = tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DD;
        for (uint32_t i = open->count; i-- > 0;) {
            const GumboTag at = open->at[i];
            if (at == tag) {
                open->count = i;
                break;
            }
            if (is_wall(at) || (list && (at == GUMBO_TAG_UL || at == GUMBO_TAG_OL))) break;
        }
    }
    if (open->count == open->limit) return;
    open->at[open->count++] = tag;
    if (open->count > open->deepest) open->deepest = open->count;
}

/* The index behind the end tag of raw text that begins at `at`. */
static size_t skip_raw(const casus_str html, size_t at, const casus_str name)
{
    for (; at + name.size + 2 < html.size; at++) {
        const char *const found = memchr(html.at + at, '<', html.size - at);
        if (!found) return html.size;
        at = (size_t)(found - html.at);
        if (at + 2 + name.size <= html.size && html.at[at + 1] == '/' &&
            casus_str_equal_nocase(casus_str_slice(html, at + 2, name.size), name))
            return at;
    }
    return html.size;
}

static size_t name_size(const casus_str html, const size_t at)
{
    size_t size = 0;
    while (at + size < html.size && size < 32) {
        const char c = html.at[at + size];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) break;
        size++;
    }
    return size;
}

/* Takes the tag or comment at `at` ('<') and gives the index behind it. */
static size_t take_tag(const casus_str html, const size_t at, open_elements *const open)
{
    if (casus_str_starts(casus_str_slice(html, at, 4), STR("<!--"))) {
        const size_t end = casus_str_find(casus_str_slice(html, at, SIZE_MAX), STR("-->"));
        return end == SIZE_MAX ? html.size : at + end + 3;
    }
    const bool end_tag = at + 1 < html.size && html.at[at + 1] == '/';
    const size_t from = at + 1 + end_tag, size = name_size(html, from);
    if (size == 0) return at + 1;
    const casus_str name = {html.at + from, size};
    const GumboTag tag = gumbo_tagn_enum(name.at, (unsigned)name.size);
    const char *const stop = memchr(html.at + from, '>', html.size - from);
    const size_t behind = stop ? (size_t)(stop - html.at) + 1 : html.size;
    if (end_tag)
        close_tag(open, tag);
    else if (is_raw(tag))
        return skip_raw(html, behind, name);
    else
        open_tag(open, tag);
    return behind;
}

uint32_t page_nesting(const casus_str html, const uint32_t limit)
{
    open_elements open = {.at = calloc(limit, sizeof *open.at), .limit = limit};
    if (!open.at) return limit;
    for (size_t at = 0; at < html.size && open.deepest < limit;) {
        const char *const found = memchr(html.at + at, '<', html.size - at);
        if (!found) break;
        at = take_tag(html, (size_t)(found - html.at), &open);
    }
    free(open.at);
    return open.deepest;
}
