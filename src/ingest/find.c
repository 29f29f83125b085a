/* Finding the article: strict first, and less so while too little text comes out. */
#include "ingest/page.h"

enum { ENOUGH_CHARS = 500 };

static uint32_t find_body(const casus_page *const page)
{
    for (uint32_t i = 0; i < page->nodes.count; i++)
        if (page->nodes.at[i].tag == GUMBO_TAG_BODY) return i;
    return CASUS_NONE;
}

static uint32_t attempt(casus_page *const page, const uint32_t body, const unsigned flags,
                        const casus_str title, uint32_t *const chars)
{
    page_strip(page, body, flags, title);
    const uint32_t article = page_choose(page, body, flags);
    page_clean(page, article, flags);
    *chars = page_measure(page, article).chars;
    return article;
}

uint32_t page_find_article(casus_page *const page, const casus_str title)
{
    static const unsigned tries[] = {TRY_UNLIKELY | TRY_WEIGHTS | TRY_CLEAN,
                                     TRY_WEIGHTS | TRY_CLEAN, TRY_CLEAN, 0};
    const uint32_t body = find_body(page);
    if (body == CASUS_NONE) return CASUS_NONE;
    uint32_t chars, most = 0;
    size_t best = 0;
    const size_t count = sizeof tries / sizeof *tries;
    for (size_t i = 0; i < count; i++) {
        const uint32_t article = attempt(page, body, tries[i], title, &chars);
        if (chars >= ENOUGH_CHARS) return article;
        if (chars > most) {
            most = chars;
            best = i;
        }
    }
    return attempt(page, body, tries[best], title, &chars);
}
