/* First pass: what is never part of an article, and what most likely is not. */
#include "ingest/normal.h"
#include "ingest/page.h"

static bool is_never_text(const int tag)
{
    return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_NOSCRIPT ||
           tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_HEAD ||
           tag == GUMBO_TAG_CANVAS || tag == GUMBO_TAG_AUDIO || tag == GUMBO_TAG_VIDEO;
}

/* style="display:none" in any spacing */
static bool style_hides(const casus_str style)
{
    char squeezed[256];
    size_t size = 0;
    for (size_t i = 0; i < style.size && size < sizeof squeezed; i++)
        if (style.at[i] != ' ') squeezed[size++] = style.at[i];
    const casus_str text = {squeezed, size};
    return casus_str_find(text, STR("display:none")) != SIZE_MAX ||
           casus_str_find(text, STR("visibility:hidden")) != SIZE_MAX;
}

static bool is_hidden(const page_node *const node)
{
    if (gumbo_get_attribute(&node->element->attributes, "hidden")) return true;
    if (style_hides(page_attribute(node, "style"))) return true;
    return casus_str_equal_nocase(page_attribute(node, "aria-hidden"), STR("true")) &&
           casus_str_find(node->names, STR("fallback-image")) == SIZE_MAX;
}

/* ARIA roles of what surrounds an article: https://www.w3.org/TR/wai-aria/#role_definitions */
static bool has_unlikely_role(const page_node *const node)
{
    static const char *const roles[] = {"menu",  "menubar",     "complementary", "navigation",
                                        "alert", "alertdialog", "dialog"};
    const casus_str role = page_attribute(node, "role");
    for (size_t i = 0; role.size && i < sizeof roles / sizeof *roles; i++)
        if (casus_str_equal(role, casus_str_from(roles[i]))) return true;
    return false;
}

static bool is_within(const casus_page *const page, uint32_t node, const GumboTag a,
                      const GumboTag b)
{
    for (int step = 0; step < CASUS_LIMIT_DEPTH && node != 0; step++) {
        node = page->nodes.at[node].parent;
        const int tag = page->nodes.at[node].tag;
        if (tag == (int)a || tag == (int)b) return true;
    }
    return false;
}

static bool is_unlikely(const casus_page *const page, const uint32_t index)
{
    const page_node *const node = &page->nodes.at[index];
    if (node->tag == GUMBO_TAG_BODY || node->tag == GUMBO_TAG_A) return false;
    if (has_unlikely_role(node)) return true;
    return page_names_unlikely(node) && !is_within(page, index, GUMBO_TAG_TABLE, GUMBO_TAG_CODE);
}

/* Less than a quarter of the text, by words, is missing from the title. */
static bool is_like_title(const casus_str text, const casus_str title)
{
    if (!text.size || !title.size || text.size > 4 * title.size + 40) return false;
    const char *const separators = " \n\t.,:;!?-|'\"()";
    size_t all = 0, missing = 0;
    for (size_t i = 0; i < text.size;) {
        while (i < text.size && strchr(separators, text.at[i]) && text.at[i]) i++;
        size_t size = 0;
        while (i + size < text.size && text.at[i + size] && !strchr(separators, text.at[i + size]))
            size++;
        if (size == 0) break;
        all += size;
        bool found = false;
        for (size_t at = 0; !found && at + size <= title.size; at++)
            found = casus_str_equal_nocase(casus_str_slice(title, at, size),
                                           casus_str_slice(text, i, size));
        if (!found) missing += size;
        i += size;
    }
    return all && (double)missing / (double)all < 0.25;
}

static bool repeats_title(casus_page *const page, const uint32_t index, const casus_str title)
{
    const int tag = page->nodes.at[index].tag;
    if (tag != GUMBO_TAG_H1 && tag != GUMBO_TAG_H2) return false;
    return is_like_title(page_text(page, index, page->arena), title);
}

static bool is_byline(const casus_page *const page, const uint32_t index)
{
    if (!page_names_byline(&page->nodes.at[index])) return false;
    const page_sums sums = page_measure(page, index);
    return sums.chars > 0 && sums.chars < 100;
}

void page_strip(casus_page *const page, const uint32_t body, const unsigned flags,
                const casus_str title)
{
    bool byline = false, heading = false;
    for (uint32_t i = 0; i < page->nodes.count; i++) {
        page_node *const node = &page->nodes.at[i];
        if (node->tag == PAGE_TEXT) continue;
        node->tag = (int)node->element->tag;
        node->dead = is_never_text(node->tag) || (i != body && is_hidden(node));
        node->scored = false;
        node->score = 0;
        if (i <= body) {
            node->dead = false;
            continue;
        }
        if (!node->dead && !heading && repeats_title(page, i, title)) node->dead = heading = true;
        if (!node->dead && !byline && is_byline(page, i)) node->dead = byline = true;
        if (!node->dead && flags & TRY_UNLIKELY) node->dead = is_unlikely(page, i);
        if (!node->dead) continue;
        for (uint32_t below = i + 1; below < node->end; below++)
            page->nodes.at[below].dead = page->nodes.at[below].tag != PAGE_TEXT;
        i = node->end - 1;
    }
}
