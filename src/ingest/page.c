#include "ingest/page.h"

#include <setjmp.h>

/* Bytes of tree that a page may need: pages of the web take some 30 times their size. */
enum { BUDGET_BASE = 32 << 20, BUDGET_FACTOR = 200 };
#define BUDGET_MOST ((size_t)3 << 30)

typedef struct tree_budget {
    casus_arena *arena;
    size_t left;
    jmp_buf *exhausted;
} tree_budget;

/* The parser cannot be told to stop and takes no NULL.  All that it holds is in the arena, so that
 * jumping out of it leaves nothing behind. */
static void *take(void *const user, const size_t size)
{
    tree_budget *const budget = user;
    if (size > budget->left) longjmp(*budget->exhausted, 1);
    budget->left -= size;
    return casus_arena_take(budget->arena, size, 1);
}

static void give_back(void *const user, void *const bytes)
{
    (void)user;
    (void)bytes;
}

static const GumboOutput *parse(casus_arena *const arena, const casus_str html)
{
    jmp_buf exhausted;
    size_t left = BUDGET_MOST;
    if (html.size < (BUDGET_MOST - BUDGET_BASE) / BUDGET_FACTOR)
        left = BUDGET_BASE + html.size * BUDGET_FACTOR;
    tree_budget budget = {arena, left, &exhausted};
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = give_back;
    options.userdata = &budget;
    options.max_errors = 0;
    if (setjmp(exhausted)) return NULL;
    return gumbo_parse_with_options(&options, html.at, html.size);
}

static bool is_space(const uint8_t c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Commas of Latin, Arabic and East Asian scripts. */
static bool is_comma(const char *const at, const size_t left)
{
    if (*at == ',') return true;
    if (left >= 2 && memcmp(at, "\xd8\x8c", 2) == 0) return true;
    return left >= 3 && (memcmp(at, "\xef\xbc\x8c", 3) == 0 || memcmp(at, "\xe3\x80\x81", 3) == 0);
}

static void count_text(page_node *const node)
{
    bool space = false, newline = false;
    for (size_t i = 0; i < node->text.size; i++) {
        const uint8_t c = (uint8_t)node->text.at[i];
        const bool nbsp =
            c == 0xc2 && i + 1 < node->text.size && (uint8_t)node->text.at[i + 1] == 0xa0;
        if (is_space(c) || nbsp) {
            node->chars += !space;
            space = true;
            newline |= c == '\n';
            i += nbsp;
            continue;
        }
        space = false;
        node->chars += (c & 0xc0) != 0x80;
        node->commas += is_comma(node->text.at + i, node->text.size - i);
    }
    if (node->chars == 1 && space && newline) node->chars = 0; /* the source's own layout */
}

static casus_str lower_names(casus_arena *const arena, const GumboElement *const element)
{
    const GumboAttribute *const class = gumbo_get_attribute(&element->attributes, "class");
    const GumboAttribute *const id = gumbo_get_attribute(&element->attributes, "id");
    if (!class && !id) return STR("");
    const casus_str names =
        casus_arena_format(arena, "%s %s", class ? class->value : "", id ? id->value : "");
    char *const bytes = (char *)(uintptr_t)names.at;
    for (size_t i = 0; i < names.size; i++)
        if (bytes[i] >= 'A' && bytes[i] <= 'Z') bytes[i] = (char)(bytes[i] - 'A' + 'a');
    return casus_str_trim(names);
}

/* Text nodes with their spaces; comments and doctypes are no nodes. */
static bool add_node(casus_page *const page, const GumboNode *const node, const uint32_t parent)
{
    page_node fresh = {.parent = parent};
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
        fresh.tag = node->v.element.tag;
        fresh.element = &node->v.element;
        fresh.names = lower_names(page->arena, fresh.element);
    } else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
               node->type == GUMBO_NODE_CDATA) {
        fresh.tag = PAGE_TEXT;
        fresh.text = casus_str_from(node->v.text.text);
        count_text(&fresh);
    } else
        return false;
    VEC_PUSH(&page->nodes, page->arena, fresh);
    return true;
}

/* A walk along parent pointers rather than a recursion: the depth of a page is its author's choice.
 */
static void flatten(casus_page *const page, const GumboNode *const root)
{
    const GumboNode *at = root;
    uint32_t parent = 0;
    add_node(page, root, 0);
    unsigned next = 0;
    for (;;) {
        const GumboVector *const children = &at->v.element.children;
        if (next < children->length) {
            const GumboNode *const child = children->data[next];
            const uint32_t index = page->nodes.count;
            if (!add_node(page, child, parent) || page->nodes.at[index].tag == PAGE_TEXT) {
                if (page->nodes.count > index) page->nodes.at[index].end = index + 1;
                next++;
                continue;
            }
            at = child;
            parent = index;
            next = 0;
            continue;
        }
        page->nodes.at[parent].end = page->nodes.count;
        if (at == root) return;
        next = (unsigned)at->index_within_parent + 1;
        at = at->parent;
        parent = page->nodes.at[parent].parent;
    }
}

casus_code page_parse(const casus_str html, casus_page *const page, casus_error *const error)
{
    *page = (casus_page){.arena = NULL};
    if (page_nesting(html, CASUS_LIMIT_DEPTH) >= CASUS_LIMIT_DEPTH)
        return casus_fail(error, CASUS_ERROR_LIMIT, 0, UINT64_MAX,
                          "HTML that nests more than %d elements", CASUS_LIMIT_DEPTH);
    page->arena = casus_arena_create();
    if (!page->arena) return casus_fail(error, CASUS_ERROR_LIMIT, 0, UINT64_MAX, "out of memory");
    const GumboOutput *const output = parse(page->arena, html);
    if (!output) {
        page_destroy(page);
        return casus_fail(error, CASUS_ERROR_LIMIT, 0, UINT64_MAX,
                          "HTML whose tree outgrows its text by far");
    }
    flatten(page, output->root);
    return CASUS_OK;
}

void page_destroy(casus_page *const page)
{
    casus_arena_destroy(page->arena);
    *page = (casus_page){.arena = NULL};
}

casus_str page_attribute(const page_node *const node, const char *const name)
{
    if (!node->element) return STR("");
    const GumboAttribute *const found = gumbo_get_attribute(&node->element->attributes, name);
    return found ? casus_str_from(found->value) : STR("");
}

static uint32_t first_living(const casus_page *const page, uint32_t node, const uint32_t end)
{
    while (node < end && page->nodes.at[node].dead) node = page->nodes.at[node].end;
    return node < end ? node : CASUS_NONE;
}

uint32_t page_first_child(const casus_page *const page, const uint32_t node)
{
    return first_living(page, node + 1, page->nodes.at[node].end);
}

uint32_t page_next_sibling(const casus_page *const page, const uint32_t node)
{
    const page_node *const at = &page->nodes.at[node];
    return first_living(page, at->end, page->nodes.at[at->parent].end);
}
