/* Interviews: what one asked tells, all answers are said by who gives them. */
#include "coding/interview.h"

#include "coding/tree.h"

enum { QUESTIONS = 3, PARAGRAPHS_LEAST = 5, OPENING = 3, SHORT = 30 };

/* What a paragraph does in an interview. */
typedef struct turn {
    bool asks;   /* its last sentence is a question, or it speaks to somebody and is short */
    bool first;  /* somebody speaks of himself outside quotation marks */
    bool second; /* somebody is spoken to there */
    uint32_t words;
} turn;

typedef struct turns {
    turn *at;
    uint32_t count;
} turns;

static void read_word(const casus_document *const document, const uint32_t word, turn *const into)
{
    const casus_word *const at = tree_word(document, word);
    into->words++;
    if (at->upos != UPOS_PRON || (at->flags & WORD_QUOTED)) return;
    into->first |= (at->features & FEAT_FIRST) != 0;
    into->second |= (at->features & FEAT_SECOND) != 0;
}

static turns read_turns(coder_state *const coding)
{
    const casus_document *const document = coding->document;
    turns found = {NULL, 0};
    if (!document->sentences.count) return found;
    found.count = document->sentences.at[document->sentences.count - 1].paragraph + 1;
    found.at = ARENA_ARRAY(coding->arena, turn, found.count + 1);
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        const casus_sentence *const sentence = &document->sentences.at[i];
        turn *const into = &found.at[sentence->paragraph];
        for (uint32_t j = 0; j < sentence->count; j++)
            read_word(document, sentence->first + j, into);
        const casus_str text = casus_document_text(document, sentence->span);
        into->asks =
            text.size && (text.at[text.size - 1] == '?' || casus_str_starts(text, STR("Q:")));
    }
    for (uint32_t i = 0; i < found.count; i++)
        found.at[i].asks |= found.at[i].second && !found.at[i].first && found.at[i].words < SHORT;
    return found;
}

/* Who is asked: the first person that the opening describes, else the name that is its first
 * subject. */
static uint32_t find_person(const casus_document *const document)
{
    uint32_t subject = CASUS_NONE;
    for (uint32_t i = 0; i < document->record.mentions.count; i++) {
        const casus_mention *const mention = &document->record.mentions.at[i];
        const uint32_t sentence = tree_word(document, mention->head)->sentence;
        if (document->sentences.at[sentence].paragraph >= OPENING) break;
        if (document->record.actors.at[mention->actor].kind == KIND_PERSON) return i;
        if (subject == CASUS_NONE && mention->form == FORM_NAME &&
            tree_main_deprel(document, mention->head) == DEP_NSUBJ)
            subject = i;
    }
    return subject;
}

bool interview_read(coder_state *const coding, interview *const found)
{
    const turns all = read_turns(coding);
    uint32_t questions = 0, answers = 0;
    for (uint32_t i = 0; i + 1 < all.count; i++) {
        questions += all.at[i].asks;
        answers += all.at[i].asks && all.at[i + 1].first;
    }
    if (all.count < PARAGRAPHS_LEAST || questions < QUESTIONS || answers * 2 < questions)
        return false;
    found->person = find_person(coding->document);
    if (found->person == CASUS_NONE) return false;
    found->asks = ARENA_ARRAY(coding->arena, bool, all.count + 1);
    for (uint32_t i = 0; i < all.count; i++) found->asks[i] = all.at[i].asks;
    while (found->begin < all.count && !all.at[found->begin].asks) found->begin++;
    return true;
}
