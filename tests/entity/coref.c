/* Scores coreference on the gold reports beside this file:
 *
 *     coref [--data DIR] [--misses] FILE...
 *
 * prints MUC (Vilain et al. 1995), B3 (Bagga and Baldwin 1998) and CEAF-e (Luo 2005).  As in the
 * CoNLL shared tasks, actors with one mention are left out on both sides.  A found mention is the
 * gold one when both begin or end at the same place and one lies in the other. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/map.h"
#include "casus.h"
#include "record/document.h"

enum { LIMIT = 16 << 20, CHAINS = 512, MENTIONS = 4096, NAME = 64 };

typedef struct gold_mention {
    uint32_t begin, end, chain;
} gold_mention;

typedef struct coref_report {
    char name[NAME], published[NAME], *text;
    size_t size;
    gold_mention gold[MENTIONS], found[MENTIONS];
    uint32_t golds, gold_chains, founds, found_chains;
    uint32_t partner[MENTIONS];    /* of gold mentions: the found one, or NONE */
    uint32_t partner_of[MENTIONS]; /* of found mentions */
} coref_report;

typedef struct coref_score {
    double right_recall, of_recall, right_precision, of_precision;
} coref_score;

typedef struct coref_scores {
    coref_score muc, b3, ceaf, mentions;
    uint32_t chains, reports;
} coref_scores;

/* ---- Reading gold ---- */

static uint32_t chain_number(casus_map *const chains, casus_arena *const arena, const casus_str id)
{
    const uint32_t known = casus_map_get(chains, id);
    if (known != CASUS_NONE) return known;
    casus_map_put(chains, arena, id, chains->entries.count);
    return chains->entries.count - 1;
}

/* Takes the markup out of `marked`; false where it is broken. */
static bool read_markup(coref_report *const report, const casus_str marked,
                        casus_arena *const arena)
{
    casus_map chains = {0};
    uint32_t open[32], depth = 0;
    report->text = casus_arena_take(arena, marked.size + 1, 1);
    report->size = report->golds = 0;
    for (size_t i = 0; i < marked.size; i++) {
        if (marked.at[i] == '[') {
            const casus_str rest = casus_str_slice(marked, i + 1, SIZE_MAX);
            const size_t space = casus_str_find(rest, STR(" "));
            if (space == SIZE_MAX || depth == 32 || report->golds == MENTIONS) return false;
            open[depth++] = report->golds;
            report->gold[report->golds++] =
                (gold_mention){(uint32_t)report->size, 0,
                               chain_number(&chains, arena, casus_str_slice(rest, 0, space))};
            i += space + 1;
        } else if (marked.at[i] == ']') {
            if (!depth) return false;
            report->gold[open[--depth]].end = (uint32_t)report->size;
        } else
            report->text[report->size++] = marked.at[i];
    }
    report->gold_chains = chains.entries.count;
    return depth == 0 && report->gold_chains <= CHAINS;
}

/* ---- What Casus finds ---- */

static void take_found(coref_report *const report, const casus_document *const document)
{
    report->founds = 0;
    report->found_chains = document->record.actors.count;
    for (uint32_t i = 0; i < document->record.mentions.count && report->founds < MENTIONS; i++) {
        const casus_mention *const mention = &document->record.mentions.at[i];
        report->found[report->founds++] =
            (gold_mention){mention->span.begin, mention->span.end, mention->actor};
    }
}

/* Mentions of actors that have only one are left out. */
static uint32_t without_single(gold_mention *const all, const uint32_t count, const uint32_t chains)
{
    uint32_t *const sizes = calloc(chains + 1, sizeof *sizes);
    uint32_t kept = 0;
    if (!sizes) return 0;
    for (uint32_t i = 0; i < count; i++) sizes[all[i].chain]++;
    for (uint32_t i = 0; i < count; i++)
        if (sizes[all[i].chain] > 1) all[kept++] = all[i];
    free(sizes);
    return kept;
}

static bool same_mention(const gold_mention *const gold, const gold_mention *const found)
{
    const bool inside = found->begin >= gold->begin && found->end <= gold->end;
    const bool around = gold->begin >= found->begin && gold->end <= found->end;
    return (inside || around) && (gold->begin == found->begin || gold->end == found->end);
}

static void pair_mentions(coref_report *const report)
{
    for (uint32_t f = 0; f < report->founds; f++) report->partner_of[f] = CASUS_NONE;
    for (uint32_t g = 0; g < report->golds; g++) {
        report->partner[g] = CASUS_NONE;
        for (uint32_t f = 0; f < report->founds; f++) {
            if (report->partner_of[f] != CASUS_NONE ||
                !same_mention(&report->gold[g], &report->found[f]))
                continue;
            report->partner[g] = f;
            report->partner_of[f] = g;
            break;
        }
    }
}

/* ---- Measures ---- */

/* MUC, one direction: links kept of those that the chains of `a` need. */
static void muc(const gold_mention *const a, const uint32_t *const partner, const uint32_t count,
                const uint32_t chains, const gold_mention *const b, double *const right,
                double *const of)
{
    for (uint32_t chain = 0; chain < chains; chain++) {
        uint32_t size = 0, parts = 0, seen[MENTIONS], known = 0;
        for (uint32_t i = 0; i < count; i++) {
            if (a[i].chain != chain) continue;
            size++;
            if (partner[i] == CASUS_NONE) {
                parts++;
                continue;
            }
            bool again = false;
            for (uint32_t k = 0; k < known; k++) again |= seen[k] == b[partner[i]].chain;
            if (!again) seen[known++] = b[partner[i]].chain;
        }
        if (!size) continue;
        *right += size - (parts + known);
        *of += size - 1;
    }
}

/* B3, one direction. */
static void b_cubed(const gold_mention *const a, const uint32_t *const partner,
                    const uint32_t count, const gold_mention *const b, double *const right,
                    double *const of)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t shared = 0, size = 0;
        for (uint32_t k = 0; k < count; k++) {
            if (a[k].chain != a[i].chain) continue;
            size++;
            shared += partner[i] != CASUS_NONE && partner[k] != CASUS_NONE &&
                      b[partner[k]].chain == b[partner[i]].chain;
        }
        *right += (double)shared / size;
        *of += 1;
    }
}

/* The best one-to-one assignment (Kuhn and Munkres, in the form of Jonker and Volgenant): cost is
 * n by n, row-major; gives the total of the least. */
static double assignment(const double *const cost, const uint32_t n)
{
    double *const u = calloc(4 * (size_t)n + 8, sizeof *u);
    if (!u) return 0;
    double *const v = u + n + 1, *const least = v + n + 1;
    uint32_t *const match = calloc(3 * (size_t)n + 6, sizeof *match);
    if (!match) {
        free(u);
        return 0;
    }
    uint32_t *const way = match + n + 1, *const used = way + n + 1;
    for (uint32_t row = 1; row <= n; row++) {
        uint32_t column = 0;
        match[0] = row;
        for (uint32_t j = 0; j <= n; j++) {
            least[j] = 1e18;
            used[j] = 0;
        }
        do {
            used[column] = 1;
            const uint32_t at = match[column];
            uint32_t next = 0;
            double delta = 1e18;
            for (uint32_t j = 1; j <= n; j++) {
                if (used[j]) continue;
                const double reduced = cost[(size_t)(at - 1) * n + j - 1] - u[at] - v[j];
                if (reduced < least[j]) {
                    least[j] = reduced;
                    way[j] = column;
                }
                if (least[j] < delta) {
                    delta = least[j];
                    next = j;
                }
            }
            for (uint32_t j = 0; j <= n; j++) {
                if (used[j]) {
                    u[match[j]] += delta;
                    v[j] -= delta;
                } else
                    least[j] -= delta;
            }
            column = next;
        } while (match[column] != 0);
        do {
            const uint32_t previous = way[column];
            match[column] = match[previous];
            column = previous;
        } while (column);
    }
    const double total = v[0];
    free(match);
    free(u);
    return total < 0 ? -total : total;
}

static uint32_t chain_size(const gold_mention *const all, const uint32_t count,
                           const uint32_t chain)
{
    uint32_t size = 0;
    for (uint32_t i = 0; i < count; i++) size += all[i].chain == chain;
    return size;
}

/* CEAF-e: similarity of two chains is 2 |shared| / (|a| + |b|). */
static void ceaf(const coref_report *const report, coref_score *const score)
{
    uint32_t gold[CHAINS], found[MENTIONS], golds = 0, founds = 0;
    for (uint32_t c = 0; c < report->gold_chains; c++)
        if (chain_size(report->gold, report->golds, c)) gold[golds++] = c;
    for (uint32_t c = 0; c < report->found_chains && founds < MENTIONS; c++)
        if (chain_size(report->found, report->founds, c)) found[founds++] = c;
    const uint32_t n = golds > founds ? golds : founds;
    double *const cost = calloc((size_t)n * n + 1, sizeof *cost);
    if (!cost) return;
    for (uint32_t i = 0; i < golds; i++)
        for (uint32_t j = 0; j < founds; j++) {
            uint32_t shared = 0;
            for (uint32_t m = 0; m < report->golds; m++)
                shared += report->gold[m].chain == gold[i] && report->partner[m] != CASUS_NONE &&
                          report->found[report->partner[m]].chain == found[j];
            const uint32_t sizes = chain_size(report->gold, report->golds, gold[i]) +
                                   chain_size(report->found, report->founds, found[j]);
            cost[(size_t)i * n + j] = -2.0 * shared / sizes;
        }
    const double total = assignment(cost, n);
    free(cost);
    score->right_recall += total;
    score->of_recall += golds;
    score->right_precision += total;
    score->of_precision += founds;
}

static void measure(coref_report *const report, coref_scores *const scores, const bool misses)
{
    report->golds = without_single(report->gold, report->golds, report->gold_chains);
    report->founds = without_single(report->found, report->founds, report->found_chains);
    pair_mentions(report);
    for (uint32_t c = 0; c < report->gold_chains; c++)
        scores->chains += chain_size(report->gold, report->golds, c) > 0;
    scores->reports++;
    muc(report->gold, report->partner, report->golds, report->gold_chains, report->found,
        &scores->muc.right_recall, &scores->muc.of_recall);
    muc(report->found, report->partner_of, report->founds, report->found_chains, report->gold,
        &scores->muc.right_precision, &scores->muc.of_precision);
    b_cubed(report->gold, report->partner, report->golds, report->found, &scores->b3.right_recall,
            &scores->b3.of_recall);
    b_cubed(report->found, report->partner_of, report->founds, report->gold,
            &scores->b3.right_precision, &scores->b3.of_precision);
    ceaf(report, &scores->ceaf);
    for (uint32_t g = 0; g < report->golds; g++) {
        const gold_mention *const at = &report->gold[g];
        scores->mentions.right_recall += report->partner[g] != CASUS_NONE;
        if (misses && report->partner[g] == CASUS_NONE)
            printf("%s: missed: %.*s\n", report->name, (int)(at->end - at->begin),
                   report->text + at->begin);
    }
    for (uint32_t f = 0; f < report->founds; f++) {
        const gold_mention *const at = &report->found[f];
        scores->mentions.right_precision += report->partner_of[f] != CASUS_NONE;
        if (misses && report->partner_of[f] == CASUS_NONE)
            printf("%s: spurious: %.*s\n", report->name, (int)(at->end - at->begin),
                   report->text + at->begin);
    }
    scores->mentions.of_recall += report->golds;
    scores->mentions.of_precision += report->founds;
}

/* ---- Running ---- */

static bool run_report(coref_report *const report, const casus_engine *const engine,
                       casus_document *const document, coref_scores *const scores,
                       const bool misses)
{
    casus_error error;
    const casus_article_source source = {
        .text = report->text, .id = report->name, .published = report->published};
    if (casus_document_set(document, &source, &error) != CASUS_OK ||
        casus_engine_code(engine, document, &error) != CASUS_OK) {
        fprintf(stderr, "%s: %s\n", report->name, error.detail);
        return false;
    }
    take_found(report, document);
    measure(report, scores, misses);
    return true;
}

static bool run_file(const char *const path, const casus_engine *const engine,
                     casus_document *const document, coref_scores *const scores, const bool misses)
{
    char *bytes;
    size_t size;
    casus_error error;
    if (casus_file_read(path, LIMIT, &bytes, &size, &error) != CASUS_OK) {
        fprintf(stderr, "%s: %s\n", path, error.detail);
        return false;
    }
    casus_arena *const arena = casus_arena_create();
    coref_report *const report = calloc(1, sizeof *report);
    casus_str rest = {bytes, size};
    bool fine = arena && report;
    for (size_t at; fine && (at = casus_str_find(rest, STR("=== "))) != SIZE_MAX;) {
        rest = casus_str_slice(rest, at + 4, SIZE_MAX);
        const size_t next = casus_str_find(rest, STR("=== "));
        casus_str body = casus_str_slice(rest, 0, next), head, name;
        casus_str_cut(&body, '\n', &head);
        casus_str_cut(&head, ' ', &name);
        snprintf(report->name, NAME, "%.*s", (int)name.size, name.at);
        snprintf(report->published, NAME, "%.*s", (int)head.size, head.at ? head.at : "");
        if (!read_markup(report, casus_str_trim(body), arena)) {
            fprintf(stderr, "%s: %s: broken markup\n", path, report->name);
            fine = false;
        } else
            fine = run_report(report, engine, document, scores, misses);
    }
    free(report);
    casus_arena_destroy(arena);
    free(bytes);
    return fine;
}

static double print_score(const char *const name, const coref_score *const score)
{
    const double recall = score->of_recall > 0 ? score->right_recall / score->of_recall : 0;
    const double precision =
        score->of_precision > 0 ? score->right_precision / score->of_precision : 0;
    const double f1 = recall + precision > 0 ? 2 * recall * precision / (recall + precision) : 0;
    printf("%-9s P %.3f  R %.3f  F1 %.3f\n", name, precision, recall, f1);
    return f1;
}

int main(const int argc, char **argv)
{
    casus_engine_options options = {.depth = CASUS_RECORDS};
    bool misses = false, fine = true;
    casus_engine *engine;
    casus_error error;
    int at = 1;
    for (; at < argc && argv[at][0] == '-'; at++) {
        if (strcmp(argv[at], "--misses") == 0)
            misses = true;
        else if (strcmp(argv[at], "--data") == 0 && at + 1 < argc)
            options.data = argv[++at];
    }
    if (casus_engine_open(&options, &engine, &error) != CASUS_OK) {
        fprintf(stderr, "coref: %s\n", error.detail);
        return 2;
    }
    casus_document *const document = casus_document_create();
    coref_scores scores = {0};
    for (; at < argc && document; at++)
        fine = run_file(argv[at], engine, document, &scores, misses) && fine;
    printf("%u reports, %u chains\n", scores.reports, scores.chains);
    print_score("mentions", &scores.mentions);
    const double all = print_score("MUC", &scores.muc) + print_score("B3", &scores.b3) +
                       print_score("CEAF-e", &scores.ceaf);
    printf("mean F1   %.3f\n", all / 3);
    casus_document_destroy(document);
    casus_engine_close(engine);
    return fine ? 0 : 2;
}
