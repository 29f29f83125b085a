/* Whose phrase stands right before or right behind a word of saying, by the order of words: trees
 * lose those who speak at the end of a long sentence ("…, herders and a truce monitor said", "…, a
 * commander of the front, who calls himself Kito, said by telephone"). */
#include "coding/speaker_phrase.h"

#include "coding/parties.h"
#include "coding/tree.h"

enum { GAP = 4, PHRASE = 24, ASIDES = 3 };

/* A stretch without commas. */
typedef struct stretch {
    uint32_t first, last;
} stretch;

static uint8_t upos_of(const casus_document *const document, const uint32_t word)
{
    return tree_word(document, word)->upos;
}

/* "a councillor [later also] said": what may stand between those who speak and their verb. */
static bool is_between(const casus_document *const document, const uint32_t word)
{
    const uint8_t upos = upos_of(document, word);
    return upos == UPOS_AUX || upos == UPOS_ADV || document->time_at[word] != CASUS_NONE;
}

/* Marks that part phrases; hyphens, full stops of initials and brackets stand within them. */
static bool parts(const casus_document *const document, const uint32_t word)
{
    static const char *const inside[] = {"-", "'", "’", ".", "(", ")", "/", "&"};
    if (upos_of(document, word) != UPOS_PUNCT) return false;
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
        if (tree_form_is(document, word, inside[i])) return false;
    return true;
}

/* The stretch that ends before `end` and begins behind a mark, or at `first`. */
static stretch stretch_before(const casus_document *const document, const uint32_t end,
                              const uint32_t first)
{
    stretch found = {end, end};
    int depth = 0; /* commas in brackets part nothing */
    while (found.first > first && end - found.first < PHRASE) {
        const uint32_t next = found.first - 1;
        depth += tree_form_is(document, next, ")");
        depth -= depth && tree_form_is(document, next, "(");
        if (!depth && parts(document, next)) return found;
        found.first--;
    }
    if (found.first != first) found.first = end;
    return found;
}

static bool begins_phrase(const casus_document *const document, const uint32_t word)
{
    const uint8_t upos = upos_of(document, word);
    if (document->time_at[word] != CASUS_NONE) return false;
    if (upos == UPOS_PRON) return tree_deprel(document, word) == DEP_NMOD_POSS;
    return upos == UPOS_DET || upos == UPOS_ADJ || upos == UPOS_NOUN || upos == UPOS_PROPN ||
           upos == UPOS_NUM;
}

/* "they", alone */
static bool is_pronoun(const casus_document *const document, const stretch at)
{
    return at.last == at.first + 1 && upos_of(document, at.first) == UPOS_PRON &&
           !(tree_word(document, at.first)->features & FEAT_RELATIVE) &&
           document->mention_at[at.first] != CASUS_NONE;
}

/* "Human Rights Watch": a capital within the sentence makes a name of any word. */
static bool is_capital(const casus_document *const document, const uint32_t word)
{
    const casus_word *const at = tree_word(document, word);
    return at->form.size && at->form.at[0] >= 'A' && at->form.at[0] <= 'Z' &&
           word > document->sentences.at[at->sentence].first;
}

/* A noun phrase: no verb but participles that describe a noun ("a man named Kito"), no clause. */
static bool is_phrase(const casus_document *const document, const stretch at)
{
    if (at.first >= at.last || !begins_phrase(document, at.first)) return false;
    for (uint32_t word = at.first; word < at.last; word++) {
        const uint8_t upos = upos_of(document, word);
        const casus_deprel deprel = tree_main_deprel(document, word);
        const bool describes = (tree_word(document, word)->features & FEAT_PARTICIPLE) &&
                               (deprel == DEP_ACL || deprel == DEP_AMOD || deprel == DEP_COMPOUND);
        if (upos == UPOS_AUX || upos == UPOS_SCONJ || upos == UPOS_ADV) return false;
        if (upos == UPOS_VERB && !describes && !is_capital(document, word)) return false;
        if (upos == UPOS_PRON && tree_deprel(document, word) != DEP_NMOD_POSS &&
            upos_of(document, word - 1) != UPOS_ADP)
            return false;
    }
    return true;
}

/* "by evening the junta", ", as the papers write": what may stand before a phrase is left out. */
static stretch trimmed(const casus_document *const document, stretch at)
{
    if (at.first < at.last && upos_of(document, at.first) == UPOS_SCONJ &&
        tree_lemma_is(document, at.first, "as"))
        at.first++;
    if (at.first + 2 >= at.last || upos_of(document, at.first) != UPOS_ADP) return at;
    uint32_t word = at.first + 1;
    while (word < at.last && document->time_at[word] != CASUS_NONE) word++;
    if (word > at.first + 1) at.first = word;
    return at;
}

/* What may stand between commas behind a noun phrase: another, a relative clause, a participle, an
 * age, "for the army". */
static bool is_aside(const casus_document *const document, const stretch at)
{
    if (at.first >= at.last) return false;
    const casus_word *const word = tree_word(document, at.first);
    if (word->features & FEAT_RELATIVE) return true;
    if (word->upos == UPOS_VERB) return (word->features & (FEAT_PARTICIPLE | FEAT_GERUND)) != 0;
    if (word->upos == UPOS_ADP || is_phrase(document, at)) return true;
    return word->upos == UPOS_PRON && (word->features & FEAT_INTERROGATIVE);
}

/* Where the noun phrase ends whose head is sought: before "of", "and", a bracket, a participle. */
static bool ends_core(const casus_document *const document, const uint32_t word)
{
    const uint8_t upos = upos_of(document, word);
    return upos == UPOS_ADP || upos == UPOS_CCONJ || upos == UPOS_VERB ||
           tree_form_is(document, word, "(");
}

static void add_head(const casus_document *const document, const uint32_t first, const uint32_t end,
                     speaker_phrase *const phrase)
{
    uint32_t head = CASUS_NONE;
    for (uint32_t word = first; word < end; word++)
        if (tree_is_nominal(document, word) || upos_of(document, word) == UPOS_NUM ||
            document->mention_at[word] != CASUS_NONE)
            head = word;
    if (head == CASUS_NONE || phrase->count == SPEAKER_HEADS) return;
    /* "Rosa Diaz": a name is known by its first word. */
    while (head > first && tree_main_deprel(document, head) == DEP_FLAT &&
           tree_word(document, head)->head >= first && tree_word(document, head)->head < head)
        head = tree_word(document, head)->head;
    phrase->heads[phrase->count++] = head;
}

/* The heads of a noun phrase and of those joined to it: "herders and a truce monitor". */
static void read_heads(const casus_document *const document, const stretch at,
                       speaker_phrase *const phrase)
{
    uint32_t first = at.first, word = at.first;
    bool within = false; /* behind "of": what "and" joins there is part of it */
    while (word <= at.last && at.first < at.last) {
        const bool end = word == at.last;
        if (!end && !ends_core(document, word)) {
            word++;
            continue;
        }
        if (!within) add_head(document, first, word, phrase);
        if (end) break;
        within = upos_of(document, word) != UPOS_CCONJ || within;
        first = ++word;
    }
}

static bool strip_joiner(const casus_document *const document, stretch *const at)
{
    if (at->first >= at->last || upos_of(document, at->first) != UPOS_CCONJ) return false;
    at->first++;
    return true;
}

/* The phrase that asides part from the comma: "a captain of the garrison, who is called Kito,". */
static stretch phrase_before_asides(const casus_document *const document, const uint32_t comma,
                                    const uint32_t first, bool *const joined)
{
    stretch found = {0, 0}, aside = stretch_before(document, comma, first);
    for (int i = 0; i < ASIDES && is_aside(document, aside) && aside.first > first + 1 &&
                    tree_form_is(document, aside.first - 1, ",");
         i++) {
        aside = trimmed(document, stretch_before(document, aside.first - 1, first));
        *joined = strip_joiner(document, &aside);
        const bool phrase_again = is_phrase(document, aside);
        if (!phrase_again && found.first < found.last) break;
        if (phrase_again) found = aside;
        if (*joined) break;
    }
    return found;
}

/* Adds the heads of a phrase behind those of the phrases that it is joined to: "the mayor, Ana
 * Torres, and the fire brigade". */
static void read_joined(const casus_document *const document, const stretch at, const bool joined,
                        const uint32_t first, speaker_phrase *const phrase)
{
    const uint32_t comma = at.first - 2;
    const bool goes_on = joined && at.first > first + 2 && tree_form_is(document, comma, ",") &&
                         is_phrase(document, stretch_before(document, comma, first));
    bool again = false;
    const stretch before =
        goes_on ? phrase_before_asides(document, comma, first, &again) : (stretch){0, 0};
    read_heads(document, before, phrase);
    read_heads(document, at, phrase);
    phrase->first = before.first < before.last ? before.first : at.first;
    phrase->last = at.last - 1;
}

bool speaker_phrase_before(const casus_document *const document, const uint32_t cue,
                           speaker_phrase *const phrase)
{
    const uint32_t first = document->sentences.at[tree_word(document, cue)->sentence].first;
    uint32_t at = cue;
    bool joined = false;
    *phrase = (speaker_phrase){0};
    for (int i = 0; i < GAP && at > first + 1 && is_between(document, at - 1); i++) at--;
    stretch found = {0, 0};
    if (at > first && tree_form_is(document, at - 1, ",")) {
        found = phrase_before_asides(document, at - 1, first, &joined);
        phrase->closed = true;
    } else {
        found = trimmed(document, stretch_before(document, at, first));
        joined = strip_joiner(document, &found);
        if (!is_phrase(document, found) && !is_pronoun(document, found)) return false;
    }
    if (found.first >= found.last) return false;
    read_joined(document, found, joined, first, phrase);
    phrase->fronted = phrase->first > first;
    return phrase->count > 0;
}

bool speaker_phrase_is_inserted(const casus_document *const document, const uint32_t cue)
{
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, cue)->sentence];
    speaker_phrase phrase;
    if (cue + 1 < sentence->first + sentence->count && upos_of(document, cue + 1) != UPOS_PUNCT)
        return false;
    return speaker_phrase_before(document, cue, &phrase) && phrase.fronted && !phrase.closed;
}

bool speaker_phrase_behind(const casus_document *const document, const uint32_t cue,
                           speaker_phrase *const phrase)
{
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, cue)->sentence];
    const uint32_t end = sentence->first + sentence->count;
    *phrase = (speaker_phrase){0};
    if (cue == sentence->first || !parts(document, cue - 1)) return false;
    if (tree_word(document, cue)->features & FEAT_GERUND) return false;
    stretch found = {cue + 1, cue + 1};
    while (found.last < end && !parts(document, found.last) && found.last - cue < PHRASE &&
           !(upos_of(document, found.last) == UPOS_PRON &&
             (tree_word(document, found.last)->features & FEAT_RELATIVE)))
        found.last++;
    if (found.last > found.first && tree_form_is(document, found.last - 1, ".")) found.last--;
    if (!is_phrase(document, found)) return false;
    read_heads(document, found, phrase);
    phrase->first = found.first;
    phrase->last = found.last - 1;
    phrase->fronted = true;
    phrase->ended = found.last < end && upos_of(document, found.last) == UPOS_PUNCT;
    return phrase->count > 0;
}
