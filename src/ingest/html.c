#include "ingest/normal.h"
#include "ingest/page.h"

static casus_code read_page(casus_arena *const arena, casus_page *const page,
                            casus_article *const article, casus_error *const error)
{
    page_metadata(page, arena, article);
    const uint32_t main = page_find_article(page, article->title);
    const casus_str text = main == CASUS_NONE ? STR("") : page_text(page, main, page->arena);
    const casus_code code = casus_normalise(arena, text, &article->text, error);
    if (code == CASUS_OK && casus_str_trim(article->text).size == 0)
        return casus_fail(error, CASUS_ERROR_EMPTY, 0, UINT64_MAX, "a page without text");
    return code;
}

casus_code casus_article_from_html(casus_arena *const arena, const casus_str bytes,
                                   casus_article *const article, casus_error *const error)
{
    casus_str html;
    casus_page page;
    casus_code code = casus_decode_page(arena, bytes, &html, error);
    if (code == CASUS_OK) code = page_parse(html, &page, error);
    if (code != CASUS_OK) return code;
    code = read_page(arena, &page, article, error);
    page_destroy(&page);
    return code;
}
