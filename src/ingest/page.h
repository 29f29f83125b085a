/* An HTML page as a flat list of its nodes in document order: the descendants of a node are those
 * behind it up to its `end`.  What is not part of the article is marked dead. */
#ifndef CASUS_INGEST_PAGE_H
#define CASUS_INGEST_PAGE_H

#include "ingest/ingest.h"

#include <gumbo.h>

enum { PAGE_TEXT = GUMBO_TAG_LAST + 1 }; /* the tag of text nodes */

typedef struct page_node {
    uint32_t parent, end; /* indices; the root is its own parent */
    int tag;              /* GumboTag or PAGE_TEXT; a div that holds a paragraph becomes P */
    bool dead, scored;
    double score;
    casus_str text;              /* of text nodes */
    uint32_t chars, commas;      /* of text nodes: characters with white space collapsed */
    const GumboElement *element; /* of elements */
    casus_str names;             /* its class and id, lower case */
} page_node;

typedef struct casus_page {
    casus_arena *arena; /* gone with the page */
    VEC(page_node) nodes;
} casus_page;

/* Parses UTF-8.  CASUS_ERROR_LIMIT where it nests deeper than CASUS_LIMIT_DEPTH or its tree
 * outgrows what a page of its size needs. */
casus_code page_parse(casus_str html, casus_page *page, casus_error *error);
void page_destroy(casus_page *page);

/* The attribute, or an empty string. */
casus_str page_attribute(const page_node *node, const char *name);

/* How deep elements nest, as far as the parser would nest them; stops at `limit`. */
uint32_t page_nesting(casus_str html, uint32_t limit);

/* Children that are alive. */
uint32_t page_first_child(const casus_page *page,
                          uint32_t node); /* CASUS_NONE when there is none */
uint32_t page_next_sibling(const casus_page *page, uint32_t node);
#define EACH_PAGE_CHILD(page, node, child)                                                         \
    uint32_t child = page_first_child(page, node);                                                 \
    (child) != CASUS_NONE;                                                                         \
    child = page_next_sibling(page, child)

/* Sums over the living nodes below `node` (itself too). */
typedef struct page_sums {
    uint32_t chars, commas, link_chars, paragraphs, images, items, inputs, embeds;
    uint32_t heading_chars, list_chars, block_chars;
} page_sums;
page_sums page_measure(const casus_page *page, uint32_t node);
double page_link_density(const page_sums *sums);

bool page_is_inline(const page_node *node); /* text and phrasing elements */
bool page_is_blank(const casus_page *page, uint32_t node);

/* +25 or -25 for each of class and id that speaks for or against an article. */
int page_names_weight(const page_node *node);
bool page_names_unlikely(const page_node *node);
bool page_names_share(const page_node *node);
bool page_names_byline(const page_node *node);

/* Marks what is no article dead, and gives the node whose living text is the article (CASUS_NONE
 * where the page has no body).  `title` is left out where a heading repeats it. */
uint32_t page_find_article(casus_page *page, casus_str title);

/* The passes of page_find_article. */
enum { TRY_UNLIKELY = 1, TRY_WEIGHTS = 2, TRY_CLEAN = 4 };
void page_strip(casus_page *page, uint32_t body, unsigned flags, casus_str title);
uint32_t page_choose(casus_page *page, uint32_t body, unsigned flags);
void page_clean(casus_page *page, uint32_t article, unsigned flags);

/* The living text below `node`, a line for each paragraph. */
casus_str page_text(const casus_page *page, uint32_t node, casus_arena *arena);

/* What the page says of itself: title, publisher, date, language, URL. */
void page_metadata(const casus_page *page, casus_arena *arena, casus_article *article);

#endif
