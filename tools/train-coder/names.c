#include "names.h"

#include "text/fold.h"

enum { WORDS = 32 };

/* Lower case, without articles, possessives and punctuation. */
casus_str names_normal(casus_arena *const arena, const casus_str text)
{
    static const char *const articles[] = {"the",   "a",    "an",      "its",       "his",    "her",
                                           "their", "some", "several", "suspected", "alleged"};
    const casus_str lower = casus_lower(arena, text);
    char *const out = casus_arena_take(arena, lower.size + 2, 1);
    size_t size = 0;
    for (size_t i = 0; i < lower.size; i++) {
        const unsigned char c = (unsigned char)lower.at[i];
        const bool typographic =
            c == 0xE2 && i + 2 < lower.size && (unsigned char)lower.at[i + 1] == 0x80;
        const bool apostrophe =
            c == '\'' || (typographic && (unsigned char)lower.at[i + 2] == 0x99);
        if (typographic) i += 2;
        if (apostrophe) { /* an apostrophe and the s behind it go */
            const bool s =
                i + 1 < lower.size && lower.at[i + 1] == 's' &&
                (i + 2 == lower.size || !((lower.at[i + 2] >= 'a' && lower.at[i + 2] <= 'z')));
            if (s) i++;
            continue;
        }
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
                          (c >= 0x80 && !typographic);
        if (word)
            out[size++] = (char)c;
        else if (size && out[size - 1] != ' ')
            out[size++] = ' ';
    }
    casus_str found = casus_str_trim((casus_str){out, size});
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
            const casus_str article = casus_str_from(articles[i]);
            if (!casus_str_starts(found, article) || found.size <= article.size ||
                found.at[article.size] != ' ')
                continue;
            found = casus_str_trim(casus_str_slice(found, article.size, SIZE_MAX));
            again = true;
        }
    }
    return found;
}

static uint32_t split(casus_str text, casus_str *const words)
{
    uint32_t count = 0;
    casus_str word;
    while (count < WORDS && casus_str_cut(&text, ' ', &word))
        if (word.size) words[count++] = word;
    return count;
}

static bool all_in(const casus_str *const few, const uint32_t few_count,
                   const casus_str *const many, const uint32_t many_count)
{
    for (uint32_t i = 0; i < few_count; i++) {
        bool found = false;
        for (uint32_t j = 0; j < many_count && !found; j++)
            found = casus_str_equal(few[i], many[j]);
        if (!found) return false;
    }
    return true;
}

/* One alternative of the gold against one name of ours, both normal. */
static bool same_name(const casus_str wanted, const bool proper, const casus_str name)
{
    if (casus_str_equal(wanted, name)) return wanted.size > 0;
    casus_str a[WORDS], b[WORDS];
    const uint32_t na = split(wanted, a), nb = split(name, b);
    const bool wanted_short = na <= nb;
    const casus_str *const few = wanted_short ? a : b, *const many = wanted_short ? b : a;
    const uint32_t few_count = wanted_short ? na : nb, many_count = wanted_short ? nb : na;
    if (!few_count || !all_in(few, few_count, many, many_count)) return false;
    return few_count > 1 || (!proper && casus_str_equal(few[0], many[many_count - 1]));
}

/* "A|B|C" against one name. */
static bool same_as_any(casus_arena *const arena, casus_str gold, const casus_str name)
{
    const casus_str ours = names_normal(arena, name);
    casus_str alternative;
    while (casus_str_cut(&gold, '|', &alternative)) {
        alternative = casus_str_trim(alternative);
        if (!alternative.size) continue;
        const bool proper = !(alternative.at[0] >= 'a' && alternative.at[0] <= 'z');
        if (same_name(names_normal(arena, alternative), proper, ours)) return true;
    }
    return false;
}

bool names_is_actor(casus_arena *const arena, const casus_str gold,
                    const casus_document *const document, const uint32_t actor)
{
    const casus_actor *const found = &document->record.actors.at[actor];
    if (same_as_any(arena, gold, found->name)) return true;
    for (uint32_t i = 0; i < found->mentions.count; i++)
        if (same_as_any(arena, gold,
                        casus_document_text(
                            document, document->record.mentions.at[found->mentions.at[i]].span)))
            return true;
    return false;
}

bool names_is_phrase(casus_arena *const arena, const casus_str gold,
                     const casus_document *const document, const casus_span span)
{
    return same_as_any(arena, gold, casus_document_text(document, span));
}

bool names_is_place(casus_arena *const arena, const casus_str gold,
                    const casus_document *const document, const uint32_t place)
{
    const casus_place *const found = &document->record.places.at[place];
    if (same_as_any(arena, gold, found->name)) return true;
    for (uint32_t i = 0; i < found->mentions.count; i++)
        if (same_as_any(
                arena, gold,
                casus_document_text(
                    document, document->record.place_mentions.at[found->mentions.at[i]].span)))
            return true;
    return false;
}
