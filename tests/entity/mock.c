#include "mock.h"

static void add_word(casus_document *const document, casus_str row, const uint32_t first,
                     casus_str *const text)
{
    casus_str field[4] = {{0}};
    for (int i = 0; i < 4; i++) casus_str_cut(&row, ' ', &field[i]);
    uint64_t head = 0;
    casus_str_to_u64(field[2], &head);
    const uint32_t index = document->words.count;
    const uint32_t begin = (uint32_t)text->size;
    memcpy((char *)(uintptr_t)text->at + text->size, field[0].at, field[0].size);
    text->size += field[0].size + 1;
    VEC_PUSH(
        &document->words, document->arena,
        (casus_word){.span = {begin, begin + (uint32_t)field[0].size},
                     .form = field[0],
                     .lemma = field[0],
                     .head = head ? first + (uint32_t)head - 1 : index,
                     .sentence = document->sentences.count,
                     .features = casus_str_ends(field[0], STR("s")) ? FEAT_PLURAL : FEAT_SINGULAR,
                     .upos = (uint8_t)casus_upos_from(field[1]),
                     .deprel = (uint8_t)casus_deprel_from(field[3])});
}

static void link_children(casus_document *const document)
{
    const uint32_t count = document->words.count;
    uint32_t **const arrays[] = {&document->first_child, &document->next_sibling,
                                 &document->place_at, &document->time_at};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        *arrays[i] = ARENA_ARRAY(document->arena, uint32_t, count + 1);
        for (uint32_t k = 0; k <= count; k++) (*arrays[i])[k] = CASUS_NONE;
    }
    for (uint32_t i = count; i-- > 0;) {
        const uint32_t head = document->words.at[i].head;
        if (head == i) continue;
        document->next_sibling[i] = document->first_child[head];
        document->first_child[head] = i;
    }
}

void mock_document(casus_document *const document, casus_arena *const arena, const char *const rows)
{
    *document = (casus_document){.arena = arena};
    casus_str rest = casus_str_from(rows), row;
    char *const bytes = casus_arena_take(arena, rest.size + 1, 1);
    memset(bytes, ' ', rest.size);
    casus_str text = {bytes, 0};
    uint32_t first = 0;
    while (rest.size) {
        const bool more = casus_str_cut(&rest, '|', &row);
        row = casus_str_trim(row);
        if (row.size) add_word(document, row, first, &text);
        const bool ends = !more || !rest.size || rest.at[0] == '|';
        if (!ends) continue;
        if (rest.size) rest = casus_str_slice(rest, 1, SIZE_MAX);
        VEC_PUSH(&document->sentences, arena,
                 (casus_sentence){.first = first, .count = document->words.count - first});
        first = document->words.count;
    }
    document->article.text = text;
    link_children(document);
}
