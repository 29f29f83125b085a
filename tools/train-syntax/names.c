#include "names.h"

#include "record/document.h"

enum { OPEN_MOST = 64, MENTIONS_MOST = 4096 };

typedef struct mention {
    int begin, end; /* of the sentence's words, end excluded */
    casus_ner kind;
    char group[24];
} mention;

typedef struct reader {
    mention done[MENTIONS_MOST];
    mention open[OPEN_MOST];
    int done_count, open_count;
} reader;

static casus_ner kind_of(const casus_str name)
{
    if (casus_str_equal(name, STR("person"))) return NER_PERSON;
    if (casus_str_equal(name, STR("organization"))) return NER_ORGANISATION;
    if (casus_str_equal(name, STR("place"))) return NER_PLACE;
    if (casus_str_equal(name, STR("time"))) return NER_NONE;
    return NER_OTHER;
}

static casus_str field(const casus_str text, const int number)
{
    casus_str rest = text, part = {"", 0};
    for (int i = 0; i <= number; i++)
        if (!casus_str_cut(&rest, '-', &part)) return (casus_str){"", 0};
    return part;
}

static void set_group(mention *const m, const casus_str group)
{
    const size_t size = group.size < sizeof m->group - 1 ? group.size : sizeof m->group - 1;
    memcpy(m->group, group.at, size);
    m->group[size] = '\0';
}

static void finish(reader *const r, mention m, const int end)
{
    m.end = end;
    if (r->done_count < MENTIONS_MOST) r->done[r->done_count++] = m;
}

static void close_group(reader *const r, const casus_str group, const int end)
{
    for (int i = r->open_count - 1; i >= 0; i--) {
        if (!casus_str_equal(group, casus_str_from(r->open[i].group))) continue;
        finish(r, r->open[i], end);
        memmove(&r->open[i], &r->open[i + 1], (size_t)(r->open_count - i - 1) * sizeof(mention));
        r->open_count--;
        return;
    }
}

/* Reads "(1-person-…(2-place-…)" and "2)1)". */
static void read_marks(reader *const r, const casus_str marks, const int word)
{
    size_t at = 0;
    while (at < marks.size) {
        const bool opens = marks.at[at] == '(';
        const size_t begin = at + opens;
        size_t end = begin;
        while (end < marks.size && marks.at[end] != '(' && marks.at[end] != ')') end++;
        const casus_str text = {marks.at + begin, end - begin};
        const bool closes = end < marks.size && marks.at[end] == ')';
        if (opens) {
            mention m = {word, 0, kind_of(field(text, 1)), ""};
            set_group(&m, field(text, 0));
            if (closes)
                finish(r, m, word + 1);
            else if (r->open_count < OPEN_MOST)
                r->open[r->open_count++] = m;
        } else if (closes) {
            close_group(r, field(text, 0), word + 1);
        }
        at = end + closes;
        if (!opens && !closes) break;
    }
}

static int head_of(const sentence *const s, const mention *const m)
{
    for (int i = m->begin; i < m->end; i++) {
        const int head = s->at[i].head - 1;
        if (head < m->begin || head >= m->end) return i;
    }
    return m->begin;
}

/* Words that stand within a name: proper nouns, and what links them ("of", "the", "and", "-"). */
static bool is_name(const sentence *const s, const int i, const int head)
{
    const token *const t = &s->at[i];
    if (t->upos == UPOS_PROPN) return true;
    const bool capital = t->form.size && t->form.at[0] >= 'A' && t->form.at[0] <= 'Z';
    if (t->upos == UPOS_ADJ || t->upos == UPOS_NOUN || t->upos == UPOS_VERB)
        return capital && i != 0 && head >= i;
    return false;
}

static bool is_link(const sentence *const s, const int i)
{
    const uint8_t upos = s->at[i].upos;
    if (upos == UPOS_ADP) return casus_str_equal(s->at[i].form, STR("of"));
    return upos == UPOS_DET || casus_str_equal(s->at[i].form, STR("-")) ||
           casus_str_equal(s->at[i].form, STR("'s")) || casus_str_equal(s->at[i].form, STR("&"));
}

static void mark_name(sentence *const s, const mention *const m)
{
    const int head = head_of(s, m);
    if (m->kind == NER_NONE || s->at[head].upos != UPOS_PROPN) return;
    int begin = head, end = head + 1;
    for (int i = head - 1; i >= m->begin; i--) {
        if (is_name(s, i, head))
            begin = i;
        else if (!is_link(s, i))
            break;
    }
    for (int i = head + 1; i < m->end; i++) {
        if (is_name(s, i, head))
            end = i + 1;
        else if (!is_link(s, i))
            break;
    }
    for (int i = begin; i < end; i++)
        if (s->at[i].ner) return;
    for (int i = begin; i < end; i++) s->at[i].ner = (uint8_t)(2 * m->kind - (i == begin ? 1 : 0));
}

static void mark_sentence(sentence *const s, reader *const r)
{
    s->has_ner = true;
    for (int length = s->count; length > 0; length--)
        for (int i = 0; i < r->done_count; i++)
            if (r->done[i].end - r->done[i].begin == length) mark_name(s, &r->done[i]);
}

void names_read(const casus_conllu *const bank, const bool short_only, corpus *const out,
                const uint32_t first)
{
    static reader r;
    memset(&r, 0, sizeof r);
    bool any = false;
    for (uint32_t i = 0; i < bank->words.count && !any; i++)
        any = casus_str_find(bank->words.at[i].misc, STR("Entity=")) != SIZE_MAX;
    uint32_t at = first;
    for (uint32_t i = 0; any && i < bank->sentences.count; i++) {
        const casus_conllu_sentence *const from = &bank->sentences.at[i];
        r.done_count = r.open_count = 0;
        for (uint32_t w = 0; w < from->count; w++) {
            casus_str rest = bank->words.at[from->first + w].misc, part;
            while (casus_str_cut(&rest, '|', &part))
                if (casus_str_starts(part, STR("Entity=")))
                    read_marks(&r, casus_str_slice(part, 7, SIZE_MAX), (int)w);
        }
        if (short_only && from->count > MAX_SENTENCE) continue;
        mark_sentence(&out->sentences.at[at++], &r);
    }
}
