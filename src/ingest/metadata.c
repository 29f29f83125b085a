/* What a page says of itself, in the ways that search engines and networks taught publishers:
 * https://schema.org/NewsArticle, https://ogp.me, Dublin Core, and what else is common. */
#include "ingest/normal.h"
#include "ingest/page.h"

#include <jansson.h>

/* In order of trust. */
static const char *const title_keys[] = {
    "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "headline", "title"};
static const char *const publisher_keys[] = {"og:site_name", "dc.publisher", "dcterms.publisher",
                                             "publisher", "application-name"};
static const char *const date_keys[] = {"article:published_time",
                                        "og:published_time",
                                        "datepublished",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "dc.date.issued",
                                        "dcterms.created",
                                        "dc.date",
                                        "pubdate",
                                        "publishdate",
                                        "publish-date",
                                        "publication_date",
                                        "article.published",
                                        "date"};

typedef struct schema_fields { /* from JSON-LD; strings in the arena */
    casus_str title, publisher, date;
} schema_fields;

/* The content of the first <meta> whose property, name or itemprop is this key. */
static casus_str meta(const casus_page *const page, const char *const key)
{
    static const char *const names[] = {"property", "name", "itemprop"};
    const casus_str wanted = casus_str_from(key);
    for (uint32_t i = 0; i < page->nodes.count; i++) {
        const page_node *const node = &page->nodes.at[i];
        if (node->tag != GUMBO_TAG_META) continue;
        for (size_t n = 0; n < sizeof names / sizeof *names; n++)
            if (casus_str_equal_nocase(page_attribute(node, names[n]), wanted) &&
                page_attribute(node, "content").size)
                return page_attribute(node, "content");
    }
    return STR("");
}

static casus_str first_meta(const casus_page *const page, const char *const *const keys,
                            const size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const casus_str found = meta(page, keys[i]);
        if (found.size) return found;
    }
    return STR("");
}
#define FIRST_META(page, keys) first_meta((page), (keys), sizeof(keys) / sizeof *(keys))

static casus_str json_text(casus_arena *const arena, const json_t *const value)
{
    return json_is_string(value) ? casus_arena_copy(arena, casus_str_from(json_string_value(value)))
                                 : STR("");
}

static bool is_article(const json_t *const object)
{
    const json_t *type = json_object_get(object, "@type");
    if (json_is_array(type)) type = json_array_get(type, 0);
    const casus_str name = casus_str_from(json_string_value(type));
    return casus_str_ends(name, STR("Article")) || casus_str_ends(name, STR("Posting")) ||
           casus_str_equal(name, STR("Report"));
}

static void read_article(casus_arena *const arena, const json_t *const object,
                         schema_fields *const found)
{
    found->title = json_text(arena, json_object_get(object, "headline"));
    if (!found->title.size) found->title = json_text(arena, json_object_get(object, "name"));
    found->date = json_text(arena, json_object_get(object, "datePublished"));
    const json_t *publisher = json_object_get(object, "publisher");
    if (json_is_array(publisher)) publisher = json_array_get(publisher, 0);
    found->publisher = json_text(
        arena, json_is_object(publisher) ? json_object_get(publisher, "name") : publisher);
}

/* The first article among the objects of a script: alone, in an array, or in a @graph. */
static bool find_schema(casus_arena *const arena, const json_t *const value, const int depth,
                        schema_fields *const found)
{
    const json_t *const graph = json_object_get(value, "@graph");
    const json_t *const list = json_is_array(value) ? value : graph;
    if (json_is_object(value) && is_article(value)) {
        read_article(arena, value, found);
        return true;
    }
    for (size_t i = 0; depth < 3 && i < json_array_size(list); i++)
        if (find_schema(arena, json_array_get(list, i), depth + 1, found)) return true;
    return false;
}

static schema_fields read_schema(const casus_page *const page)
{
    schema_fields found = {.title = STR("")};
    for (uint32_t i = 0; i < page->nodes.count; i++) {
        const page_node *const node = &page->nodes.at[i];
        if (node->tag != GUMBO_TAG_SCRIPT || node->end == i + 1) continue;
        if (!casus_str_equal_nocase(page_attribute(node, "type"), STR("application/ld+json")))
            continue;
        const casus_str text = page->nodes.at[i + 1].text;
        json_t *const value =
            text.size ? json_loadb(text.at, text.size, JSON_ALLOW_NUL, NULL) : NULL;
        const bool done = find_schema(page->arena, value, 0, &found);
        json_decref(value);
        if (done) break;
    }
    return found;
}

static casus_str element_text(const casus_page *const page, const int tag)
{
    for (uint32_t i = 0; i < page->nodes.count; i++)
        if (page->nodes.at[i].tag == tag) return page_text(page, i, page->arena);
    return STR("");
}

/* "Headline | The Paper" without the paper: what stands before the last separator, where that
 * leaves at least four words. */
static casus_str cut_site_name(const casus_str title)
{
    static const char *const separators[] = {" | ", " - ", " – ", " — ", " » ", " :: "};
    size_t cut = SIZE_MAX;
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        const casus_str separator = casus_str_from(separators[i]);
        for (size_t at = 0; at + separator.size <= title.size; at++)
            if (casus_str_equal(casus_str_slice(title, at, separator.size), separator) &&
                (cut == SIZE_MAX || at > cut))
                cut = at;
    }
    if (cut == SIZE_MAX) return title;
    size_t words = 1;
    for (size_t i = 0; i < cut; i++) words += title.at[i] == ' ';
    return words >= 4 ? casus_str_slice(title, 0, cut) : title;
}

/* <time datetime=…>: one that is marked as the publication's, else the first. */
static casus_str time_element(const casus_page *const page)
{
    casus_str first = STR("");
    for (uint32_t i = 0; i < page->nodes.count; i++) {
        const page_node *const node = &page->nodes.at[i];
        const casus_str time = page_attribute(node, "datetime");
        if (node->tag != GUMBO_TAG_TIME || !time.size) continue;
        const bool marked =
            gumbo_get_attribute(&node->element->attributes, "pubdate") != NULL ||
            casus_str_equal_nocase(page_attribute(node, "itemprop"), STR("datePublished"));
        if (marked) return time;
        if (!first.size) first = time;
    }
    return first;
}

static casus_str canonical(const casus_page *const page)
{
    for (uint32_t i = 0; i < page->nodes.count; i++) {
        const page_node *const node = &page->nodes.at[i];
        if (node->tag == GUMBO_TAG_LINK &&
            casus_str_equal_nocase(page_attribute(node, "rel"), STR("canonical")))
            return page_attribute(node, "href");
    }
    return meta(page, "og:url");
}

/* The first that is not blank, on one line. */
static casus_str choose(casus_arena *const arena, const casus_str a, const casus_str b,
                        const casus_str c)
{
    casus_str line = casus_normalise_line(arena, a);
    if (!line.size) line = casus_normalise_line(arena, b);
    return line.size ? line : casus_normalise_line(arena, c);
}

void page_metadata(const casus_page *const page, casus_arena *const arena,
                   casus_article *const article)
{
    const schema_fields schema = read_schema(page);
    casus_str title = cut_site_name(casus_str_trim(element_text(page, GUMBO_TAG_TITLE)));
    if (!title.size) title = element_text(page, GUMBO_TAG_H1);
    article->title = choose(arena, schema.title, FIRST_META(page, title_keys), title);
    article->publisher = choose(arena, FIRST_META(page, publisher_keys), schema.publisher, STR(""));
    article->url = casus_normalise_line(arena, canonical(page));
    article->published = casus_iso_day(arena, schema.date);
    if (!article->published.size)
        article->published = casus_iso_day(arena, FIRST_META(page, date_keys));
    if (!article->published.size) article->published = casus_iso_day(arena, time_element(page));
    article->language = casus_normalise_line(arena, page_attribute(&page->nodes.at[0], "lang"));
}
