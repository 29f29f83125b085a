/* Which rule of the lexicon a predicate follows. */
#ifndef CASUS_CODING_MATCH_H
#define CASUS_CODING_MATCH_H

#include "coding/frame.h"

/* What one asks the lexicon for: rules that have … */
typedef enum match_want {
    WANT_EVENT,
    WANT_STANCE,
    WANT_RELATION,
    WANT_FACTUALITY,
    WANT_LIGHT
} match_want;

typedef struct match {
    const lex_rule *rule; /* NULL: none */
    uint32_t extra;       /* the last of the further words of a phrase, or CASUS_NONE */
    int score;
} match;

/* The most specific rule of this kind whose spelling and conditions hold at `word`.  A blocking
 * rule (event: none) that is at least as specific as any event rule gives none. */
match match_word(coder_state *coding, uint32_t word, match_want want);

/* The most specific rules of every type of event whose spelling and conditions hold at `word`. */
void match_events(coder_state *coding, uint32_t word, match found[EVENT_TYPES]);

/* The same for rules that tell relations, of each type on its own: a word may tell several. */
void match_relations(coder_state *coding, uint32_t word, match found[RELATION_TYPES]);

/* Whether the words of the argument are in the word class (built-in or of the lexicon). */
bool match_in_class(coder_state *coding, uint32_t word, uint16_t klass);

/* Whether the noun at `head` meets the conditions that the rule sets on `head`. */
bool match_head_meets(coder_state *coding, const lex_rule *rule, uint32_t head);

/* Whether the word is one of the engine's words of this class; CASUS_NONE is none. */
bool match_is(const coder_state *coding, engine_words words, uint32_t word);

/* "in what the mayor called a raid": whether the verb only gives what happened its name. */
bool match_names(const coder_state *coding, uint32_t verb);

/* The auxiliary of the clause that is one of these words, or CASUS_NONE. */
uint32_t match_auxiliary(const coder_state *coding, uint32_t clause, engine_words words);

/* "the raid", "these charges": whether a definite determiner stands before the noun. */
bool match_is_definite(const coder_state *coding, uint32_t noun);

/* Whether the lemma is that of an event noun. */
bool match_is_event_noun(const coder_state *coding, uint32_t word);

/* Makes room for what matching keeps of a document; called once, first. */
void match_begin(coder_state *coding);

#endif
