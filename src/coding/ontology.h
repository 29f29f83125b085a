/* The event lexicon as the coder uses it: rules, and an index from lemmas to them
 * (data/events/README.md). */
#ifndef CASUS_CODING_ONTOLOGY_H
#define CASUS_CODING_ONTOLOGY_H

#include "coding/coding.h"

/* Arguments of a predicate.  Prepositions are numbered from ARG_PREPOSITION on, in the order in
 * which the lexicon names them. */
enum {
    ARG_NONE,
    ARG_SUBJ,
    ARG_OBJ,
    ARG_IOBJ,
    ARG_POSS,
    ARG_COMP,
    ARG_SELF,
    ARG_XCOMP,
    ARG_CCOMP,
    ARG_ADVCL,
    ARG_ANY,
    ARG_FIRST,
    ARG_SECOND,
    ARG_HEAD,
    ARG_PREPOSITION
};

/* What an argument is to the event, statement or relation: bits, since one argument can be several
 * things. */
typedef enum role {
    ROLE_SOURCE = 1 << 0,
    ROLE_TARGET = 1 << 1,
    ROLE_BOTH = 1 << 2,
    ROLE_PLACE = 1 << 3,
    ROLE_INSTRUMENT = 1 << 4,
    ROLE_OBJECT = 1 << 5,
    ROLE_WEAPON = 1 << 6,
    ROLE_TOPIC = 1 << 7,
    ROLE_RECIPIENT = 1 << 8,
    ROLE_SPEAKER = 1 << 9,
    ROLE_CONTENT = 1 << 10,
    ROLE_ADDRESSEE = 1 << 11,
    ROLE_ACCUSED = 1 << 12,
    ROLE_VICTIM = 1 << 13,
    ROLE_FROM = 1 << 14,
    ROLE_TO = 1 << 15
} role;

typedef struct lex_binding {
    uint16_t argument;
    uint32_t roles;
} lex_binding;

typedef struct lex_condition {
    uint16_t argument;
    bool negated;
    VEC(casus_str) words;  /* lemmas, folded */
    VEC(uint16_t) classes; /* word classes */
} lex_condition;

enum { EVENT_UNSET = -1, EVENT_BLOCKED = -2 };

typedef struct lex_rule {
    casus_str id, file;
    uint32_t line;
    int event; /* casus_event_type, EVENT_UNSET or EVENT_BLOCKED */
    casus_str mode, cameo, acled, weapon;
    VEC(casus_str) contexts;
    int stance, relation, factuality; /* the enumerators, or -1 */
    uint16_t governs[4]; /* the arguments whose events the factuality or stance reaches */
    uint16_t control;    /* ARG_SUBJ or ARG_OBJ: whose understood subject */
    bool light;
    int effect; /* casus_effect, or -1 */
    uint16_t effect_argument;
    VEC(lex_binding) roles, noun_roles;
    VEC(lex_condition) conditions;
    int priority;
    int specificity; /* by priority, then by conditions: what wins over what (match.c) */
} lex_rule;

typedef enum entry_class {
    ENTRY_VERB,
    ENTRY_NOUN,
    ENTRY_ADJ,
    ENTRY_PHRASE,
    ENTRY_SUFFIX,
    ENTRY_ADVERB
} entry_class;

/* One way to spell a rule: its head lemma is the key of the index, `rest` the further lemmas that
 * have to be there. */
typedef struct lex_entry {
    uint32_t rule;
    entry_class klass;
    bool copular; /* spelled with `be`: the head is the predicate, with a copula */
    VEC(casus_str) rest;
    uint8_t marks[2]; /* of the first and last of these (ontology_mark) */
    uint32_t next;    /* of the same head lemma, or CASUS_NONE */
} lex_entry;

/* One of 256 marks of a word, by its spelling: two words with different marks differ. */
static inline uint8_t ontology_mark(const casus_str word)
{
    const uint64_t hash = casus_str_hash(word, 0);
    return (uint8_t)(hash ^ hash >> 32);
}

/* Word classes that the engine itself asks for, by name in the lexicon or built in. */
typedef enum builtin_class {
    CLASS_ACTOR,
    CLASS_ARMED,
    CLASS_HUMAN,
    CLASS_STATE,
    CLASS_PLACE,
    CLASS_EVENT,
    CLASS_MONEY,
    CLASS_NONACTOR,
    CLASS_WEAPON,
    CLASS_OBJECT,
    CLASS_BUILTIN_COUNT
} builtin_class;

typedef struct thing_class { /* of weapons and objects */
    casus_str name;
    bool weapon;
} thing_class;

/* Word classes that the engine asks for by name: data/events/engine-words.txt. */
#define ENGINE_WORDS(X)                                                                            \
    X(WORDS_ABOUT_SPORT, "about-sport")                                                            \
    X(WORDS_ABOUT_STAGE, "about-stage")                                                            \
    X(WORDS_ACLED_AIR, "acled-air")                                                                \
    X(WORDS_ACLED_ARMS, "acled-arms")                                                              \
    X(WORDS_ACLED_BASE, "acled-base")                                                              \
    X(WORDS_ACLED_CHEMICAL, "acled-chemical")                                                      \
    X(WORDS_ACLED_DISARMING, "acled-disarming")                                                    \
    X(WORDS_ACLED_DISPERSAL, "acled-dispersal")                                                    \
    X(WORDS_ACLED_EXPLOSIVE, "acled-explosive")                                                    \
    X(WORDS_ACLED_GRENADE, "acled-grenade")                                                        \
    X(WORDS_ACLED_GUNFIRE, "acled-gunfire")                                                        \
    X(WORDS_ACLED_MILITARY, "acled-military")                                                      \
    X(WORDS_ACLED_MOB, "acled-mob")                                                                \
    X(WORDS_ACLED_PEACEFUL, "acled-peaceful")                                                      \
    X(WORDS_ACLED_POLICE, "acled-police")                                                          \
    X(WORDS_ACLED_PROPELLED, "acled-propelled")                                                    \
    X(WORDS_ACLED_PROTEST, "acled-protest")                                                        \
    X(WORDS_ACLED_RIOT, "acled-riot")                                                              \
    X(WORDS_ACLED_SHELL, "acled-shell")                                                            \
    X(WORDS_ACLED_SUICIDE, "acled-suicide")                                                        \
    X(WORDS_ACLED_WITHOUT, "acled-without")                                                        \
    X(WORDS_ACLED_STRUGGLE, "acled-struggle")                                                      \
    X(WORDS_ACLED_IRREGULAR, "acled-irregular")                                                    \
    X(WORDS_ALTERNATIVE, "alternative")                                                            \
    X(WORDS_AS, "as")                                                                              \
    X(WORDS_INVERTED_ANYWHERE, "inverted-anywhere")                                                \
    X(WORDS_LONG, "long")                                                                          \
    X(WORDS_NONE_OF, "none-of")                                                                    \
    X(WORDS_OTHERWISE, "otherwise")                                                                \
    X(WORDS_TO, "to")                                                                              \
    X(WORDS_ACCOUNT, "account")                                                                    \
    X(WORDS_ACCOUNT_PREPOSITION, "account-preposition")                                            \
    X(WORDS_SAYS_WITH_CLAUSE, "says-with-clause")                                                  \
    X(WORDS_SAID_TO, "said-to")                                                                    \
    X(WORDS_TO_BLAME, "to-blame")                                                                  \
    X(WORDS_ONLY_READ, "only-read")                                                                \
    X(WORDS_TIME_CONJUNCTION, "time-conjunction")                                                  \
    X(WORDS_DOCUMENT, "document")                                                                  \
    X(WORDS_TRUST, "trust")                                                                        \
    X(WORDS_DEED, "deed")                                                                          \
    X(WORDS_WITHHOLD, "withhold")                                                                  \
    X(WORDS_NAMING, "naming")                                                                      \
    X(WORDS_DASH, "dash")                                                                          \
    X(WORDS_PRESS, "press")                                                                        \
    X(WORDS_ANSWER, "answer")                                                                      \
    X(WORDS_ANY, "any")                                                                            \
    X(WORDS_CHARGE, "charge")                                                                      \
    X(WORDS_AUTHORSHIP, "authorship")                                                              \
    X(WORDS_DEED_PRONOUN, "deed-pronoun")                                                          \
    X(WORDS_UNTRUTH, "untruth")                                                                    \
    X(WORDS_BARE_PASSIVE, "bare-passive")                                                          \
    X(WORDS_EPISODE, "episode")                                                                    \
    X(WORDS_OPERATION, "operation")                                                                \
    X(WORDS_OWNER_PREPOSITION, "owner-preposition")                                                \
    X(WORDS_CONDITIONAL, "conditional")                                                            \
    X(WORDS_CONSEQUENCE_MODAL, "consequence-modal")                                                \
    X(WORDS_CONSEQUENCE_VERB, "consequence-verb")                                                  \
    X(WORDS_COURSE_PREPOSITION, "course-preposition")                                              \
    X(WORDS_DEFINITE, "definite")                                                                  \
    X(WORDS_DEMAND_MODAL, "demand-modal")                                                          \
    X(WORDS_DID_IT, "did-it")                                                                      \
    X(WORDS_DOOM, "doom")                                                                          \
    X(WORDS_PARTICLE, "particle")                                                                  \
    X(WORDS_QUANTITY, "quantity")                                                                  \
    X(WORDS_EITHER, "either")                                                                      \
    X(WORDS_EXAMPLE, "example-marker")                                                             \
    X(WORDS_FIGURE_ABDUCTED, "figure-abducted")                                                    \
    X(WORDS_FIGURE_ABDUCTED_PERHAPS, "figure-abducted-perhaps")                                    \
    X(WORDS_FIGURE_DETAINED, "figure-detained")                                                    \
    X(WORDS_FIGURE_DETAINED_PERHAPS, "figure-detained-perhaps")                                    \
    X(WORDS_FIGURE_DISPLACED, "figure-displaced")                                                  \
    X(WORDS_FIGURE_DISPLACED_PERHAPS, "figure-displaced-perhaps")                                  \
    X(WORDS_FIGURE_INJURED, "figure-injured")                                                      \
    X(WORDS_FIGURE_INJURED_PERHAPS, "figure-injured-perhaps")                                      \
    X(WORDS_FIGURE_KILLED, "figure-killed")                                                        \
    X(WORDS_FIGURE_KILLED_PERHAPS, "figure-killed-perhaps")                                        \
    X(WORDS_FIGURE_LIFE, "figure-life")                                                            \
    X(WORDS_FIGURE_LIFE_VERB, "figure-life-verb")                                                  \
    X(WORDS_FIGURE_MISSING, "figure-missing")                                                      \
    X(WORDS_FIGURE_MISSING_PERHAPS, "figure-missing-perhaps")                                      \
    X(WORDS_FIGURE_SURRENDERED, "figure-surrendered")                                              \
    X(WORDS_FIGURE_SURRENDERED_PERHAPS, "figure-surrendered-perhaps")                              \
    X(WORDS_FIGURE_UNIT, "figure-unit")                                                            \
    X(WORDS_FIRST_PERSON, "first-person")                                                          \
    X(WORDS_GROUP_NOUN, "group-noun")                                                              \
    X(WORDS_HOME_PREPOSITION, "home-preposition")                                                  \
    X(WORDS_HELPED, "helped-by")                                                                   \
    X(WORDS_HYPOTHETICAL_ACT, "hypothetical-act")                                                  \
    X(WORDS_INVERTED_MODAL, "inverted-modal")                                                      \
    X(WORDS_NEGATION, "negation")                                                                  \
    X(WORDS_OUTRAGE, "outrage")                                                                    \
    X(WORDS_FALSEHOOD, "falsehood")                                                                \
    X(WORDS_PART_MARKER, "part-marker")                                                            \
    X(WORDS_RISK_VERB, "risk-verb")                                                                \
    X(WORDS_SOURCE_PREPOSITION, "source-preposition")                                              \
    X(WORDS_STRANGER, "stranger")                                                                  \
    X(WORDS_THREAT_MODAL, "threat-modal")                                                          \
    X(WORDS_TOLL, "toll")                                                                          \
    X(WORDS_TOLL_PREPOSITION, "toll-preposition")                                                  \
    X(WORDS_WARNING_MODAL, "warning-modal")                                                        \
    X(WORDS_WHERE, "where")                                                                        \
    X(WORDS_WHOEVER, "whoever")
#define ENUMERATE_WORDS(name, text) name,
typedef enum engine_words { ENGINE_WORDS(ENUMERATE_WORDS) ENGINE_WORDS_COUNT } engine_words;
#undef ENUMERATE_WORDS

struct casus_ontology {
    casus_arena *arena;
    VEC(char *) texts; /* the files' bytes, which the rules point into */
    VEC(lex_rule) rules;
    VEC(lex_entry) entries;
    casus_map ids;                       /* rule id -> rule */
    casus_map index;                     /* head lemma -> first lex_entry */
    casus_map prepositions;              /* lemma -> argument number */
    casus_map classes;                   /* name -> number */
    casus_map *class_words;              /* by class number: lemma -> 1 */
    VEC(casus_map) words;                /* the same, while loading */
    uint32_t engine[ENGINE_WORDS_COUNT]; /* their numbers */
    casus_map things;                    /* lemma (multiword: joined by spaces) -> thing class */
    VEC(thing_class) thing_classes;
};

/* The argument number of a preposition's lemma, or ARG_NONE. */
uint16_t ontology_preposition(const casus_ontology *ontology, casus_str lemma);

/* Whether the lemma is one of the engine's words of this class. */
bool ontology_has(const casus_ontology *ontology, engine_words words, casus_str lemma);

/* The roles that the rule binds to the argument (nominal: as a noun), or 0. */
uint32_t ontology_roles(const lex_rule *rule, bool nominal, uint16_t argument);

/* The class of a weapon or object by its lemma, or NULL. */
const thing_class *ontology_thing(const casus_ontology *ontology, casus_str lemma);

/* The first rule with this id, or NULL. */
const lex_rule *ontology_find(const casus_ontology *ontology, casus_str id);

/* Reads one lexicon file into the ontology (ontology_parse.c); `text` has to live as long as it. */
casus_code ontology_read(casus_ontology *ontology, casus_str file, casus_str text,
                         casus_error *error);

#endif
