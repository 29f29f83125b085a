/* Event mentions before they are joined into events. */
#ifndef CASUS_CODING_DRAFTS_H
#define CASUS_CODING_DRAFTS_H

#include "coding/match.h"

/* How the stance of a statement was read. */
typedef enum statement_reading {
    READ_CUE,     /* the word of saying has it */
    READ_DENIAL,  /* those who are charged say that it was not so, or that others did it */
    READ_CLAIM,   /* those who speak are, or seem, those who did it */
    READ_OUTRAGE, /* what they say of it disapproves */
    READ_ANSWER,  /* told in an interview */
    READ_OTHER,   /* any word of saying may state or allege */
    READINGS
} statement_reading;

/* What somebody may have said of an event, before it is decided upon. */
typedef struct statement_draft {
    casus_statement statement; /* first, for observers */
    uint32_t utterance;        /* number of its attribution */
    uint32_t mention;          /* the word that tells the event where the statement meets it */
    statement_reading reading;
    /* Alternatives: an utterance means one of the events that it may refer to, or none; 0: this
     * stands alone. */
    uint32_t choice;
    uint32_t rank;    /* of the events that may be meant: 0 for the most prominent */
    uint32_t recency; /* 0 for the last told */
    int prominence;   /* how much the text is about it, seen from here */
    float odds;
    bool sure; /* grammar ties it, or it is the likeliest of those that may be meant */
} statement_draft;

/* How an actor came to be proposed for a role. */
typedef enum role_way {
    WAY_FRAME,      /* an argument of the predicate */
    WAY_INNER,      /* of its object */
    WAY_LIGHT,      /* of the light verb that governs the event noun */
    WAY_COPULA,     /* "X was behind the raid" */
    WAY_PARTICIPLE, /* "raids carried out by X" */
    WAY_CONTENT,    /* of what is demanded, promised, charged */
    WAY_AUTHOR,     /* of the violence told just before */
    WAY_CLAIM,      /* says that he did it */
    WAY_ACCUSED,    /* is said to have done it */
    WAY_SAID,       /* speaks, or is spoken of, where what is said is the event (sayings.c) */
    WAY_WITHIN,     /* stands within what is promised or threatened */
    WAY_ANSWERED,   /* charged, asked or offered what is refused here */
    WAY_COUNT
} role_way;

/* A rule's proposal for a role. */
typedef struct role_hint {
    uint32_t actor, place, noun; /* one of them; a noun that names nobody (unnamed.h) */
    uint16_t key; /* ARG_… or a preposition's number; ARG_NONE where no argument gave it */
    role_way way;
    bool target, joined; /* not as source; by another mention of the same happening */
} role_hint;

typedef struct event_draft {
    casus_event event;
    const lex_rule *rule;
    uint32_t word, clause; /* trigger; predicate of its clause */
    uint32_t sentence;
    uint32_t into;         /* the draft that it was joined to, or CASUS_NONE */
    uint32_t cause, whole; /* drafts that this one answers, and is a part of; or CASUS_NONE */
    uint32_t kept;         /* its number in the record, or CASUS_NONE */
    uint32_t episode;      /* a definite word for an episode in its clause, or CASUS_NONE */
    bool nominal;          /* told by a noun */
    bool definite;         /* "the attack": has been told before, or will be */
    bool governed;         /* what somebody asks for, threatens or plans: inside another event */
    bool filled; /* its roles were decided in a text without capitals: kept whatever its odds */
    bool dated;  /* its own clause has a date */
    bool placed; /* its own clause has a place */
    uint32_t guessed;    /* the place that the rules gave it, or CASUS_NONE */
    casus_date dated_to; /* the date that the rules gave it */
    casus_refs accused;  /* who is said to have done it */
    /* A standing relation (relations_said.c), its ends as source and target: those who speak of it
     * are judged as those who speak of events are. */
    bool standing;
    casus_relation_type relation;
    VEC(uint32_t) words; /* triggers of all mentions joined into it */
    VEC(statement_draft) said;
    VEC(role_hint) hints; /* all that the rules proposed for source and target, for roles.c */
    VEC(struct event_draft) readings; /* what its word may mean instead (readings.c) */
    uint8_t reading; /* 0: as its most specific rule has it; else how far its rule is from that */
} event_draft;

typedef struct drafts {
    VEC(event_draft) list;
    uint32_t *at; /* by word: the draft triggered there, or CASUS_NONE */
    uint32_t words;
    uint32_t sorted; /* so many from the first on stand in text order */
} drafts;

/* Proposes a draft for each predicate that the lexicon knows as an event (propose.c). */
void drafts_propose(coder_state *coding);

/* Counts of victims that the rule's effect names, and what the clause adds ("leaving 12 dead")
 * (counts.c). */
void drafts_count(coder_state *coding, event_draft *draft);

/* Adds a draft for the rule triggered at the word; NULL where there is no rule (propose.c). */
event_draft *drafts_add(coder_state *coding, uint32_t word, const lex_rule *rule);

/* What the word tells by the rule, as a draft that stands in no list (propose.c). */
event_draft drafts_read(coder_state *coding, uint32_t word, const lex_rule *rule);

/* What is told is force against somebody or something. */
static inline bool draft_is_force(const event_draft *const draft)
{
    return draft->event.type == EVENT_ASSAULT || draft->event.type == EVENT_COERCE;
}

/* Records as hints the sources from `sources` on and the targets from `targets` on (propose.c). */
void drafts_hint(const coder_state *coding, event_draft *draft, uint32_t sources, uint32_t targets,
                 role_way way, uint16_t key);

/* Figures that the trees did not give (figures.c). */
void figures_find(coder_state *coding);

/* Figures of a phrase: false where it has none. */
bool counts_of_phrase(const coder_state *coding, uint32_t head, uint64_t *min, uint64_t *max,
                      casus_span *span);

/* Whether what the predicate at `word` tells happened (factuality.c); `governed` is set where
 * another event holds it. */
casus_factuality factuality_of(coder_state *coding, uint32_t word, bool *governed);

/* Joins the mentions of one happening (join.c). */
void drafts_join(coder_state *coding);

/* What answers what, what is part of what (episodes.c). */
void episodes_find(coder_state *coding);

/* Gives violence without an author the author of what was told just before (join.c). */
void drafts_infer_authors(coder_state *coding);

/* The draft that a draft was joined into, itself where it was not. */
event_draft *drafts_final(coder_state *coding, uint32_t number);

/* The mention of the happening `a` that stands nearest to `b` (join.c). */
const event_draft *drafts_nearest(const coder_state *coding, const event_draft *a,
                                  const event_draft *b);

/* The event draft told at or nearest under the word, its own clause first; NULL for none. */
event_draft *drafts_under(coder_state *coding, uint32_t word);

/* Demands and threats that lie in what somebody says (sayings.c). */
void sayings_find(coder_state *coding);

/* What is told: the name of the type of an event or relation. */
static inline const char *draft_type(const event_draft *const draft)
{
    return draft->standing ? casus_relation_type_name(draft->relation)
                           : casus_event_type_name(draft->event.type);
}

/* Who says so: fills the statements of drafts (statements.c); relations ask for theirs. */
void statements_attach(coder_state *coding);

/* Relations and their statements (relations.c), warnings (warnings.c), written to the record. */
void relations_find(coder_state *coding);
void warnings_find(coder_state *coding);

#endif
