/* Second pass: which part of the page holds the article.  Each paragraph speaks for the elements
 * around it, the nearer the more; the part that most speaks for wins.  The idea and its measures
 * are those of Arc90's Readability (2009), which browsers' reading modes follow. */
#include "ingest/page.h"

enum { LEVELS = 5, CANDIDATES = 5, LEAST_CHARS = 25 };

/* An element that holds no blocks, only text and phrasing, reads as one paragraph. */
static bool holds_blocks(const casus_page *const page, const uint32_t node)
{
    for (uint32_t i = node + 1; i < page->nodes.at[node].end; i++) {
        const page_node *const at = &page->nodes.at[i];
        if (at->dead) {
            i = at->end - 1;
            continue;
        }
        switch (at->tag) {
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_IMG:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_P:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_UL:
            return true;
        default:
            break;
        }
    }
    return false;
}

static double base_score(const page_node *const node, const unsigned flags)
{
    double score = 0;
    switch (node->tag) {
    case GUMBO_TAG_DIV:
        score = 5;
        break;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_BLOCKQUOTE:
        score = 3;
        break;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_FORM:
        score = -3;
        break;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TH:
        score = -5;
        break;
    default:
        break;
    }
    return flags & TRY_WEIGHTS ? score + page_names_weight(node) : score;
}

/* A paragraph of this size speaks for `parent` and the elements above it. */
static void speak(casus_page *const page, uint32_t parent, const uint32_t chars,
                  const uint32_t commas, const unsigned flags)
{
    if (chars < LEAST_CHARS) return;
    const double length = chars / 100 < 3 ? chars / 100 : 3; /* whole hundreds */
    const double score = 1 + commas + 1 + length;
    for (unsigned level = 0; level < LEVELS && parent != 0; level++) {
        page_node *const node = &page->nodes.at[parent];
        if (!node->scored) {
            node->scored = true;
            node->score = base_score(node, flags);
        }
        node->score += score / (level == 0 ? 1 : level == 1 ? 2 : 3 * level);
        parent = node->parent;
    }
}

/* Two line breaks in a row, with nothing but space between them, part paragraphs. */
static bool is_break_pair(const casus_page *const page, const uint32_t child)
{
    if (page->nodes.at[child].tag != GUMBO_TAG_BR) return false;
    uint32_t next = page_next_sibling(page, child);
    while (next != CASUS_NONE && page->nodes.at[next].tag == PAGE_TEXT &&
           casus_str_trim(page->nodes.at[next].text).size == 0)
        next = page_next_sibling(page, next);
    return next != CASUS_NONE && page->nodes.at[next].tag == GUMBO_TAG_BR;
}

/* The runs of phrasing between the blocks of an element speak for it as paragraphs do. Outside of a
 * div, only those behind a pair of line breaks. */
static void speak_runs(casus_page *const page, const uint32_t node, const unsigned flags)
{
    bool counts = page->nodes.at[node].tag == GUMBO_TAG_DIV;
    uint32_t chars = 0, commas = 0;
    for (EACH_PAGE_CHILD(page, node, child)) {
        const bool pair = is_break_pair(page, child);
        if (page_is_inline(&page->nodes.at[child]) && !pair) {
            const page_sums sums = page_measure(page, child);
            chars += sums.chars;
            commas += sums.commas;
            continue;
        }
        if (counts) speak(page, node, chars, commas, flags);
        chars = commas = 0;
        counts |= pair;
    }
    if (counts) speak(page, node, chars, commas, flags);
}

static uint32_t only_paragraph(const casus_page *const page, const uint32_t node)
{
    uint32_t found = CASUS_NONE;
    for (EACH_PAGE_CHILD(page, node, child)) {
        const page_node *const at = &page->nodes.at[child];
        if (at->tag == PAGE_TEXT && casus_str_trim(at->text).size == 0) continue;
        if (at->tag != GUMBO_TAG_P || found != CASUS_NONE) return CASUS_NONE;
        found = child;
    }
    return found;
}

static bool holds_break_pair(const casus_page *const page, const uint32_t node)
{
    for (EACH_PAGE_CHILD(page, node, child))
        if (is_break_pair(page, child)) return true;
    return false;
}

/* Divs that serve as paragraphs become paragraphs. */
static void recognise_paragraphs(casus_page *const page, const uint32_t body)
{
    for (uint32_t i = body + 1; i < page->nodes.at[body].end; i++) {
        page_node *const node = &page->nodes.at[i];
        if (node->dead || node->tag != GUMBO_TAG_DIV) continue;
        const uint32_t only = only_paragraph(page, i);
        if (only != CASUS_NONE) {
            const page_sums sums = page_measure(page, i);
            if (page_link_density(&sums) >= 0.25) continue;
            page->nodes.at[only].tag = GUMBO_TAG_SPAN;
            node->tag = GUMBO_TAG_P;
        } else if (!holds_blocks(page, i) && !holds_break_pair(page, i) && !page_is_blank(page, i))
            node->tag = GUMBO_TAG_P;
    }
}

static bool is_unit(const int tag)
{
    return tag == GUMBO_TAG_P || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_PRE ||
           tag == GUMBO_TAG_SECTION || (tag >= GUMBO_TAG_H2 && tag <= GUMBO_TAG_H6);
}

static void score_all(casus_page *const page, const uint32_t body, const unsigned flags)
{
    for (uint32_t i = body; i < page->nodes.at[body].end; i++) {
        const page_node *const node = &page->nodes.at[i];
        if (node->dead) {
            i = node->end - 1;
            continue;
        }
        if (node->tag == PAGE_TEXT) continue;
        if (is_unit(node->tag) && i != body) {
            const page_sums sums = page_measure(page, i);
            speak(page, node->parent, sums.chars, sums.commas, flags);
        }
        if (!page_is_inline(node)) speak_runs(page, i, flags);
    }
    for (uint32_t i = body; i < page->nodes.at[body].end; i++) {
        page_node *const node = &page->nodes.at[i];
        if (!node->scored) continue;
        const page_sums sums = page_measure(page, i);
        node->score *= 1 - page_link_density(&sums);
    }
}

/* The best candidates, best first. */
static uint32_t rank(const casus_page *const page, const uint32_t body, uint32_t best[CANDIDATES])
{
    uint32_t count = 0;
    for (uint32_t i = body; i < page->nodes.at[body].end; i++) {
        if (!page->nodes.at[i].scored || page->nodes.at[i].dead) continue;
        uint32_t at = count < CANDIDATES ? count++ : CANDIDATES;
        while (at > 0 && page->nodes.at[best[at - 1]].score < page->nodes.at[i].score) {
            if (at < CANDIDATES) best[at] = best[at - 1];
            at--;
        }
        if (at < CANDIDATES) best[at] = i;
    }
    return count;
}

static bool is_above(const casus_page *const page, const uint32_t above, const uint32_t node)
{
    return above < node && node < page->nodes.at[above].end;
}

/* Where at least three candidates nearly as good stand below one element, that is the article. */
static uint32_t join_candidates(const casus_page *const page, const uint32_t best[CANDIDATES],
                                const uint32_t count)
{
    const double least = 0.75 * page->nodes.at[best[0]].score;
    for (uint32_t above = page->nodes.at[best[0]].parent; above != 0;
         above = page->nodes.at[above].parent) {
        if (page->nodes.at[above].tag == GUMBO_TAG_BODY) break;
        uint32_t below = 0;
        for (uint32_t i = 1; i < count; i++)
            below += page->nodes.at[best[i]].score >= least && is_above(page, above, best[i]);
        if (below >= 3) return above;
    }
    return best[0];
}

/* Up to a parent that scores better still, then out of wrappers with one child. */
static uint32_t climb(const casus_page *const page, uint32_t top)
{
    double last = page->nodes.at[top].score;
    const double least = last / 3;
    for (uint32_t above = page->nodes.at[top].parent;
         above != 0 && page->nodes.at[above].tag != GUMBO_TAG_BODY;
         above = page->nodes.at[above].parent) {
        const page_node *const node = &page->nodes.at[above];
        if (!node->scored) continue;
        if (node->score < least) break;
        if (node->score > last) {
            top = above;
            break;
        }
        last = node->score;
    }
    for (uint32_t above = page->nodes.at[top].parent;
         above != 0 && page->nodes.at[above].tag != GUMBO_TAG_BODY;
         above = page->nodes.at[above].parent) {
        uint32_t elements = 0;
        for (EACH_PAGE_CHILD(page, above, child))
            elements += page->nodes.at[child].tag != PAGE_TEXT;
        if (elements != 1) break;
        top = above;
    }
    return top;
}

/* "word." at the end or before a space */
static bool has_sentence_end(const casus_page *const page, const uint32_t node)
{
    for (uint32_t i = node; i < page->nodes.at[node].end; i++) {
        const casus_str text = page->nodes.at[i].text;
        for (size_t at = 0; at < text.size; at++)
            if (text.at[at] == '.' && (at + 1 == text.size || text.at[at + 1] == ' ')) return true;
    }
    return false;
}

static bool belongs(const casus_page *const page, const uint32_t top, const uint32_t sibling,
                    const double least)
{
    const page_node *const best = &page->nodes.at[top], *const node = &page->nodes.at[sibling];
    const casus_str class = page_attribute(best, "class");
    const bool same = class.size && casus_str_equal(class, page_attribute(node, "class"));
    if (node->scored && node->score + (same ? best->score * 0.2 : 0) >= least) return true;
    if (node->tag != GUMBO_TAG_P) return false;
    const page_sums sums = page_measure(page, sibling);
    const double links = page_link_density(&sums);
    if (sums.chars > 80) return links < 0.25;
    return sums.chars > 0 && links <= 0 && has_sentence_end(page, sibling);
}

/* Siblings that read like more of the article stay; the others die. */
static uint32_t join_siblings(casus_page *const page, const uint32_t top)
{
    const double least =
        page->nodes.at[top].score * 0.2 > 10 ? page->nodes.at[top].score * 0.2 : 10;
    const uint32_t parent = page->nodes.at[top].parent;
    for (EACH_PAGE_CHILD(page, parent, child))
        if (child != top && !belongs(page, top, child, least)) page->nodes.at[child].dead = true;
    return parent;
}

uint32_t page_choose(casus_page *const page, const uint32_t body, const unsigned flags)
{
    recognise_paragraphs(page, body);
    score_all(page, body, flags);
    uint32_t best[CANDIDATES];
    const uint32_t count = rank(page, body, best);
    if (count == 0 || best[0] == body) return body;
    uint32_t top = join_candidates(page, best, count);
    top = climb(page, top);
    if (top == body || page->nodes.at[top].tag == GUMBO_TAG_BODY) return body;
    return join_siblings(page, top);
}
