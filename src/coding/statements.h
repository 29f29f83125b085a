/* Attributions: who is on record about what, found once and asked by events, relations and
 * warnings. */
#ifndef CASUS_CODING_STATEMENTS_H
#define CASUS_CODING_STATEMENTS_H

#include "coding/drafts.h"

enum { ATTRIBUTION_CONTENTS = 8, CHOICE_SPEAKERS = 4 };

/* One act of saying: "X said that …", "according to X", "X denied …", "X condemned …". */
typedef struct attribution {
    uint32_t cue, clause; /* the word of saying; CASUS_NONE for none */
    uint32_t sentence;
    casus_stance stance;
    casus_refs speakers, accused;
    uint32_t contents[ATTRIBUTION_CONTENTS]; /* heads of what is said */
    uint32_t count;
    bool whole;           /* covers all its clause but the cue: "…, according to X" */
    bool carried;         /* a pronoun: whoever spoke before goes on */
    bool idiom;           /* of several words: "take responsibility" */
    bool surface;         /* the speaker was found by the order of words */
    uint32_t first, last; /* words that are said where no head tells; first > last for none */
    const lex_rule *rule;
    const struct utterance_content *content; /* read once, for events told elsewhere */
} attribution;

typedef struct attributions {
    VEC(attribution) list; /* in text order */
    uint32_t *first;       /* by sentence: its first attribution */
} attributions;

/* Finds all of a document, in text order. */
void attributions_find(coder_state *coding);

/* Reads from the tree what is said, by whom and against whom (attribution_contents.c); false where
 * the word says nothing as it stands. */
bool attribution_read_contents(coder_state *coding, attribution *said, bool nominal);

/* Whether by the rule the subject of a verb speaks. */
bool attribution_subject_speaks(const lex_rule *rule);

/* Whether the verb governs a that-clause or a quotation: any such may be one of saying. */
bool attribution_governs(const coder_state *coding, uint32_t verb);

/* Finds speakers and words said by the order of words, where the tree did not tell them
 * (attribution_surface.c). */
void attribution_read_surface(coder_state *coding, attribution *said);

/* Adds the attribution that a phrase, a condition, a colon or an adverb makes: "according to X",
 * "if one believes X", "X: '…'", "allegedly" (attribution_phrases.c). */
void attribution_read_phrase(coder_state *coding, uint32_t word);
void attribution_read_condition(coder_state *coding, uint32_t verb);
void attribution_read_label(coder_state *coding, uint32_t colon);
void attribution_read_adverb(coder_state *coding, uint32_t word);

/* Puts whoever stands beside the word of saying, behind a comma, in the place of a subject that the
 * tree has further off (attribution_surface.c). */
void attribution_mend_speaker(coder_state *coding, attribution *said, uint32_t subject);

/* Adds who speaks by the phrase at the word (speakers.c). */
void speakers_of(coder_state *coding, uint32_t word, casus_refs *speakers);

/* Makes an actor of a name or a word for the press that no lexicon knows; false where it is none.
 */
bool speakers_unknown(coder_state *coding, uint32_t word, casus_refs *speakers);

/* "a statement released by the league", "pamphlets that it handed out": who did it speaks. */
bool speakers_issuing(coder_state *coding, uint32_t noun, casus_refs *speakers);

/* "…, he said": where the pronoun stands for nobody, or for one of whom only somebody's words told,
 * who spoke before goes on (speakers_refer.c). */
void speakers_carry_on(coder_state *coding, attribution *said, uint32_t subject);

/* "The union accused the firm; the company denied it": whoever charges does not deny his own
 * charge, so those whom he charged do. */
void speakers_answer(coder_state *coding, attribution *said, uint32_t subject);

/* Adds to `statements` every attribution whose content holds `word`; `about` are the actors said to
 * have acted, so that one who speaks of himself claims or admits. */
void attributions_cover(coder_state *coding, uint32_t word, const casus_refs *about,
                        casus_statements *statements);

/* Adds one entry per speaker and stance; repeated ones are dropped. */
void statements_add(coder_state *coding, const attribution *said, casus_stance stance,
                    casus_tie tie, casus_statements *statements);

/* Whether what is said in the utterance holds the word. */
bool attribution_holds(const coder_state *coding, const attribution *said, uint32_t word);

/* The statement that one of the speakers makes by the utterance. */
casus_statement attribution_statement(coder_state *coding, const attribution *said, uint32_t by,
                                      casus_stance stance, casus_tie tie);

/* Those who are accused in the utterance are accused of the event. */
void statements_accuse(coder_state *coding, const attribution *said, event_draft *draft);

/* Those who are accused of an event that has no source, or who claim it, are its source. */
void statements_credit(coder_state *coding, const attribution *said, bool claims,
                       event_draft *draft);

/* States or alleges: what any word of saying may do. */
bool stance_is_plain(casus_stance stance);

/* Whether one of those who speak is of the parties, or acts for one of them. */
bool attribution_is_own(const coder_state *coding, const attribution *said,
                        const casus_refs *parties);

/* Proposes what each speaker of the utterance says of an event, unless it is known from the
 * utterance or, better, from one that tells the event.  `pattern` has all but the statement. */
void statements_propose(coder_state *coding, event_draft *draft, const attribution *said,
                        casus_stance stance, casus_tie tie, const statement_draft *pattern);

/* Proposes what the utterances that hold the word say of the draft that it tells, but for those
 * that `skip` is true of; it may be NULL. */
typedef bool statements_test(const coder_state *coding, const attribution *said, uint32_t word);
void statements_cover(coder_state *coding, uint32_t word, event_draft *draft,
                      statements_test *skip);

/* Proposes what utterances say of events that are told elsewhere (references.c). */
void references_find(coder_state *coding);

/* How many statements about the event grammar alone tells. */
uint32_t statements_sure(const event_draft *draft);

/* Whether grammar alone ties the utterance to the event. */
bool statements_tied(const event_draft *draft, uint32_t utterance);

/* Whether some party surely alleges the event. */
bool statements_allege(const event_draft *draft);

/* The highest number of a choice among the document's statements. */
uint32_t statements_choices(const coder_state *coding);

#endif
