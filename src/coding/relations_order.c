/* Belonging and leading told by the order of words, whatever the tree makes of it: "Colonel X of
 * the Y (Z)", "the Y (Z) of X", "X (Northland, Y)". */
#include "coding/relations.h"

#include "coding/parties.h"
#include "coding/tree.h"

enum { BRACKET = 9, TITLE = 2 };

static uint32_t sentence_end(const casus_document *const document, const uint32_t word)
{
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, word)->sentence];
    return sentence->first + sentence->count;
}

/* The closing bracket of what opens at the word; CASUS_NONE where none is near. */
static uint32_t closing(const casus_document *const document, const uint32_t word)
{
    const uint32_t end = sentence_end(document, word);
    for (uint32_t at = word + 1; at < end && at < word + BRACKET; at++)
        if (tree_form_is(document, at, ")")) return at;
    return CASUS_NONE;
}

/* The mention that begins at the word or, past an article and a title, soon after it. */
static uint32_t mention_from(const casus_document *const document, const uint32_t word)
{
    enum { LONGEST = 8 };
    const uint32_t end = sentence_end(document, word);
    const uint32_t first = tree_word(document, word)->upos == UPOS_DET ? word + 1 : word;
    uint32_t best = CASUS_NONE;
    for (uint32_t at = first; at < end && at < first + LONGEST; at++) {
        const uint32_t mention = document->mention_at[at];
        if (mention == CASUS_NONE || document->record.mentions.at[mention].form != FORM_NAME)
            continue;
        const uint32_t begin = document->record.mentions.at[mention].first;
        if (begin >= first && begin <= first + TITLE) best = mention;
        if (best != CASUS_NONE) return best;
    }
    return CASUS_NONE;
}

static void add(coder_state *const coding, const char *const name, const uint32_t word,
                const uint32_t from, const uint32_t to)
{
    const lex_rule *const rule = ontology_find(coding->ontology, casus_str_from(name));
    if (rule && rule->relation >= 0) relations_add(coding, rule, word, from, to);
}

static bool is_organization(const casus_actor *const actor)
{
    return actor->kind == KIND_ORGANIZATION;
}

/* `at`: the word behind the mention and its acronym. */
static void from_of(coder_state *const coding, const uint32_t word, const uint32_t at)
{
    const casus_document *const document = coding->document;
    if (at + 1 >= sentence_end(document, word) || !tree_form_is(document, at, "of")) return;
    const uint32_t mention = mention_from(document, at + 1);
    if (mention == CASUS_NONE) return;
    const uint32_t whole = party_at(coding, word),
                   owner = document->record.mentions.at[mention].actor;
    const casus_actor *const a = &document->record.actors.at[whole], *const b =
                                                                         &document->record.actors
                                                                              .at[owner];
    if (a->kind == KIND_PERSON && is_organization(b))
        add(coding, "member-of-possession", word, whole, owner);
    else if (is_organization(a) && b->kind == KIND_PERSON)
        add(coding, "leader-of-possession", word, owner, whole);
}

static void from_brackets(coder_state *const coding, const uint32_t word, const uint32_t open,
                          const uint32_t close)
{
    const casus_document *const document = coding->document;
    const uint32_t person = party_at(coding, word);
    if (document->record.actors.at[person].kind != KIND_PERSON) return;
    for (uint32_t at = open + 1; at < close; at++) {
        const uint32_t party = party_at(coding, at);
        if (party == CASUS_NONE || party == person) continue;
        if (is_organization(&document->record.actors.at[party]))
            add(coding, "member-in-brackets", word, person, party);
    }
}

void relations_of_order(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const uint32_t number = document->mention_at[word];
    if (number == CASUS_NONE) return;
    const casus_mention *const mention = &document->record.mentions.at[number];
    uint32_t at = mention->last + 1;
    if (mention->form != FORM_NAME || at >= sentence_end(document, word)) return;
    if (tree_form_is(document, at, "(")) {
        const uint32_t close = closing(document, at);
        if (close == CASUS_NONE) return;
        from_brackets(coding, word, at, close);
        at = close + 1;
    }
    from_of(coding, word, at);
}
