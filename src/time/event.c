/* The date of an event: from its own clause, then its sentence, then the story. */
#include "syntax/ud.h"
#include "text/chars.h"
#include "time/lexicon.h"

enum { CLIMB = 5, LOOK_BACK = 4 };

typedef struct seeker {
    const casus_time_data *data;
    const casus_document *document;
    int32_t shift; /* days from the date that is found: a day after they fled */
} seeker;

static const casus_word *word_at(const seeker *const s, const uint32_t word)
{
    return &s->document->words.at[word];
}

static casus_deprel relation(const seeker *const s, const uint32_t word)
{
    return casus_deprel_main((casus_deprel)word_at(s, word)->deprel);
}

static bool has_class(const seeker *const s, const uint32_t word, const time_class klass)
{
    char buffer[32];
    const casus_word *const w = word_at(s, word);
    const casus_str lower = casus_lower_short(w->lemma.size ? w->lemma : w->form, buffer);
    uint32_t at = lower.size ? casus_map_get(&s->data->words, lower) : CASUS_NONE;
    for (; at != CASUS_NONE; at = s->data->entries.at[at].next) {
        if (s->data->entries.at[at].klass == klass) return true;
    }
    return false;
}

static bool utters(const seeker *const s, const uint32_t word)
{
    return has_class(s, word, TIME_UTTERANCE);
}

/* The expression with a calendar date that the word heads, or CASUS_NONE. */
static uint32_t dated(const seeker *const s, const uint32_t word)
{
    const uint32_t index = s->document->time_at[word];
    if (index == CASUS_NONE) return CASUS_NONE;
    const casus_timex *const timex = &s->document->record.times.at[index];
    return timex->date.start.size && timex->head == word ? index : CASUS_NONE;
}

/* The finer of two expressions; the first where they are equal. */
static uint32_t finer(const seeker *const s, const uint32_t a, const uint32_t b)
{
    if (a == CASUS_NONE || b == CASUS_NONE) return a == CASUS_NONE ? b : a;
    const casus_timex *const times = s->document->record.times.at;
    return times[b].date.precision < times[a].date.precision ? b : a;
}

static bool is_clause(const casus_deprel relation)
{
    return relation == DEP_CCOMP || relation == DEP_ADVCL || relation == DEP_ACL ||
           relation == DEP_PARATAXIS || relation == DEP_CSUBJ || relation == DEP_CONJ ||
           relation == DEP_XCOMP;
}

/* Does a preposition of the class stand before the expression (since 2020)? */
static bool led_by(const seeker *const s, const uint32_t index, const time_class klass)
{
    const casus_timex *const timex = &s->document->record.times.at[index];
    return timex->first && has_class(s, timex->first - 1, klass);
}

/* A date among the word's own dependents, and one level down inside its noun phrases: killed in an
 * attack on Monday, killed in Monday's attack. */
static uint32_t below(const seeker *const s, const uint32_t word, const bool deep)
{
    uint32_t found = CASUS_NONE, inside = CASUS_NONE;
    for (EACH_CHILD(s->document, word, child)) {
        const casus_deprel kind = relation(s, child);
        if (is_clause(kind)) continue;
        found = finer(s, found, dated(s, child));
        const bool phrase =
            kind == DEP_OBL || kind == DEP_OBJ || kind == DEP_NSUBJ || kind == DEP_NMOD;
        if (!deep || !phrase || s->document->time_at[child] != CASUS_NONE) continue;
        const uint32_t nested = below(s, child, false);
        if (nested == CASUS_NONE || led_by(s, nested, TIME_OPEN_END)) continue;
        const bool tied = kind != DEP_NMOD && (kind != DEP_OBJ || !utters(s, word));
        if (tied || !s->document->record.times.at[nested].modifies_noun) {
            inside = finer(s, inside, nested);
        }
    }
    return found != CASUS_NONE ? found : inside;
}

/* Clauses that share the time of the one they hang on: when, as, while, after, and those without a
 * verb of their own tense. */
static uint32_t beside(const seeker *const s, const uint32_t word)
{
    uint32_t found = CASUS_NONE;
    for (EACH_CHILD(s->document, word, child)) {
        const casus_deprel full = (casus_deprel)word_at(s, child)->deprel;
        const casus_deprel kind = relation(s, child);
        const bool shares =
            kind == DEP_XCOMP || kind == DEP_ADVCL || kind == DEP_CONJ || full == DEP_ACL_RELCL;
        if (shares && !utters(s, child)) found = finer(s, found, below(s, child, true));
    }
    return found;
}

/* May the word's clause take the time of what governs it? */
static bool climbs(const seeker *const s, const uint32_t word)
{
    const uint32_t head = word_at(s, word)->head;
    if (head == word) return false;
    switch (relation(s, word)) {
    case DEP_CONJ:
    case DEP_XCOMP:
        return !utters(s, head) || utters(s, word);
    case DEP_ADVCL:
    case DEP_NSUBJ:
    case DEP_OBJ:
    case DEP_OBL:
    case DEP_NMOD:
    case DEP_COMPOUND:
    case DEP_APPOS:
        return !utters(s, head);
    default:
        return false;
    }
}

/* Police said gunmen attacked a village on Sunday: a date that stands behind the trigger, with the
 * verb of saying before it, belongs to what is said. */
static uint32_t from_saying(const seeker *const s, const uint32_t word, const uint32_t trigger)
{
    const uint32_t head = word_at(s, word)->head;
    if (head == word || !utters(s, head) || head > trigger) return CASUS_NONE;
    const casus_deprel kind = relation(s, word);
    if (kind != DEP_CCOMP && kind != DEP_OBJ && kind != DEP_XCOMP) return CASUS_NONE;
    for (EACH_CHILD(s->document, head, child)) {
        if (child > trigger && dated(s, child) != CASUS_NONE) return dated(s, child);
    }
    return CASUS_NONE;
}

/* The length in days that the words before "after" or "before" tell, or -1: a day, two weeks,
 * hours. */
static int32_t days_before(const seeker *const s, const uint32_t conjunction)
{
    const uint32_t before = conjunction - 1, index = s->document->time_at[before];
    if (index == CASUS_NONE) {
        char buffer[32];
        const casus_str lower = casus_lower_short(word_at(s, before)->form, buffer);
        const uint32_t entry = casus_map_get(&s->data->words, lower);
        if (entry == CASUS_NONE || s->data->entries.at[entry].klass != TIME_UNITS) return -1;
        return s->data->entries.at[entry].value <= UNIT_HOUR ? 0 : -1;
    }
    const casus_timex *const timex = &s->document->record.times.at[index];
    if (timex->type != TIMEX_DURATION || timex->value.size < 3) return -1;
    if (timex->value.at[1] == 'T') return 0;
    uint64_t count = 0;
    const char unit = timex->value.at[timex->value.size - 1];
    const casus_str digits = casus_str_slice(timex->value, 1, timex->value.size - 2);
    if (!casus_str_to_u64(digits, &count) || count > 60 || (unit != 'D' && unit != 'W')) return -1;
    return (int32_t)count * (unit == 'W' ? 7 : 1);
}

/* Buried him on Monday, a day after a strike killed him: the day of the clause behind "after" lies
 * that long before the day told before it. */
static uint32_t counted_from(seeker *const s, const uint32_t trigger)
{
    enum { CLAUSE = 20 };
    const uint32_t first = s->document->sentences.at[word_at(s, trigger)->sentence].first;
    for (uint32_t i = trigger; i > first && trigger - i < CLAUSE; i--) {
        const casus_str form = word_at(s, i)->form;
        if (casus_str_equal(form, STR(";")) || s->document->time_at[i] != CASUS_NONE)
            return CASUS_NONE;
        const bool after = casus_str_equal_nocase(form, STR("after"));
        if (!after && !casus_str_equal_nocase(form, STR("before"))) continue;
        const int32_t days = days_before(s, i);
        if (days < 0) return CASUS_NONE;
        for (uint32_t k = i; k > first; k--) {
            const uint32_t found = dated(s, k - 1);
            if (found == CASUS_NONE) continue;
            const casus_timex *const timex = &s->document->record.times.at[found];
            if (timex->date.precision != DATE_DAY || timex->date.start.size != 10)
                return CASUS_NONE;
            s->shift = after ? -days : days;
            return found;
        }
        return CASUS_NONE;
    }
    return CASUS_NONE;
}

static uint32_t in_clause(seeker *const s, const uint32_t trigger)
{
    uint32_t word = trigger;
    for (uint32_t step = 0; step < CLIMB; step++) {
        uint32_t found = below(s, word, true);
        if (found == CASUS_NONE && !step) found = counted_from(s, trigger);
        if (found == CASUS_NONE) found = beside(s, word);
        if (found == CASUS_NONE) found = from_saying(s, word, trigger);
        if (found != CASUS_NONE) return found;
        const casus_deprel full = (casus_deprel)word_at(s, word)->deprel;
        if (full == DEP_ACL_RELCL || full == DEP_ACL) {
            return below(s, word_at(s, word)->head, false); /* Monday's attack, which killed six */
        }
        if (!climbs(s, word)) return CASUS_NONE;
        word = word_at(s, word)->head;
    }
    return CASUS_NONE;
}

/* Is the expression tied to a verb of saying, so that it dates the words and not the deed? */
static bool dates_words(const seeker *const s, const casus_timex *const timex)
{
    const uint32_t head = word_at(s, timex->head)->head;
    if (head != timex->head) return utters(s, head);
    const uint32_t first = timex->first;
    const uint32_t begin = s->document->sentences.at[word_at(s, first)->sentence].first;
    for (uint32_t i = first; i > begin && first - i < 2; i--) { /* no tree: said on Monday */
        if (utters(s, i - 1)) return true;
    }
    return false;
}

/* The only date of the sentence, where it is not that of the words, nor of a noun. */
static uint32_t in_sentence(const seeker *const s, const uint32_t index)
{
    const casus_sentence *const sentence = &s->document->sentences.at[index];
    uint32_t found = CASUS_NONE, last = CASUS_NONE;
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const uint32_t at = s->document->time_at[i];
        if (at == CASUS_NONE || at == last) continue;
        last = at;
        const casus_timex *const timex = &s->document->record.times.at[at];
        if (!timex->date.start.size) continue;
        if (found != CASUS_NONE) return CASUS_NONE;
        found = at;
    }
    if (found == CASUS_NONE) return CASUS_NONE;
    const casus_timex *const timex = &s->document->record.times.at[found];
    return timex->modifies_noun || dates_words(s, timex) ? CASUS_NONE : found;
}

/* The date that heads a paragraph whose first sentence this is: "Aug. 22 - …", "20:15 …". */
static uint32_t heading_of(const seeker *const s, const uint32_t index)
{
    const casus_document *const document = s->document;
    const casus_sentence *const sentence = &document->sentences.at[index];
    const uint32_t found = document->time_at[sentence->first];
    if (found == CASUS_NONE) return CASUS_NONE;
    const casus_timex *const timex = &document->record.times.at[found];
    const uint32_t next = timex->last + 1;
    if (!timex->date.start.size) return CASUS_NONE;
    if (next >= sentence->first + sentence->count) return found; /* a line of its own */
    const casus_char mark = casus_char_at(word_at(s, next)->form, 0);
    const bool clock = casus_str_find(timex->value, STR(":")) != SIZE_MAX;
    return clock || mark.klass == CHAR_DASH || mark.code == ':' ? found : CASUS_NONE;
}

/* The date that heads the trigger's paragraph in a chronicle or running news, or the headline right
 * above it; CASUS_NONE where there is none. */
static uint32_t in_heading(const seeker *const s, const uint32_t trigger)
{
    const casus_sentence *const sentences = s->document->sentences.at;
    uint32_t index = word_at(s, trigger)->sentence;
    const uint32_t paragraph = sentences[index].paragraph;
    while (index && sentences[index - 1].paragraph == paragraph) index--;
    const uint32_t found = heading_of(s, index);
    if (found != CASUS_NONE || !index || sentences[index - 1].kind != SENTENCE_HEADLINE)
        return found;
    const bool alone =
        index < 2 || sentences[index - 2].paragraph != sentences[index - 1].paragraph;
    return alone ? heading_of(s, index - 1) : CASUS_NONE;
}

/* Does the trigger tell of the past in a clause of its own right? */
static bool tells_past(const seeker *const s, const uint32_t trigger)
{
    const casus_word *const word = word_at(s, trigger);
    if (word->upos != UPOS_VERB) return false;
    if (word->features & FEAT_PAST && word->features & FEAT_FINITE) return true;
    for (EACH_CHILD(s->document, trigger, child)) {
        if (relation(s, child) == DEP_AUX) return (word_at(s, child)->features & FEAT_PAST) != 0;
    }
    return false;
}

static bool has_times(const seeker *const s, const uint32_t index)
{
    const casus_sentence *const sentence = &s->document->sentences.at[index];
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const uint32_t at = s->document->time_at[i];
        if (at != CASUS_NONE && s->document->record.times.at[at].date.start.size) return true;
    }
    return false;
}

/* A past-tense clause without any date of its own goes on with the day of the sentence before it in
 * the same paragraph. */
static uint32_t in_story(const seeker *const s, const uint32_t trigger)
{
    const uint32_t index = word_at(s, trigger)->sentence;
    if (has_times(s, index) || !tells_past(s, trigger)) return CASUS_NONE;
    const uint32_t paragraph = s->document->sentences.at[index].paragraph;
    for (uint32_t i = index; i > 0 && index - i < LOOK_BACK; i--) {
        const casus_sentence *const before = &s->document->sentences.at[i - 1];
        if (before->paragraph != paragraph) break;
        if (!has_times(s, i - 1)) continue;
        const uint32_t found = in_sentence(s, i - 1);
        const bool day =
            found != CASUS_NONE && s->document->record.times.at[found].date.precision == DATE_DAY;
        return day ? found : CASUS_NONE;
    }
    return CASUS_NONE;
}

/* Since 2021 has a start and no end; until May an end and no start. */
static casus_date with_preposition(const seeker *const s, const casus_timex *const timex)
{
    casus_date date = timex->date;
    if (!timex->first) return date;
    const uint32_t before = timex->first - 1;
    if (has_class(s, before, TIME_OPEN_END)) date.end = (casus_str){0};
    if (has_class(s, before, TIME_OPEN_START)) date.start = (casus_str){0};
    return date;
}

static casus_date shifted(const seeker *const s, casus_date date)
{
    casus_day day;
    if (!s->shift || !casus_day_parse(date.start, &day)) return date;
    day = casus_day_of(casus_day_number(day) + s->shift);
    date.start =
        casus_arena_format(s->document->arena, "%04d-%02d-%02d", day.year, day.month, day.day);
    date.end = date.start;
    return date;
}

casus_date casus_time_of_event(const casus_time_data *const data,
                               const casus_document *const document, const uint32_t word,
                               casus_time_tie *const tie)
{
    seeker s = {data, document, 0};
    const casus_date none = {.precision = DATE_UNKNOWN};
    casus_time_tie way = TIME_TIE_NONE;
    if (tie) *tie = way;
    if (!data || !document->time_at || word >= document->words.count) return none;
    uint32_t found = CASUS_NONE;
    while (found == CASUS_NONE && way < TIME_TIE_STORY) {
        way++;
        if (way == TIME_TIE_CLAUSE && document->first_child) found = in_clause(&s, word);
        if (way == TIME_TIE_SENTENCE) found = in_sentence(&s, word_at(&s, word)->sentence);
        if (way == TIME_TIE_HEADING) found = in_heading(&s, word);
        if (way == TIME_TIE_STORY && document->first_child) found = in_story(&s, word);
    }
    if (found == CASUS_NONE) return none;
    if (tie) *tie = way;
    return shifted(&s, with_preposition(&s, &document->record.times.at[found]));
}

casus_date casus_time_of_expression(const casus_time_data *const data,
                                    const casus_document *const document, const uint32_t expression)
{
    const seeker s = {data, document, 0};
    return with_preposition(&s, &document->record.times.at[expression]);
}

bool casus_time_dates_words(const casus_time_data *const data, const casus_document *const document,
                            const uint32_t expression)
{
    const seeker s = {data, document, 0};
    return dates_words(&s, &document->record.times.at[expression]);
}
