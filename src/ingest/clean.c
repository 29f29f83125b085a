/* Third pass: what stands inside the article without belonging to it. */
#include "ingest/page.h"

static void kill(casus_page *const page, const uint32_t node)
{
    page->nodes.at[node].dead = true;
}

/* Tables of data stay as they are; those that only lay out the page are judged like divs.  The
 * signs are those that browsers use for accessibility. */
static bool is_data_table(const casus_page *const page, const uint32_t table)
{
    const page_node *const node = &page->nodes.at[table];
    if (casus_str_equal(page_attribute(node, "role"), STR("presentation"))) return false;
    if (casus_str_equal(page_attribute(node, "datatable"), STR("0"))) return false;
    if (page_attribute(node, "summary").size) return true;
    uint32_t rows = 0, cells = 0, columns = 0;
    for (uint32_t i = table + 1; i < node->end; i++) {
        const int tag = page->nodes.at[i].tag;
        if (tag == GUMBO_TAG_TABLE) return false;
        if (tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_COL || tag == GUMBO_TAG_COLGROUP ||
            tag == GUMBO_TAG_TFOOT || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TH)
            return true;
        if (tag == GUMBO_TAG_TR) {
            rows++;
            cells = 0;
        }
        if (tag == GUMBO_TAG_TD && ++cells > columns) columns = cells;
    }
    if (rows <= 1 || columns <= 1) return false;
    return rows >= 10 || columns > 4 || rows * columns > 10;
}

static bool in_or_holds_data_table(const casus_page *const page, const uint32_t node)
{
    uint32_t above = node;
    for (unsigned step = 0; step < CASUS_LIMIT_DEPTH && above != 0; step++) {
        const int tag = page->nodes.at[above].tag;
        if (tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_FIGURE) return tag == GUMBO_TAG_CODE;
        if (tag == GUMBO_TAG_TABLE && is_data_table(page, above)) return true;
        above = page->nodes.at[above].parent;
    }
    for (uint32_t i = node + 1; i < page->nodes.at[node].end; i++)
        if (page->nodes.at[i].tag == GUMBO_TAG_TABLE && is_data_table(page, i)) return true;
    return false;
}

static bool in_figure(const casus_page *const page, uint32_t node)
{
    for (unsigned step = 0; step < CASUS_LIMIT_DEPTH && node != 0; step++) {
        if (page->nodes.at[node].tag == GUMBO_TAG_FIGURE) return true;
        node = page->nodes.at[node].parent;
    }
    return false;
}

/* A gallery is a list whose items each hold one picture. */
static bool is_gallery(const casus_page *const page, const uint32_t node,
                       const page_sums *const sums)
{
    if (sums->items == 0 || sums->images != sums->items) return false;
    for (uint32_t i = node + 1; i < page->nodes.at[node].end; i++) {
        uint32_t elements = 0;
        if (page->nodes.at[i].tag != GUMBO_TAG_LI || page->nodes.at[i].dead) continue;
        for (EACH_PAGE_CHILD(page, i, child)) elements += page->nodes.at[child].tag != PAGE_TEXT;
        if (elements > 1) return false;
    }
    return true;
}

/* Whether a form, list, table or div looks like anything but text. */
static bool looks_foreign(const casus_page *const page, const uint32_t node, const unsigned flags)
{
    const page_node *const at = &page->nodes.at[node];
    const int weight = flags & TRY_WEIGHTS ? page_names_weight(at) : 0;
    if (in_or_holds_data_table(page, node)) return false;
    if (weight < 0) return true;
    const page_sums sums = page_measure(page, node);
    if (sums.commas >= 10) return false;
    const bool list = at->tag == GUMBO_TAG_UL || at->tag == GUMBO_TAG_OL ||
                      (sums.chars && (double)sums.list_chars / sums.chars > 0.9);
    const bool figure = in_figure(page, node);
    const double links = page_link_density(&sums);
    const double headings = sums.chars ? (double)sums.heading_chars / sums.chars : 0;
    const uint32_t items = sums.items > 100 ? sums.items - 100 : 0;
    bool foreign = !figure && sums.images > 1 && sums.paragraphs * 2 < sums.images;
    foreign |= !list && items > sums.paragraphs;
    foreign |= sums.inputs > sums.paragraphs / 3;
    foreign |= !list && !figure && headings < 0.9 && sums.chars < 25 &&
               (sums.images == 0 || sums.images > 2) && links > 0;
    foreign |= !list && weight < 25 && links > 0.2;
    foreign |= weight >= 25 && links > 0.5;
    foreign |= (sums.embeds == 1 && sums.chars < 75) || sums.embeds > 1;
    foreign |= sums.images == 0 && sums.block_chars == 0 && sums.chars < 25;
    if (foreign && list && is_gallery(page, node, &sums)) return false;
    return foreign;
}

static void clean_foreign(casus_page *const page, const uint32_t article, const int tag,
                          const unsigned flags)
{
    for (uint32_t i = page->nodes.at[article].end; i-- > article + 1;)
        if (page->nodes.at[i].tag == tag && !page->nodes.at[i].dead &&
            looks_foreign(page, i, flags))
            kill(page, i);
}

static bool never_belongs(const page_node *const node)
{
    switch (node->tag) {
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
        return true;
    default:
        return false;
    }
}

static bool is_share_bar(const casus_page *const page, const uint32_t node)
{
    return page_names_share(&page->nodes.at[node]) && page_measure(page, node).chars < 500;
}

/* Dead subtrees may hold living nodes; nobody looks below a dead node. */
static void clean_certain(casus_page *const page, const uint32_t article, const unsigned flags)
{
    for (uint32_t i = article + 1; i < page->nodes.at[article].end; i++) {
        const page_node *const node = &page->nodes.at[i];
        if (node->dead || node->tag == PAGE_TEXT) continue;
        const bool heading = node->tag == GUMBO_TAG_H1 || node->tag == GUMBO_TAG_H2;
        if (never_belongs(node) || is_share_bar(page, i) ||
            (heading && flags & TRY_WEIGHTS && page_names_weight(node) < 0))
            kill(page, i);
    }
}

void page_clean(casus_page *const page, const uint32_t article, const unsigned flags)
{
    static const int first[] = {GUMBO_TAG_FORM, GUMBO_TAG_FIELDSET};
    static const int last[] = {GUMBO_TAG_TABLE, GUMBO_TAG_UL, GUMBO_TAG_DIV};
    const bool conditionally = flags & TRY_CLEAN;
    for (size_t i = 0; conditionally && i < sizeof first / sizeof *first; i++)
        clean_foreign(page, article, first[i], flags);
    clean_certain(page, article, flags);
    for (size_t i = 0; conditionally && i < sizeof last / sizeof *last; i++)
        clean_foreign(page, article, last[i], flags);
}
