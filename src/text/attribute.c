/* Participles that only ever describe ("from neighboring Chad"): parsers that learned from other
 * text take them for verbs with an object, which hides the noun from whatever governs it. */
#include "syntax/ud.h"
#include "text/data.h"

/* The noun that the parser has for the object of the participle, behind it with nothing between but
 * words of its own phrase; or CASUS_NONE. */
static uint32_t noun_of(const casus_document *const document, const uint32_t participle)
{
    uint32_t noun = CASUS_NONE;
    for (EACH_CHILD(document, participle, child)) {
        const casus_word *const word = &document->words.at[child];
        if (word->deprel == DEP_NSUBJ || word->deprel == DEP_NSUBJ_PASS || word->deprel == DEP_AUX)
            return CASUS_NONE;
        if (word->deprel == DEP_OBJ && child > participle && noun == CASUS_NONE) noun = child;
    }
    for (uint32_t i = participle + 1; noun != CASUS_NONE && i < noun; i++)
        if (document->words.at[i].head <= participle || document->words.at[i].head > noun)
            return CASUS_NONE;
    return noun;
}

/* How the noun stands to what governed the participle. */
static uint8_t noun_label(const casus_document *const document, const uint32_t participle,
                          const bool marked)
{
    const casus_word *const word = &document->words.at[participle];
    const uint8_t governor = document->words.at[word->head].upos;
    if (word->head == participle) return word->deprel;
    switch (word->deprel) {
    case DEP_CSUBJ:
        return DEP_NSUBJ;
    case DEP_ADVCL:
    case DEP_XCOMP:
    case DEP_CCOMP:
    case DEP_ACL:
        if (governor != UPOS_VERB) return DEP_NMOD;
        return marked ? DEP_OBL : DEP_OBJ;
    default:
        return word->deprel;
    }
}

/* "accused neighboring Chad of arming them": what is said of the deed is not the noun's. */
static bool is_clause(const uint8_t deprel)
{
    return deprel == DEP_ADVCL || deprel == DEP_CCOMP || deprel == DEP_XCOMP;
}

static void turn(casus_document *const document, const uint32_t participle, const uint32_t noun)
{
    casus_word *const words = document->words.at;
    const uint32_t governor = words[participle].head;
    bool marked = false;
    for (EACH_CHILD(document, participle, child)) {
        marked |= words[child].deprel == DEP_MARK || words[child].deprel == DEP_CASE;
        if (words[child].deprel == DEP_MARK) {
            words[child].deprel = DEP_CASE;
            words[child].upos = UPOS_ADP;
        }
        const bool other = is_clause(words[child].deprel) && words[governor].upos == UPOS_VERB;
        words[child].head = other && governor != participle ? governor : noun;
    }
    words[noun].deprel = noun_label(document, participle, marked);
    words[noun].head = governor == participle ? noun : governor;
    words[participle].head = noun;
    words[participle].deprel = DEP_AMOD;
    words[participle].upos = UPOS_ADJ;
    words[participle].lemma = words[participle].form;
}

bool casus_text_attributes(const casus_text_data *const data, casus_document *const document)
{
    bool turned = false;
    for (uint32_t i = 0; i < document->words.count; i++) {
        if (document->words.at[i].upos != UPOS_VERB ||
            !(casus_lexical(data, document->words.at[i].form) & LEXICAL_ATTRIBUTE))
            continue;
        const uint32_t noun = noun_of(document, i);
        if (noun == CASUS_NONE) continue;
        turn(document, i, noun);
        turned = true;
    }
    return turned;
}
