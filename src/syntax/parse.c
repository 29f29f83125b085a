#include "syntax/encode.h"
#include "syntax/lead.h"
#include "syntax/tree.h"
#include "syntax/units.h"

static void workspace_create(casus_workspace *const w, const uint32_t pieces)
{
    casus_arena *const a = w->scratch;
    const casus_model_header *const s = &w->model->size;
    const uint32_t words = w->document->words.count;
    const size_t room = words < CASUS_CHUNK ? words : CASUS_CHUNK;
    const size_t line = (room + 1 + CASUS_PANEL) / CASUS_PANEL * CASUS_PANEL;
    w->chunk = (casus_chunk){.pieces = ARENA_ARRAY(a, casus_piece, pieces),
                             .start = ARENA_ARRAY(a, uint32_t, room + 1),
                             .active = ARENA_ARRAY(a, uint32_t, room + 1)};
    w->cache_key = ARENA_ARRAY(a, uint64_t, CASUS_CACHE);
    w->cache_scale = ARENA_ARRAY(a, float, CASUS_CACHE);
    w->cache_row = ARENA_ARRAY(a, int8_t, (size_t)CASUS_CACHE * s->input);
    w->x = ARENA_ARRAY(a, int8_t, room * s->input);
    w->x_scale = ARENA_ARRAY(a, float, room);
    w->sum = ARENA_ARRAY(a, float, s->input);
    for (int i = 0; i < 2; i++) w->hidden[i] = ARENA_ARRAY(a, int8_t, room * 2 * s->hidden);
    w->inputs = ARENA_ARRAY(a, float, room * 4 * s->hidden);
    w->cell = ARENA_ARRAY(a, float, room * s->hidden);
    w->out = ARENA_ARRAY(a, float, room * w->model->columns.all);
    w->product = ARENA_ARRAY(a, float, room * s->arc);
    w->children = ARENA_ARRAY(a, float, room * s->arc);
    w->heads = ARENA_ARRAY(a, float, line * s->arc);
    w->scores = ARENA_ARRAY(a, float, room *line);
    w->label = ARENA_ARRAY(a, float, room *(s->label + CASUS_LABEL_WIDTH));
    w->head = ARENA_ARRAY(a, uint32_t, room);
}

static uint32_t best_of(const float *const scores, const uint32_t from, const uint32_t count)
{
    uint32_t best = from;
    for (uint32_t i = from + 1; i < count; i++)
        if (scores[i] > scores[best]) best = i;
    return best;
}

static bool is_known_word(const casus_syntax_model *const m, const casus_str word)
{
    char normal[CASUS_UNIT_BYTES];
    return casus_table_get(&m->units,
                           casus_unit_word_key(normal, casus_unit_normal(word, normal))) != 0;
}

/* By the rule of the word itself, else of its longest ending that makes a word which the model
 * knows: "raided" ends like "decided", but there is no word "raide". */
static casus_str lemma_of(const casus_workspace *const w, const casus_word *const word)
{
    char normal[CASUS_UNIT_BYTES];
    const casus_syntax_model *const m = w->model;
    const uint32_t size = casus_unit_normal(word->form, normal);
    const uint32_t longest = size < CASUS_LEMMA_ENDING ? size : CASUS_LEMMA_ENDING;
    casus_str first = {NULL, 0};
    for (uint32_t ending = longest + 1; ending != UINT32_MAX; ending--) {
        const bool whole = ending > longest;
        const uint32_t length = whole ? size : ending;
        const uint32_t found =
            casus_table_get(&m->lemmas, casus_lemma_key((casus_str){normal + size - length, length},
                                                        whole, word->upos, word->features));
        if (!found || found > m->script_count) continue;
        const casus_str lemma =
            casus_script_apply(w->document->arena, &m->scripts[found - 1], word->form);
        const bool kept = lemma.at == word->form.at && lemma.size == word->form.size;
        if (whole || kept || is_known_word(m, lemma)) return lemma;
        if (!first.at) first = lemma;
    }
    return first.at ? first : word->form;
}

static void tag(const casus_workspace *const w, const float *const out, casus_word *const word,
                const casus_word *const before)
{
    const casus_columns *const c = &w->model->columns;
    word->upos = (uint8_t)best_of(out + c->upos, 1, UPOS_COUNT);
    word->features = w->model->feats[best_of(out + c->feats, 0, w->model->feats_count)];
    const uint32_t name = best_of(out + c->ner, 0, CASUS_NER_TAGS);
    word->ner = (uint8_t)((name + 1) / 2);
    word->ner_begin = word->ner && (name % 2 || !before || before->ner != word->ner);
    word->lemma = lemma_of(w, word);
}

/* Scores of all heads for all words of a piece, with the root as head 0; gives the line length. */
static uint32_t score_arcs(casus_workspace *const w, const uint32_t piece)
{
    const casus_syntax_model *const m = w->model;
    const uint32_t A = m->size.arc, count = w->chunk.pieces[piece].count;
    const uint32_t line = (count + CASUS_PANEL) / CASUS_PANEL * CASUS_PANEL;
    for (uint32_t k = 0; k < A; k++) {
        w->heads[(size_t)k * line] = m->root_arc[k];
        for (uint32_t i = count + 1; i < line; i++) w->heads[(size_t)k * line + i] = 0;
    }
    for (uint32_t i = 0; i < count; i++) {
        const size_t row = casus_row_of(&w->chunk, piece, i);
        const float *const head = w->out + row * m->columns.all + m->columns.arc_head;
        memcpy(w->children + (size_t)i * A, w->product + row * A, A * sizeof(float));
        for (uint32_t k = 0; k < A; k++) w->heads[(size_t)k * line + i + 1] = head[k];
    }
    m->kernels->matmul(count, line, A, w->children, A, w->heads, line, NULL, w->scores, line);
    return line;
}

static void score_labels(casus_workspace *const w, const uint32_t piece)
{
    const casus_syntax_model *const m = w->model;
    const casus_columns *const c = &m->columns;
    const uint32_t L = m->size.label, count = w->chunk.pieces[piece].count;
    float *const joined = w->label, *const labels = w->label + (size_t)count * L;
    for (uint32_t i = 0; i < count; i++) {
        const float *const child =
            w->out + (size_t)casus_row_of(&w->chunk, piece, i) * c->all + c->label_child;
        const float *const head =
            w->head[i] ? w->out + c->label_head +
                             (size_t)casus_row_of(&w->chunk, piece, w->head[i] - 1) * c->all
                       : m->root_label;
        m->kernels->rectify(L, child, head, joined + (size_t)i * L);
    }
    m->kernels->matmul(count, CASUS_LABEL_WIDTH, L, joined, L, m->label, CASUS_LABEL_WIDTH,
                       m->label_bias, labels, CASUS_LABEL_WIDTH);
}

/* Probability of the chosen arc among all arcs of the word. */
static float arc_certainty(const casus_workspace *const w, float *const scores, const uint32_t i,
                           const uint32_t count)
{
    const uint32_t head = w->head[i];
    scores[i + 1] = -1e9f; /* its own head */
    const float best = scores[best_of(scores, 0, count + 1)];
    const float sum = w->model->kernels->partition(count + 1, scores, best);
    const float chosen = w->model->kernels->partition(1, scores + head, best);
    return chosen / sum;
}

static float label_certainty(const casus_workspace *const w, const float *const scores,
                             const uint32_t label)
{
    const float best = scores[best_of(scores, 0, DEP_COUNT)];
    const float sum = w->model->kernels->partition(DEP_COUNT, scores, best);
    return w->model->kernels->partition(1, scores + label, best) / sum;
}

/* Best relation: `root` for the root and for nothing else. */
static uint32_t label_of(const float *const scores, const uint32_t head)
{
    if (!head) return DEP_ROOT;
    uint32_t best = DEP_NONE + 1;
    for (uint32_t k = best + 1; k < DEP_COUNT; k++)
        if (k != DEP_ROOT && scores[k] > scores[best]) best = k;
    return best;
}

/* Writes the words of a piece; gives the sum of their certainties. */
static float decode(casus_workspace *const w, const uint32_t piece)
{
    const casus_piece at = w->chunk.pieces[piece];
    casus_word *const words = w->document->words.at + at.first;
    const uint32_t line = score_arcs(w, piece);
    float certainty = 0;
    casus_arena_clean(w->tree);
    casus_tree_best(w->tree, at.count, w->scores, line, w->head);
    score_labels(w, piece);
    const float *const labels = w->label + (size_t)at.count * w->model->size.label;
    for (uint32_t i = 0; i < at.count; i++) {
        const float *const out =
            w->out + (size_t)casus_row_of(&w->chunk, piece, i) * w->model->columns.all;
        const float *const scores = labels + (size_t)i * CASUS_LABEL_WIDTH;
        tag(w, out, &words[i], i ? &words[i - 1] : NULL);
        words[i].head = at.first + (w->head[i] ? w->head[i] - 1 : i);
        words[i].deprel = (uint8_t)label_of(scores, w->head[i]);
        certainty += arc_certainty(w, w->scores + (size_t)i * line, i, at.count) *
                     label_certainty(w, scores, words[i].deprel);
    }
    return certainty;
}

static void sort_pieces(casus_chunk *const c)
{
    for (uint32_t i = 1; i < c->piece_count; i++) {
        const casus_piece piece = c->pieces[i];
        uint32_t at = i;
        for (; at && c->pieces[at - 1].count < piece.count; at--) c->pieces[at] = c->pieces[at - 1];
        c->pieces[at] = piece;
    }
}

static void lay_out(casus_chunk *const c)
{
    sort_pieces(c);
    c->steps = c->pieces[0].count;
    c->rows = 0;
    uint32_t active = c->piece_count;
    for (uint32_t t = 0; t < c->steps; t++) {
        while (c->pieces[active - 1].count <= t) active--;
        c->start[t] = c->rows;
        c->active[t] = active;
        c->rows += active;
    }
}

static void run_chunk(casus_workspace *const w)
{
    if (!w->chunk.piece_count) return;
    lay_out(&w->chunk);
    casus_encode(w);
    casus_document *const d = w->document;
    for (uint32_t piece = 0; piece < w->chunk.piece_count; piece++) {
        const casus_piece at = w->chunk.pieces[piece];
        d->sentences.at[d->words.at[at.first].sentence].confidence += decode(w, piece);
    }
    w->chunk.piece_count = w->chunk.rows = 0;
}

/* The parts of a sentence that was too long hang on the first one's root. */
static void join_pieces(casus_document *const d, const casus_sentence *const sentence)
{
    uint32_t root = CASUS_NONE;
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        casus_word *const word = &d->words.at[i];
        if (word->head != i) continue;
        if (root == CASUS_NONE) {
            root = i;
            continue;
        }
        word->head = root;
        word->deprel = DEP_PARATAXIS;
    }
}

/* The lead of an entry hangs on what it dates, as a date without preposition does. */
static void join_lead(casus_document *const d, const casus_sentence *const sentence,
                      const uint32_t lead)
{
    uint32_t root = CASUS_NONE;
    for (uint32_t i = sentence->first + lead; i < sentence->first + sentence->count; i++)
        if (d->words.at[i].head == i) root = i;
    for (uint32_t i = sentence->first; root != CASUS_NONE && i < sentence->first + lead; i++) {
        if (d->words.at[i].head != i) continue;
        d->words.at[i].head = root;
        d->words.at[i].deprel = DEP_OBL_UNMARKED;
    }
}

void casus_syntax_link(casus_document *const d)
{
    const uint32_t count = d->words.count;
    d->first_child = ARENA_ARRAY(d->arena, uint32_t, (size_t)count + 1);
    d->next_sibling = ARENA_ARRAY(d->arena, uint32_t, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++) d->first_child[i] = d->next_sibling[i] = CASUS_NONE;
    for (uint32_t i = count; i--;) {
        const uint32_t head = d->words.at[i].head;
        if (head == i) continue;
        d->next_sibling[i] = d->first_child[head];
        d->first_child[head] = i;
    }
}

static void add_piece(casus_workspace *const w, const uint32_t first, const uint32_t count)
{
    if (w->chunk.rows + count > CASUS_CHUNK) run_chunk(w);
    w->chunk.pieces[w->chunk.piece_count++] = (casus_piece){first, count};
    w->chunk.rows += count;
}

static void parse_sentences(casus_workspace *const w)
{
    casus_document *const d = w->document;
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        const casus_sentence *const sentence = &d->sentences.at[s];
        const uint32_t lead = casus_lead(d, sentence);
        if (lead) {
            add_piece(w, sentence->first, lead);
            add_piece(w, sentence->first + lead, sentence->count - lead);
            continue;
        }
        for (uint32_t at = 0; at < sentence->count; at += CASUS_LIMIT_SENTENCE) {
            const uint32_t left = sentence->count - at;
            add_piece(w, sentence->first + at,
                      left < CASUS_LIMIT_SENTENCE ? left : CASUS_LIMIT_SENTENCE);
        }
    }
    run_chunk(w);
}

static void parse_words(casus_workspace *const w)
{
    const uint32_t words = w->document->words.count;
    w->scratch = casus_arena_create();
    w->tree = casus_arena_create();
    if (w->scratch && w->tree) {
        workspace_create(w, words < CASUS_CHUNK ? words : CASUS_CHUNK);
        parse_sentences(w);
    }
    casus_arena_destroy(w->scratch);
    casus_arena_destroy(w->tree);
}

void casus_syntax_parse(const casus_syntax_model *const model, casus_document *const document)
{
    casus_workspace w = {.model = model, .document = document};
    for (uint32_t s = 0; s < document->sentences.count; s++) {
        casus_sentence *const sentence = &document->sentences.at[s];
        sentence->confidence = 0;
        for (uint32_t i = 0; i < sentence->count; i++)
            document->words.at[sentence->first + i].sentence = s;
    }
    if (document->words.count) parse_words(&w);
    for (uint32_t s = 0; s < document->sentences.count; s++) {
        casus_sentence *const sentence = &document->sentences.at[s];
        if (sentence->count) sentence->confidence /= (float)sentence->count;
        if (sentence->count > CASUS_LIMIT_SENTENCE) join_pieces(document, sentence);
        const uint32_t lead = casus_lead(document, sentence);
        if (lead) join_lead(document, sentence, lead);
    }
    casus_syntax_link(document);
}
