#include "record/document.h"

#include "ingest/ingest.h"
#include "ingest/normal.h"

#include <stdlib.h>

/* Above this an arena is given back rather than kept for the next document. */
enum { KEEP = 64 << 20 };

casus_document *casus_document_create(void)
{
    casus_document *const document = calloc(1, sizeof *document);
    if (!document) return NULL;
    document->arena = casus_arena_create();
    if (document->arena) return document;
    free(document);
    return NULL;
}

void casus_document_destroy(casus_document *const document)
{
    if (!document) return;
    casus_arena_destroy(document->arena);
    free(document);
}

void casus_document_clean(casus_document *const document)
{
    casus_arena *arena = document->arena;
    casus_arena *const fresh = casus_arena_used(arena) > KEEP ? casus_arena_create() : NULL;
    if (fresh) {
        casus_arena_destroy(arena);
        arena = fresh;
    } else
        casus_arena_clean(arena);
    *document = (casus_document){.arena = arena};
}

casus_code casus_document_set(casus_document *const document,
                              const casus_article_source *const source, casus_error *const error)
{
    casus_document_clean(document);
    casus_arena *const arena = document->arena;
    casus_article *const article = &document->article;
    const casus_code code =
        casus_article_from_text(arena, casus_str_from(source->text), article, error);
    if (code != CASUS_OK) return code;
    article->id = casus_normalise_line(arena, casus_str_from(source->id));
    article->source = casus_normalise_line(arena, casus_str_from(source->source));
    article->title = casus_normalise_line(arena, casus_str_from(source->title));
    article->publisher = casus_normalise_line(arena, casus_str_from(source->publisher));
    article->language = casus_normalise_line(arena, casus_str_from(source->language));
    article->url = casus_normalise_line(arena, casus_str_from(source->url));
    article->published = casus_iso_day(arena, casus_str_from(source->published));
    casus_article_identify(arena, article);
    if (source->published && *source->published && !article->published.size)
        return casus_fail(error, CASUS_ERROR_SYNTAX, 0, UINT64_MAX, "no date: %.40s",
                          source->published);
    return CASUS_OK;
}

const char *casus_document_id(const casus_document *const document, size_t *const size)
{
    *size = document->article.id.size;
    return document->article.id.at;
}

casus_sizes casus_document_sizes(const casus_document *const document)
{
    return (casus_sizes){.bytes = document->article.text.size,
                         .sentences = document->sentences.count,
                         .words = document->words.count,
                         .actors = document->record.actors.count,
                         .events = document->record.events.count,
                         .relations = document->record.relations.count,
                         .warnings = document->record.warnings.count,
                         .memory = casus_arena_used(document->arena)};
}
