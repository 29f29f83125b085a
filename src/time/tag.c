/* All expressions of a document, read sentence by sentence and set into the calendar. */
#include "text/chars.h"
#include "time/resolve.h"

/* What a word can do for an expression: be its content, or lead to it (the, more than, about). */
enum { WORD_CONTENT = 1, WORD_LEADS = 2, LEAD_REACH = 4, LISTED_DAYS = 6 };

typedef struct tagger {
    time_reader reader;
    uint8_t *roles; /* per word */
    casus_document *document;
    VEC(expression) expressions; /* in text order */
    int32_t heading_year;        /* of a chronicle, or 0 */
} tagger;

/* Classes whose words only stand around expressions. */
static bool is_company(const uint8_t klass)
{
    return klass == TIME_YEARPREP || klass == TIME_NOTYEAR || klass == TIME_FUTURE ||
           klass == TIME_UTTERANCE || klass == TIME_DURING || klass == TIME_OPEN_END ||
           klass == TIME_OPEN_START || klass == TIME_AHEAD || klass == TIME_BE;
}

static uint8_t role_of(const casus_time_data *const data, const uint32_t entry,
                       const casus_str lower)
{
    if (!lower.size) return WORD_CONTENT; /* a long word: mid- and a month perhaps */
    const casus_char first = casus_char_at(lower, 0);
    if (first.klass == CHAR_DIGIT || (first.klass == CHAR_SYMBOL && lower.size > 1) ||
        first.code == 0x2019) {
        return WORD_CONTENT;
    }
    for (uint32_t at = entry; at != CASUS_NONE; at = data->entries.at[at].next) {
        if (!is_company(data->entries.at[at].klass)) return WORD_CONTENT;
    }
    if (casus_map_get(&data->feast_starts, lower) != CASUS_NONE) return WORD_CONTENT | WORD_LEADS;
    const uint32_t number = casus_map_get(&data->text->numbers, lower);
    if (number != CASUS_NONE) {
        const number_kind kind = data->text->number_words.at[number].kind;
        return kind <= NUMBER_VAGUE || kind == NUMBER_HALF ? WORD_CONTENT : WORD_LEADS;
    }
    return lower.size <= 7 ? WORD_LEADS : 0;
}

static void look_up_words(tagger *const t, const casus_time_data *const data)
{
    const casus_document *const document = t->document;
    const time_reader plain = {data, document, NULL, true};
    const uint32_t count = document->words.count;
    uint32_t *const entries = ARENA_ARRAY(document->arena, uint32_t, count + 1);
    t->roles = ARENA_ARRAY(document->arena, uint8_t, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        char buffer[32];
        const casus_str lower = casus_lower_short(casus_time_form(&plain, i), buffer);
        entries[i] = lower.size ? casus_map_get(&data->words, lower) : CASUS_NONE;
        t->roles[i] = role_of(data, entries[i], lower);
    }
    t->reader.entries = entries;
}

/* May an expression begin here?  Spares most words the grammar. */
static bool may_begin(const tagger *const t, const uint32_t word, const uint32_t end)
{
    if (t->roles[word] & WORD_CONTENT) return true;
    if (!(t->roles[word] & WORD_LEADS)) return false;
    static const char *const leads[] = {"the",  "more", "less",    "fewer", "no",
                                        "not",  "up",   "at",      "as",    "close",
                                        "well", "many", "another", "a",     "an"};
    char buffer[32];
    const casus_str lower = casus_lower_short(t->document->words.at[word].form, buffer);
    bool leads_on = casus_map_get(&t->reader.data->text->numbers, lower) != CASUS_NONE;
    for (size_t i = 0; i < sizeof leads / sizeof *leads && !leads_on; i++) {
        leads_on = casus_time_is(&t->reader, word, leads[i]);
    }
    for (uint32_t i = word + 1; leads_on && i < end && i <= word + LEAD_REACH; i++) {
        if (t->roles[i] & WORD_CONTENT) return true;
    }
    return false;
}

static bool is_connector(const time_reader *const r, const uint32_t word)
{
    static const char *const connectors[] = {"to", "-",     "\xe2\x80\x93", "and",
                                             "or", "until", "till",         "through",
                                             ",",  "&",     "\xe2\x80\x94"};
    for (size_t i = 0; i < sizeof connectors / sizeof *connectors; i++) {
        if (casus_time_is(r, word, connectors[i])) return true;
    }
    return false;
}

/* 3 and 5 May, 25-28 July, 1, 2 and 3 June: a bare day before a day with its month. */
static bool read_leading_day(const tagger *const t, const uint32_t word, const uint32_t end,
                             const uint32_t most, expression *const made)
{
    const time_reader *const r = &t->reader;
    const int32_t day =
        casus_time_digits(r, word, 2) > 0 || casus_is_digit(t->document->words.at[word].form.at[0])
            ? casus_time_day(r, word)
            : -1;
    if (day < 1 || word + 3 > end || !is_connector(r, word + 1)) return false;
    expression next;
    const uint32_t at = word + 2;
    if (at >= end) return false;
    const bool digit = casus_is_digit(t->document->words.at[at].form.at[0]);
    if (!digit && !casus_time_is(r, at, "the")) return false;
    const bool listed = casus_time_is(r, word + 1, ",");
    if (!casus_time_read(r, at, end, &next) &&
        !(most && at + 2 < end && read_leading_day(t, at, end, most - 1, &next))) {
        return false;
    }
    if (next.kind != EXPRESSION_CALENDAR || !next.day || !next.month) return false;
    if (listed && next.first != at) return false;
    *made = next;
    made->first = made->last = word;
    made->day = day;
    made->daypart = made->weekday = 0;
    return true;
}

/* May 3-5[, 2020]: a bare day behind a day with its month; 1939-45: a short year behind a year. */
static bool read_trailing(const tagger *const t, const uint32_t word, const uint32_t end,
                          expression *const made)
{
    const time_reader *const r = &t->reader;
    if (!t->expressions.count || word < 2) return false;
    expression *const before = &t->expressions.at[t->expressions.count - 1];
    const bool range = !casus_time_is(r, word - 1, ",") && is_connector(r, word - 1);
    if (before->last + 2 != word || !range || before->kind != EXPRESSION_CALENDAR) return false;
    const int32_t number = casus_time_digits(r, word, 2);
    if (number < 1) return false;
    *made = *before;
    made->first = made->last = word;
    if (before->day && before->month && number <= 31 && number > before->day) {
        if (word + 1 < end && casus_time_word(r, word + 1, TIME_MONTH) >= 0) return false;
        made->day = number;
        const uint32_t at = word + 1 < end && casus_time_is(r, word + 1, ",") ? word + 2 : word + 1;
        const int32_t year = at < end && !made->year ? casus_time_digits(r, at, 4) : -1;
        if (year >= 1000 && year <= 2100) {
            made->year = before->year = year;
            made->last = at;
        }
        return true;
    }
    const bool year_only = before->year >= 1000 && !before->month && !before->day &&
                           !before->decade && !before->century;
    const bool dash = casus_char_at(t->document->words.at[word - 1].form, 0).klass == CHAR_DASH;
    if (!year_only || !dash || number <= before->year % 100 ||
        t->document->words.at[word].form.size != 2) {
        return false;
    }
    made->year = before->year / 100 * 100 + number;
    return true;
}

static void read_sentence(tagger *const t, const casus_sentence *const sentence)
{
    const uint32_t end = sentence->first + sentence->count;
    for (uint32_t i = sentence->first; i < end; i++) {
        const bool digit = casus_is_digit(t->document->words.at[i].form.at[0]);
        if (!may_begin(t, i, end)) continue;
        expression made;
        if ((digit && (read_leading_day(t, i, end, LISTED_DAYS, &made) ||
                       read_trailing(t, i, end, &made))) ||
            casus_time_read(&t->reader, i, end, &made)) {
            VEC_PUSH(&t->expressions, t->document->arena, made);
            i = made.last;
        }
    }
}

static uint32_t sentence_of(const tagger *const t, const expression *const e)
{
    return t->document->words.at[e->first].sentence;
}

/* March and April 2003, between 3 January and 5 May 2020: the year stands behind the second. */
static void share_years(tagger *const t)
{
    for (uint32_t i = t->expressions.count; i-- > 1;) {
        expression *const a = &t->expressions.at[i - 1];
        const expression *const b = &t->expressions.at[i];
        if (a->kind != EXPRESSION_CALENDAR || b->kind != EXPRESSION_CALENDAR) continue;
        const bool joined = a->last + 2 == b->first && is_connector(&t->reader, a->last + 1);
        if (joined && !a->year && b->year && (a->month || a->season) && b->month &&
            !b->two_digits) {
            a->year = b->year;
            a->bc = b->bc;
        }
    }
}

/* A text that tells of long ago has many years of its own and no "on Tuesday". */
static bool is_history(const tagger *const t, const story_point *const published)
{
    uint32_t old = 0, years = 0, near = 0;
    for (uint32_t i = 0; i < t->expressions.count; i++) {
        const expression *const e = &t->expressions.at[i];
        near += e->kind == EXPRESSION_WEEKDAY || e->kind == EXPRESSION_DEICTIC;
        if (e->kind != EXPRESSION_CALENDAR || e->year < 1000) continue;
        years++;
        old += e->bc || !published->known || e->year + 2 < published->day.year;
    }
    if (!published->known) return true;
    return years >= 4 && old * 10 >= years * 8 && near * 2 < years;
}

/* Does the clause around the words look ahead (will, is due to)?  1, else -1. */
static int32_t tense_of(const tagger *const t, const expression *const e)
{
    const casus_sentence *const sentence = &t->document->sentences.at[sentence_of(t, e)];
    const uint32_t end = sentence->first + sentence->count;
    const uint32_t from = e->first > sentence->first + 10 ? e->first - 10 : sentence->first;
    if (e->kind == EXPRESSION_WEEKDAY && e->first > sentence->first &&
        casus_time_word(&t->reader, e->first - 1, TIME_AHEAD) >= 0 &&
        !(t->document->words.at[e->last].flags & WORD_MWT_FIRST)) { /* for Saturday's bombing */
        return 1;
    }
    for (uint32_t i = e->first; i > from; i--) {
        if (casus_time_is(&t->reader, i - 1, ";") || casus_time_is(&t->reader, i - 1, ":")) break;
        if (casus_time_word(&t->reader, i - 1, TIME_FUTURE) >= 0) return 1;
        if (i > from + 1 && casus_time_is(&t->reader, i - 1, "to") &&
            casus_time_word(&t->reader, i - 2, TIME_BE) >= 0) {
            return casus_time_is(&t->reader, i, "have") ? -1 : 1; /* is to meet, was to have met */
        }
        if (t->document->words.at[i - 1].features & FEAT_PAST &&
            t->document->words.at[i - 1].features & FEAT_FINITE) {
            return -1;
        }
    }
    if (e->first > sentence->first + 2) return -1;
    for (uint32_t i = e->last + 1; i < end && i < e->last + 10; i++) {
        if (t->document->words.at[i].features & FEAT_PAST) return -1;
        if (casus_time_word(&t->reader, i, TIME_FUTURE) >= 0) return 1;
    }
    return -1;
}

/* Is the expression the heading of a paragraph: "Aug. 22, 1999 - …", "May 7: …", "20:15 …", or a
 * line of its own? */
static bool heads_paragraph(const tagger *const t, const expression *const e)
{
    const casus_document *const document = t->document;
    const uint32_t index = sentence_of(t, e);
    const casus_sentence *const sentence = &document->sentences.at[index];
    if (e->first != sentence->first || (index && sentence[-1].paragraph == sentence->paragraph)) {
        return false;
    }
    const uint32_t end = sentence->first + sentence->count;
    if (e->last + 1 == end || e->kind == EXPRESSION_CLOCK) return true;
    const casus_char mark = casus_char_at(document->words.at[e->last + 1].form, 0);
    return mark.klass == CHAR_DASH || mark.code == ':' || mark.code == ')';
}

/* The day that a time of day belongs to where it is said beside it: 9:15 on Thursday; the day of
 * publication where it heads a paragraph of running news. */
static story_point day_beside(const tagger *const t, const time_story *const story,
                              const uint32_t index)
{
    const expression *const e = &t->expressions.at[index];
    if (e->kind != EXPRESSION_CLOCK) return (story_point){0};
    if (heads_paragraph(t, e) && !story->history) return story->published;
    if (index + 1 == t->expressions.count) return (story_point){0};
    const expression *const next = &t->expressions.at[index + 1];
    const bool day = next->kind == EXPRESSION_WEEKDAY || next->kind == EXPRESSION_DEICTIC ||
                     (next->kind == EXPRESSION_CALENDAR && next->day);
    if (!day || next->first > e->last + 3 || sentence_of(t, next) != sentence_of(t, e)) {
        return (story_point){0};
    }
    time_story ahead = *story;
    casus_timex timex = {0};
    casus_time_resolve(&ahead, next, &timex);
    return ahead.context;
}

/* A year other than that of publication that the sentence says before the expression. */
static int32_t year_in_sentence(const tagger *const t, const uint32_t index,
                                const story_point *const published)
{
    const uint32_t sentence = sentence_of(t, &t->expressions.at[index]);
    for (uint32_t i = index; i-- > 0;) {
        const expression *const e = &t->expressions.at[i];
        if (sentence_of(t, e) != sentence) break;
        const bool said = e->kind == EXPRESSION_CALENDAR && e->year >= 1000 && !e->decade &&
                          !e->century && !e->bc && !e->islamic && e->month < 100 && !e->two_digits;
        const expression *const own = &t->expressions.at[index];
        const bool led = e->first && casus_time_is(&t->reader, e->first - 1, "in");
        if (said && led && own->first - e->last <= 12 && published->known &&
            e->year + 1 < published->day.year) {
            return e->year;
        }
    }
    return 0;
}

/* The year of a full date just before in the paragraph, as long as the months go on from it: "On 3
 * May 2011 … In June". */
static int32_t year_going_on(const tagger *const t, const uint32_t index,
                             const time_story *const story)
{
    enum { NEAR = 2 }; /* sentences */
    const expression *const own = &t->expressions.at[index];
    if (own->year || own->which || story->tense > 0 || !story->published.known ||
        (own->kind != EXPRESSION_FEAST &&
         (own->kind != EXPRESSION_CALENDAR || !own->month || own->month > 12)))
        return 0;
    const uint32_t here = sentence_of(t, own);
    for (uint32_t i = index; i-- > 0;) {
        const expression *const e = &t->expressions.at[i];
        const uint32_t there = sentence_of(t, e);
        if (here - there > NEAR ||
            t->document->sentences.at[there].paragraph != t->document->sentences.at[here].paragraph)
            return 0;
        if (e->kind != EXPRESSION_CALENDAR || e->year < 1000 || !e->day || e->month > 12) continue;
        if (e->year >= story->published.day.year || e->bc) return 0;
        return own->kind == EXPRESSION_FEAST || own->month >= e->month ? e->year : 0;
    }
    return 0;
}

/* The word of [first, last] whose head lies outside; the last one without a tree. */
static uint32_t head_of(const casus_document *const document, const uint32_t first,
                        const uint32_t last)
{
    for (uint32_t i = first; i <= last; i++) {
        const uint32_t head = document->words.at[i].head;
        if (head < first || head > last || (head == i && first != last)) return i;
    }
    return last;
}

/* Does it date the noun behind it (the 2021 Kabul attack, Monday's raid)? */
static bool modifies_noun(const casus_document *const document, const casus_timex *const timex)
{
    const casus_word *const head = &document->words.at[timex->head];
    switch (head->deprel) {
    case DEP_COMPOUND:
    case DEP_AMOD:
    case DEP_NUMMOD:
    case DEP_NMOD_POSS:
    case DEP_NMOD_UNMARKED:
    case DEP_NMOD_DESC:
        return head->head > timex->last;
    case DEP_NMOD:
        return head->head > timex->last;
    default:
        return false;
    }
}

static void add_timex(tagger *const t, time_story *const story, const uint32_t index)
{
    casus_document *const document = t->document;
    const expression *const e = &t->expressions.at[index];
    const casus_span span = {document->words.at[e->first].span.begin,
                             document->words.at[e->last].span.end};
    casus_timex timex = {.span = span,
                         .first = e->first,
                         .last = e->last,
                         .head = head_of(document, e->first, e->last)};
    story->tense = tense_of(t, e);
    story->sentence_year = story->history ? 0 : year_in_sentence(t, index, &story->published);
    const bool heading = heads_paragraph(t, e);
    if (heading && e->kind == EXPRESSION_CALENDAR) {
        if (e->year >= 1000 && !e->bc && !e->decade) t->heading_year = e->year;
        if (!e->year && t->heading_year) story->sentence_year = t->heading_year;
    }
    if (!story->history && !story->sentence_year)
        story->sentence_year = year_going_on(t, index, story);
    story->clock_day = day_beside(t, story, index);
    const story_point context = story->context;
    casus_time_resolve(story, e, &timex);
    timex.modifies_noun = modifies_noun(document, &timex);
    if (timex.modifies_noun && story->history) story->context = context;
    timex.date.span = span;
    timex.date.text = casus_document_text(document, span);
    VEC_PUSH(&document->record.times, document->arena, timex);
    for (uint32_t i = e->first; i <= e->last; i++) {
        document->time_at[i] = document->record.times.count - 1;
    }
}

/* Between 3 and 5 May, 1939-45, from January to March: both ends denote the whole. */
static void join_ranges(tagger *const t)
{
    casus_document *const document = t->document;
    for (uint32_t i = 1; i < document->record.times.count; i++) {
        casus_timex *const a = &document->record.times.at[i - 1];
        casus_timex *const b = &document->record.times.at[i];
        if (a->last + 2 != b->first || !a->date.start.size || !b->date.end.size) continue;
        const time_reader *const r = &t->reader;
        const bool between = a->first && casus_time_is(r, a->first - 1, "between");
        const uint32_t middle = a->last + 1;
        if (!is_connector(r, middle) || casus_time_is(r, middle, ",") ||
            casus_time_is(r, middle, "or") || (casus_time_is(r, middle, "and") && !between)) {
            continue;
        }
        if (casus_str_compare(a->date.start, b->date.end) >= 0) continue;
        a->date.end = b->date.end;
        b->date.start = a->date.start;
    }
}

/* Without a day of publication, the dateline's whole date stands in. */
static void take_dateline(const tagger *const t, time_story *const story)
{
    for (uint32_t i = 0; !story->published.known && i < t->expressions.count; i++) {
        const expression *const e = &t->expressions.at[i];
        if (t->document->sentences.at[sentence_of(t, e)].kind != SENTENCE_DATELINE) continue;
        if (e->kind != EXPRESSION_CALENDAR || e->year < 1000 || e->month < 1 || e->month > 12 ||
            e->day < 1 || e->day > casus_month_length(e->year, e->month)) {
            continue;
        }
        story->published = (story_point){true, {e->year, e->month, e->day}};
    }
}

/* "AMMAN, Tues. -" in Wednesday's paper: yesterday was Monday. */
static void go_back_to_dateline(const tagger *const t, time_story *const story)
{
    enum { OPENING = 3, DAYS = 3 };
    if (!story->published.known || !t->expressions.count) return;
    const expression *const e = &t->expressions.at[0];
    const uint32_t sentence = sentence_of(t, e);
    if (sentence >= OPENING || t->document->sentences.at[sentence].kind != SENTENCE_DATELINE ||
        (e->kind != EXPRESSION_WEEKDAY && !(e->kind == EXPRESSION_CALENDAR && e->day)))
        return;
    time_story first = *story;
    first.tense = -1;
    casus_timex timex = {0};
    casus_time_resolve(&first, e, &timex);
    const int32_t back = casus_story_number(&story->published) - casus_story_number(&first.context);
    if (first.context.known && first.context.day.day && back > 0 && back <= DAYS)
        story->published = first.context;
}

static bool day_first(const casus_document *const document)
{
    /* only publishers of the United States write the month first; told by the spelling they use */
    const casus_str publisher = document->article.publisher;
    return casus_str_find(publisher, STR("U.S.")) == SIZE_MAX;
}

void casus_time_tag(const casus_time_data *const data, casus_document *const document)
{
    const uint32_t count = document->words.count;
    document->time_at = ARENA_ARRAY(document->arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++) document->time_at[i] = CASUS_NONE;
    tagger t = {.reader = {data, document, NULL, day_first(document)}, .document = document};
    look_up_words(&t, data);
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        read_sentence(&t, &document->sentences.at[i]);
    }
    share_years(&t);
    time_story story = {.data = data, .arena = document->arena};
    story.published.known =
        casus_day_parse(casus_str_slice(document->article.published, 0, 10), &story.published.day);
    take_dateline(&t, &story);
    go_back_to_dateline(&t, &story);
    story.history = is_history(&t, &story.published);
    for (uint32_t i = 0; i < t.expressions.count; i++) add_timex(&t, &story, i);
    join_ranges(&t);
}
