#include "syntax/tree.h"

enum { UNSET = UINT32_MAX };

/* Exceeds any difference of scores, so that only one arc leaves the root. */
static const double root_price = 1e7, worst = -1e6;

/* Nodes are 0 (root) to count; a contracted cycle goes on under the number of its first node. */
typedef struct graph {
    uint32_t nodes;               /* count + 1 */
    double *score;                /* [node][head] */
    uint32_t *child_of, *head_of; /* [node][head]: the words that the arc really joins */
    uint32_t *best;               /* [node] */
    bool *active;
    uint32_t *next, *tail; /* the words within a node, as a list from its number on */
} graph;

typedef struct member {
    uint32_t first, last; /* of its words */
    uint32_t child, head; /* its arc within the cycle */
} member;

typedef struct trail {
    member *members;
    uint32_t count;
} trail;

static void greedy(const uint32_t count, const float *const scores, const uint32_t stride,
                   uint32_t *const heads)
{
    for (uint32_t i = 0; i < count; i++) {
        const float *const row = scores + (size_t)i * stride;
        uint32_t best = 0;
        for (uint32_t j = 1; j <= count; j++)
            if (j != i + 1 && row[j] > row[best]) best = j;
        heads[i] = best;
    }
}

/* Whether the heads are a tree with one root. `mark` is zeroed memory of count + 1. */
static bool is_tree(const uint32_t count, const uint32_t *const heads, uint32_t *const mark)
{
    uint32_t roots = 0;
    for (uint32_t i = 0; i < count; i++) roots += heads[i] == 0;
    if (roots != 1) return false;
    for (uint32_t i = 1; i <= count; i++) {
        uint32_t at = i;
        while (at && !mark[at]) {
            mark[at] = i;
            at = heads[at - 1];
        }
        if (at && mark[at] == i) return false;
    }
    return true;
}

static void graph_create(graph *const g, casus_arena *const arena, const uint32_t count,
                         const float *const scores, const uint32_t stride)
{
    const uint32_t n = count + 1;
    g->nodes = n;
    g->score = ARENA_ARRAY(arena, double, (size_t)n *n);
    g->child_of = ARENA_ARRAY(arena, uint32_t, (size_t)n * n);
    g->head_of = ARENA_ARRAY(arena, uint32_t, (size_t)n * n);
    g->best = ARENA_ARRAY(arena, uint32_t, n);
    g->active = ARENA_ARRAY(arena, bool, n);
    g->next = ARENA_ARRAY(arena, uint32_t, n);
    g->tail = ARENA_ARRAY(arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        g->active[i] = true;
        g->next[i] = UNSET;
        g->tail[i] = i;
        for (uint32_t j = 0; j < n && i; j++) {
            const size_t at = (size_t)i * n + j;
            const float s = scores[(size_t)(i - 1) * stride + j];
            g->score[at] = s > (float)worst && s < -(float)worst ? (double)s : worst;
            if (j == 0) g->score[at] -= root_price;
            g->child_of[at] = i;
            g->head_of[at] = j;
        }
    }
}

static void choose_best(graph *const g)
{
    for (uint32_t i = 1; i < g->nodes; i++) {
        if (!g->active[i]) continue;
        uint32_t best = 0;
        for (uint32_t j = 1; j < g->nodes; j++)
            if (g->active[j] && j != i &&
                g->score[(size_t)i * g->nodes + j] > g->score[(size_t)i * g->nodes + best])
                best = j;
        g->best[i] = best;
    }
}

/* A node on a cycle, or 0 where there is none. */
static uint32_t find_cycle(const graph *const g, uint32_t *const mark)
{
    memset(mark, 0, g->nodes * sizeof *mark);
    for (uint32_t i = 1; i < g->nodes; i++) {
        if (!g->active[i]) continue;
        uint32_t at = i;
        while (at && !mark[at]) {
            mark[at] = i;
            at = g->best[at];
        }
        if (at && mark[at] == i) return at;
    }
    return 0;
}

static void move_arc(graph *const g, const size_t to, const size_t from, const double score)
{
    g->score[to] = score;
    g->child_of[to] = g->child_of[from];
    g->head_of[to] = g->head_of[from];
}

/* The best arcs into and out of the cycle become those of its first node. */
static void join_arcs(graph *const g, const uint32_t *const cycle, const uint32_t size,
                      const bool *const inside)
{
    const size_t n = g->nodes;
    const uint32_t c = cycle[0];
    for (uint32_t x = 0; x < g->nodes; x++) {
        if (!g->active[x] || inside[x]) continue;
        uint32_t in = c, out = c;
        double in_gain = 0;
        for (uint32_t k = 0; k < size; k++) {
            const uint32_t v = cycle[k];
            const double gain = g->score[v * n + x] - g->score[v * n + g->best[v]];
            if (k == 0 || gain > in_gain) {
                in = v;
                in_gain = gain;
            }
            if (g->score[x * n + v] > g->score[x * n + out]) out = v;
        }
        move_arc(g, c * n + x, in * n + x, in_gain);
        if (out != c) move_arc(g, x * n + c, x * n + out, g->score[x * n + out]);
    }
}

static void contract(graph *const g, casus_arena *const arena, const uint32_t start, trail *const t)
{
    uint32_t *const cycle = ARENA_ARRAY(arena, uint32_t, g->nodes);
    bool *const inside = ARENA_ARRAY(arena, bool, g->nodes);
    t->members = ARENA_ARRAY(arena, member, g->nodes);
    t->count = 0;
    for (uint32_t at = start; !inside[at]; at = g->best[at]) {
        const size_t arc = (size_t)at * g->nodes + g->best[at];
        inside[at] = true;
        t->members[t->count] = (member){at, g->tail[at], g->child_of[arc], g->head_of[arc]};
        cycle[t->count++] = at;
    }
    join_arcs(g, cycle, t->count, inside);
    for (uint32_t k = 1; k < t->count; k++) {
        g->active[cycle[k]] = false;
        g->next[g->tail[start]] = cycle[k];
        g->tail[start] = g->tail[cycle[k]];
    }
}

static bool is_entered(const graph *const g, const member *const m, const uint32_t *const heads)
{
    for (uint32_t word = m->first;; word = g->next[word]) {
        if (heads[word - 1] != UNSET) return true;
        if (word == m->last) return false;
    }
}

/* From the outermost cycle inwards: a member that no arc enters from outside keeps its own. */
static void expand(const graph *const g, const trail *const trails, uint32_t count,
                   uint32_t *const heads)
{
    for (uint32_t i = 1; i < g->nodes; i++) heads[i - 1] = UNSET;
    for (uint32_t i = 1; i < g->nodes; i++) {
        const size_t arc = (size_t)i * g->nodes + g->best[i];
        if (g->active[i]) heads[g->child_of[arc] - 1] = g->head_of[arc];
    }
    while (count--)
        for (uint32_t k = 0; k < trails[count].count; k++) {
            const member *const m = &trails[count].members[k];
            if (!is_entered(g, m, heads)) heads[m->child - 1] = m->head;
        }
}

void casus_tree_best(casus_arena *const arena, const uint32_t count, const float *const scores,
                     const uint32_t stride, uint32_t *const heads)
{
    greedy(count, scores, stride, heads);
    uint32_t *const mark = ARENA_ARRAY(arena, uint32_t, (size_t)count + 1);
    if (count == 0 || is_tree(count, heads, mark)) return;
    graph g;
    graph_create(&g, arena, count, scores, stride);
    trail *const trails = ARENA_ARRAY(arena, trail, count);
    uint32_t contracted = 0, cycle;
    for (;;) {
        choose_best(&g);
        cycle = find_cycle(&g, mark);
        if (!cycle) break;
        contract(&g, arena, cycle, &trails[contracted++]);
    }
    expand(&g, trails, contracted, heads);
}
