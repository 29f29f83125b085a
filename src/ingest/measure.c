/* What a part of a page consists of, and what its class and id say. */
#include "ingest/page.h"

bool page_is_inline(const page_node *const node)
{
    switch (node->tag) {
    case PAGE_TEXT:
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
        return true;
    default:
        return false;
    }
}

static bool is_heading(const int tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

/* Which of the enclosing elements a text stands in: ends of the outermost one of each kind. */
typedef struct enclosing {
    uint32_t link, heading, list, block;
} enclosing;

static void enter(const page_node *const node, const uint32_t index, enclosing *const inside)
{
    const int tag = node->tag;
    if (tag == GUMBO_TAG_A && index >= inside->link) inside->link = node->end;
    if (is_heading(tag) && index >= inside->heading) inside->heading = node->end;
    if ((tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) && index >= inside->list)
        inside->list = node->end;
    if ((tag == GUMBO_TAG_P || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_DIV ||
         tag == GUMBO_TAG_DL || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_SPAN ||
         tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_UL ||
         tag == GUMBO_TAG_OL || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_IMG) &&
        index >= inside->block)
        inside->block = node->end;
}

static void count_tag(const int tag, page_sums *const sums)
{
    sums->paragraphs += tag == GUMBO_TAG_P;
    sums->images += tag == GUMBO_TAG_IMG;
    sums->items += tag == GUMBO_TAG_LI;
    sums->inputs += tag == GUMBO_TAG_INPUT;
    sums->embeds += tag == GUMBO_TAG_OBJECT || tag == GUMBO_TAG_EMBED || tag == GUMBO_TAG_IFRAME;
}

page_sums page_measure(const casus_page *const page, const uint32_t node)
{
    page_sums sums = {0};
    enclosing inside = {0};
    const uint32_t end = page->nodes.at[node].end;
    for (uint32_t i = node; i < end; i++) {
        const page_node *const at = &page->nodes.at[i];
        if (at->dead && i != node) {
            i = at->end - 1;
            continue;
        }
        if (at->tag != PAGE_TEXT) {
            if (i != node) count_tag(at->tag, &sums);
            if (i != node || at->tag == GUMBO_TAG_A) enter(at, i, &inside);
            continue;
        }
        sums.chars += at->chars;
        sums.commas += at->commas;
        if (i < inside.link) sums.link_chars += at->chars;
        if (i < inside.heading) sums.heading_chars += at->chars;
        if (i < inside.list) sums.list_chars += at->chars;
        if (i < inside.block) sums.block_chars += at->chars;
    }
    return sums;
}

double page_link_density(const page_sums *const sums)
{
    return sums->chars ? (double)sums->link_chars / sums->chars : 0;
}

bool page_is_blank(const casus_page *const page, const uint32_t node)
{
    for (uint32_t i = node; i < page->nodes.at[node].end; i++) {
        const page_node *const at = &page->nodes.at[i];
        if (at->dead)
            i = at->end - 1;
        else if (at->tag == PAGE_TEXT && at->chars > 1)
            return false;
        else if (at->tag == PAGE_TEXT && casus_str_trim(at->text).size > 0)
            return false;
    }
    return true;
}

/* Parts of class and id names that page authors give to what is, and what is not, the article.
 * Collected from pages; a name counts wherever it stands in the attribute. */
static const char *const unlikely[] = {
    "-ad-",       "advert",     "banner",  "breadcrumb", "comment",    "community", "consent",
    "cookie",     "disqus",     "footer",  "gdpr",       "header",     "legends",   "menu",
    "more-",      "newsletter", "pager",   "paginat",    "popup",      "promo",     "related",
    "remark",     "replies",    "respond", "rss",        "shoutbox",   "sidebar",   "skip-",
    "skyscraper", "social",     "sponsor", "subscribe",  "supplement", "teaser",    "toolbar"};
static const char *const maybe[] = {"article", "body",   "column", "content",
                                    "main",    "shadow", "story"};
static const char *const positive[] = {"article", "blog",    "body", "content", "entry",
                                       "hentry",  "h-entry", "main", "page",    "pagination",
                                       "post",    "story",   "text"};
static const char *const negative[] = {
    "-ad-",   "banner",   "combx",    "comment", "com-",       "contact", "footer",  "gdpr",
    "hidden", "masthead", "media",    "meta",    "outbrain",   "promo",   "related", "scroll",
    "share",  "shopping", "shoutbox", "sidebar", "skyscraper", "sponsor", "tags",    "widget"};

static bool holds_any(const casus_str names, const char *const *const words, const size_t count)
{
    for (size_t i = 0; names.size && i < count; i++)
        if (casus_str_find(names, casus_str_from(words[i])) != SIZE_MAX) return true;
    return false;
}
#define HOLDS_ANY(names, words) holds_any((names), (words), sizeof(words) / sizeof *(words))

bool page_names_unlikely(const page_node *const node)
{
    return HOLDS_ANY(node->names, unlikely) && !HOLDS_ANY(node->names, maybe);
}

int page_names_weight(const page_node *const node)
{
    int weight = 0;
    const casus_str id = page_attribute(node, "id");
    const casus_str parts[] = {casus_str_slice(node->names, 0, node->names.size - id.size),
                               casus_str_slice(node->names, node->names.size - id.size, SIZE_MAX)};
    for (size_t i = 0; i < 2; i++) {
        if (HOLDS_ANY(parts[i], negative)) weight -= 25;
        if (HOLDS_ANY(parts[i], positive)) weight += 25;
    }
    return weight;
}

/* "share" as a word of its own, also between underscores. */
bool page_names_share(const page_node *const node)
{
    static const char *const words[] = {"share", "sharedaddy", "sharing"};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        const casus_str word = casus_str_from(words[w]);
        casus_str rest = node->names;
        for (size_t at; (at = casus_str_find(rest, word)) != SIZE_MAX;) {
            const char before = at ? rest.at[at - 1] : ' ';
            rest = casus_str_slice(rest, at + word.size, SIZE_MAX);
            const char after = rest.size ? rest.at[0] : ' ';
            if ((before < 'a' || before > 'z') && (after < 'a' || after > 'z')) return true;
        }
    }
    return false;
}

bool page_names_byline(const page_node *const node)
{
    static const char *const words[] = {"byline", "author", "dateline", "writtenby", "p-author"};
    if (casus_str_equal_nocase(page_attribute(node, "rel"), STR("author"))) return true;
    if (casus_str_find(page_attribute(node, "itemprop"), STR("author")) != SIZE_MAX) return true;
    return HOLDS_ANY(node->names, words);
}
