#include "ingest/ingest.h"
#include "ingest/normal.h"

casus_code casus_article_from_html(casus_arena *const arena, const casus_str bytes,
                                   casus_article *const article, casus_error *const error)
{
    casus_str page;
    const casus_code code = casus_decode_page(arena, bytes, &page, error);
    if (code != CASUS_OK) return code;
    return casus_normalise(arena, page, &article->text, error);
}
