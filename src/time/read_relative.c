/* Relative dates: what points from the day of publication or from the story. */
#include "text/chars.h"
#include "time/relative.h"

/* What stands behind last, next, this, that, the same: unit, weekday, month, season, part of day.
 */
static bool read_which_noun(const time_reader *const r, const uint32_t at, const uint32_t end,
                            const int32_t which, const anchor_kind anchor, expression *const made)
{
    static const int32_t steps[] = {0, -1, 1, 0, 0, 0};
    if (at >= end) return false;
    made->anchor = anchor;
    made->last = at;
    if (casus_time_in(r, at, TIME_UNIT)) {
        const time_unit unit = casus_time_unit(r, at, end);
        if (unit < UNIT_DAY) return false;
        made->kind = EXPRESSION_OFFSET;
        made->unit = unit;
        made->amount = steps[which];
        const bool past = casus_time_is(r, at - 1, "past");
        if ((unit == UNIT_DECADE || unit == UNIT_CENTURY || past) && which <= 2) {
            made->kind = EXPRESSION_DURATION; /* the past decade */
            made->amount = 1000;
            made->past_span = which == 1;
        }
        return true;
    }
    made->which = which == 1 ? -1 : which == 2 ? 1 : which == 3 ? 2 : 3;
    if (casus_time_in(r, at, TIME_WEEKDAY)) {
        made->kind = EXPRESSION_WEEKDAY;
        made->weekday = casus_time_word(r, at, TIME_WEEKDAY);
        return true;
    }
    if (casus_time_in(r, at, TIME_DAYPART)) {
        if (which == 2) made->anchor = ANCHOR_CONTEXT; /* next morning: that of what was told */
        made->kind = made->anchor == ANCHOR_PUBLISHED ? EXPRESSION_DEICTIC : EXPRESSION_OFFSET;
        made->unit = UNIT_DAY;
        made->daypart = casus_time_word(r, at, TIME_DAYPART);
        made->amount =
            which == 1 && anchor == ANCHOR_PUBLISHED && made->daypart != 5 ? -1 : steps[which];
        return true;
    }
    made->kind = EXPRESSION_CALENDAR;
    made->month = casus_time_in(r, at, TIME_MONTH) ? casus_time_word(r, at, TIME_MONTH) : 0;
    made->season = casus_time_in(r, at, TIME_SEASON) ? casus_time_word(r, at, TIME_SEASON) : 0;
    if (made->month || made->season) return true;
    expression inner = *made;
    if (!casus_time_read_date(r, at, end, &inner) || inner.kind != EXPRESSION_FEAST) return false;
    *made = inner;
    return true;
}

/* [later|earlier|early|late] [in] [the] (last|next|this|that|same|…) noun */
static bool read_which(const time_reader *const r, const uint32_t word, const uint32_t end,
                       expression *const made)
{
    uint32_t at = word;
    const bool shifted = casus_time_in(r, at, TIME_SHIFT) && casus_time_word(r, at, TIME_SHIFT) > 1;
    if (shifted && ++at >= end) return false;
    const bool inside = shifted && casus_time_is(r, at, "in");
    if (inside && ++at >= end) return false;
    const bool the = casus_time_is(r, at, "the") ||
                     (casus_time_in(r, at, TIME_WHICH) && at + 1 < end &&
                      casus_time_is(r, at, "that") && casus_time_is(r, at + 1, "same"));
    if (the && ++at >= end) return false;
    if (inside && !the) { /* later in 1957 */
        expression date = *made;
        if (!casus_time_read_date(r, at, end, &date) || date.day) return false;
        *made = date;
        made->part = casus_time_word(r, word, TIME_SHIFT) == 3 ? 3 : 1;
        return true;
    }
    int32_t which = casus_time_word(r, at, TIME_WHICH);
    anchor_kind anchor = ANCHOR_PUBLISHED;
    if (which < 0 || (the && casus_time_word(r, at, TIME_WHICH_CONTEXT) >= 0)) {
        which = casus_time_word(r, at, TIME_WHICH_CONTEXT);
        anchor = ANCHOR_CONTEXT;
    }
    if (which == 4) anchor = ANCHOR_CONTEXT;
    if (which < 0) { /* the year, the morning: told before */
        if (!the) return false;
        const bool noun =
            casus_time_in(r, at, TIME_DAYPART) || (shifted && casus_time_in(r, at, TIME_UNIT));
        if (!noun && !casus_time_in(r, at, TIME_UNIT)) return false;
        if (!noun && !(word && casus_time_word(r, word - 1, TIME_YEARPREP) >= 0)) return false;
        if (at + 1 < end &&
            casus_char_at(r->document->words.at[at + 1].form, 0).klass == CHAR_LETTER &&
            !casus_time_in(r, at + 1, TIME_YEARPREP)) {
            return false;
        }
        if (at + 1 < end && casus_time_is(r, at + 1, "of")) return false;
        made->bare = casus_time_in(r, at, TIME_UNIT);
        return read_which_noun(r, at, end, 5, ANCHOR_CONTEXT, made);
    }
    if (++at >= end) return false;
    if (the && casus_time_read_span(r, at, end, which, made)) return true;
    if (!the && which <= 2 && casus_time_read_span(r, at, end, which, made)) return true;
    if (casus_time_is(r, at, "very") || casus_time_is(r, at, "same")) at++;
    return read_which_noun(r, at, end, which, anchor, made);
}

/* the first two years */
static bool read_first_span(const time_reader *const r, const uint32_t word, const uint32_t end,
                            expression *const made)
{
    if (!casus_time_is(r, word, "the") || word + 3 >= end) return false;
    if (!casus_time_is(r, word + 1, "first") && !casus_time_is(r, word + 1, "final")) return false;
    return casus_time_quantity(r, word + 2, end).words &&
           casus_time_read_span(r, word + 2, end, 0, made);
}

/* yesterday; the day before yesterday */
static bool read_deictic(const time_reader *const r, const uint32_t word, const uint32_t end,
                         expression *const made)
{
    uint32_t at = word + casus_time_is(r, word, "the");
    int32_t extra = 0;
    if (at + 2 < end && casus_time_word(r, at, TIME_UNIT) == UNIT_DAY) {
        extra = casus_time_is(r, at + 1, "before") ? -1 : casus_time_is(r, at + 1, "after") ? 1 : 0;
        if (extra) at += 2;
    }
    const int32_t value = casus_time_word(r, at, TIME_DEICTIC);
    if (value < 0 || (at > word && !extra)) return false;
    made->kind = EXPRESSION_DEICTIC;
    made->unit = UNIT_DAY;
    made->amount = (value >= 200 ? value - 200 : value - 100) + extra;
    if (value >= 200) made->daypart = 5;
    made->last = at;
    return true;
}

/* the day before|after, with nothing behind */
static bool read_day_beside(const time_reader *const r, const uint32_t word, const uint32_t end,
                            expression *const made)
{
    if (word + 2 >= end || !casus_time_is(r, word, "the")) return false;
    const time_unit unit = casus_time_unit(r, word + 1, end);
    const bool before = casus_time_is(r, word + 2, "before");
    if (unit < UNIT_DAY || !(before || casus_time_is(r, word + 2, "after"))) return false;
    if (!casus_time_closes(r, word + 3, end)) return false;
    made->kind = EXPRESSION_OFFSET;
    made->anchor = ANCHOR_CONTEXT;
    casus_time_set_offset(made, unit, before ? -1 : 1);
    made->last = word + 2;
    return true;
}

/* now; the past; the same time */
static bool read_ref(const time_reader *const r, const uint32_t word, const uint32_t end,
                     expression *const made)
{
    made->kind = EXPRESSION_REF;
    made->ref = casus_time_word(r, word, TIME_REF);
    if (made->ref < 0) made->ref = casus_time_word(r, word, TIME_REFADJ);
    if (made->ref > 0) {
        const bool past = casus_time_is(r, word, "past");
        return !past || (word && casus_time_is(r, word - 1, "the"));
    }
    if (word + 1 >= end) return false;
    const bool the = casus_time_is(r, word, "the");
    if (the && word + 1 < end &&
        (casus_time_is(r, word + 1, "past") || casus_time_is(r, word + 1, "future")) &&
        casus_time_closes(r, word + 2, end)) {
        made->ref = casus_time_is(r, word + 1, "past") ? 2 : 3;
        made->last = word + 1;
        return true;
    }
    made->kind = EXPRESSION_VAGUE;
    const bool same = the && word + 2 < end && casus_time_is(r, word + 1, "same");
    const bool that = casus_time_is(r, word, "this") || casus_time_is(r, word, "that");
    const uint32_t noun = word + (same ? 2 : 1);
    made->last = noun;
    const bool period = casus_time_is(r, noun, "period");
    if (!period && !casus_time_is(r, noun, "time")) return false;
    if (noun + 2 < end && the && casus_time_is(r, noun + 1, "being")) {
        made->kind = EXPRESSION_REF;
        made->ref = 1;
        made->last = noun + 1;
        return true;
    }
    return (same && !period) || ((that || same) && word && casus_time_in(r, word - 1, TIME_DURING));
}

bool casus_time_read_relative(const time_reader *const r, const uint32_t word, const uint32_t end,
                              expression *const made)
{
    const expression fresh = *made;
    bool (*const readers[])(const time_reader *, uint32_t, uint32_t,
                            expression *) = {read_deictic,
                                             read_day_beside,
                                             read_which,
                                             read_first_span,
                                             casus_time_read_set,
                                             casus_time_read_clock,
                                             casus_time_read_quantity,
                                             casus_time_read_bare_units,
                                             read_ref};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        *made = fresh;
        if (readers[i](r, word, end, made)) return true;
    }
    *made = fresh;
    made->weekday = casus_time_word(r, word, TIME_WEEKDAY);
    if (made->weekday > 0) {
        made->kind = EXPRESSION_WEEKDAY;
        return true;
    }
    *made = fresh;
    return false;
}
