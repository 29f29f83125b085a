#include "entity/tokens.h"

#include "text/fold.h"

static bool is_ascii(const casus_str text)
{
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.at[i] >= 0x80) return false;
    return true;
}

static bool is_letter(const char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* Apostrophes inside names come and go (Jama'at, Jamaat); the genitive stays a word of its own. */
static bool is_genitive(const casus_str text, const size_t at)
{
    return at + 1 < text.size && (text.at[at + 1] == 's' || text.at[at + 1] == 'S') &&
           (at + 2 == text.size || !is_letter(text.at[at + 2]));
}

void casus_tokens_of(casus_arena *const arena, casus_str text, casus_tokens *const tokens)
{
    if (!is_ascii(text)) text = casus_fold(arena, text);
    char *const bytes = casus_arena_take(arena, text.size + 1, 1);
    size_t used = 0, begin = 0;
    for (size_t i = 0; i <= text.size; i++) {
        const char c = i < text.size ? text.at[i] : ' ';
        if (is_letter(c)) {
            bytes[used++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
            continue;
        }
        if (c == '.' || (c == '\'' && !is_genitive(text, i))) continue;
        if (used > begin) VEC_PUSH(tokens, arena, (casus_str){bytes + begin, used - begin});
        begin = used;
        if (c != '\'') continue;
        VEC_PUSH(tokens, arena, STR("'s"));
        i++;
    }
}

casus_str casus_tokens_key(casus_arena *const arena, const casus_str text)
{
    casus_tokens tokens = {0};
    casus_tokens_of(arena, text, &tokens);
    size_t size = 0;
    for (uint32_t i = 0; i < tokens.count; i++) size += tokens.at[i].size + 1;
    char *const bytes = casus_arena_take(arena, size + 1, 1);
    size_t used = 0;
    for (uint32_t i = 0; i < tokens.count; i++) {
        if (i) bytes[used++] = ' ';
        memcpy(bytes + used, tokens.at[i].at, tokens.at[i].size);
        used += tokens.at[i].size;
    }
    return (casus_str){bytes, used};
}

uint32_t casus_capitals(const casus_str text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.size; i++) count += text.at[i] >= 'A' && text.at[i] <= 'Z';
    return count;
}
