/* What the steps of linking share: the document's words as lexicon tokens, and drafts of mentions
 * that become mentions and actors at the end.
 *
 * The steps, in order: scan (names, roles, titles of the lexicon), territory (places that act),
 * unknown (proper names nobody listed), describe (role nouns and what modifies them), pronouns;
 * then names are joined, and descriptions and pronouns find their antecedents from left to right.
 */
#ifndef CASUS_ENTITY_LINK_H
#define CASUS_ENTITY_LINK_H

#include "entity/cues.h"
#include "entity/lexicon.h"

typedef enum draft_source {
    DRAFT_NAME,      /* an actor of the lexicon */
    DRAFT_PERSON,    /* a person of the lexicon */
    DRAFT_UNKNOWN,   /* a proper name that is not in it */
    DRAFT_TERRITORY, /* a state or city that may be a place or those who rule there */
    DRAFT_ADJECTIVE, /* Turkish, before a noun that is no actor */
    DRAFT_NOMINAL,
    DRAFT_PRONOUN
} draft_source;

typedef enum draft_gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE } draft_gender;

/* A mention in the making; `parent` makes clusters of drafts for one actor (union-find), whose
 * knowledge stands in its root. */
typedef struct casus_draft {
    uint32_t first, last, head; /* words */
    uint32_t carrier; /* dozens, in `dozens of soldiers`: the word that stands in the clause for
                         `head`, else `head` */
    uint32_t parent;  /* index of a draft; its own for a root */
    draft_source source;
    draft_gender gender;
    casus_kind kind;
    bool plural, definite, indefinite, quantified, armed, generic, embedded, other, bracketed,
        collective, dropped, titled, anybody, nickname,
        sure,      /* of an unlisted name: a title or the name's type tells its kind */
        tentative; /* nobody, unless it takes up somebody named before (the movement) */
    lex_ref actor, person, role;
    casus_str sector, country, office;
    casus_str key;              /* folded name, or the folded head of a description */
    casus_str name;             /* as the record will show it */
    lex_ref affiliation;        /* from the lexicon */
    uint32_t affiliation_draft; /* or from the text */
    uint32_t mentions;          /* of a root, up to the place that is being resolved */
    uint32_t node, layer;       /* of an ambiguous name, else 0 */
    lex_type type;              /* how the lexicon calls a name: its abbreviation, a label … */
} casus_draft;

/* A word as the lexicon knows it, and what the lexicon found there. */
typedef struct linked_word {
    uint64_t cues, lemma_cues; /* classes of its form and of its lemma */
    uint32_t name;             /* draft of the name that covers it, or CASUS_NONE */
    uint32_t draft;            /* draft headed here, or CASUS_NONE */
    uint32_t role;             /* index into roles of the match that ends or heads here */
    uint32_t title;            /* index into titles of the match that covers it */
    uint32_t shape;            /* index into shapes */
    lex_ref land;              /* state or community whose name, adjective or people it is */
    bool adjective, upper;     /* land by its adjective; begins with a capital */
} linked_word;

typedef struct word_match { /* a role, title or shape of the lexicon over words first..last */
    uint32_t first, last, layer, index;
    bool plural;
} word_match;

typedef VEC(casus_draft) drafts;
typedef VEC(word_match) word_matches;

enum { GROUP_MEMBERS = 8 };

typedef struct pending_group { /* a word that stands for several actors, by their roots */
    uint32_t word, count, roots[GROUP_MEMBERS];
} pending_group;

typedef struct casus_linker {
    const casus_actors *actors;
    casus_document *document;
    casus_arena *arena;
    uint32_t day; /* published, yyyymmdd; 0 when unknown */
    bool caseless;
    uint32_t issuer; /* a draft, or CASUS_NONE */
    linked_word *words;
    drafts drafts;
    word_matches roles, titles, shapes;
    VEC(pending_group) groups;
    VEC(uint32_t) order;         /* drafts by head word */
    casus_map names;             /* folded name -> draft */
    casus_map countries;         /* country -> how often the text names it, its places and people */
    uint32_t most_of_country;    /* the most of these */
    struct token_stream *stream; /* scan.c's, used again for each sentence */
} casus_linker;

static inline const casus_word *word_of(const casus_linker *linker, const uint32_t word)
{
    return &linker->document->words.at[word];
}

static inline bool word_is(const casus_linker *linker, const uint32_t word, const casus_cue cue)
{
    return (linker->words[word].cues & CUE_BIT(cue)) != 0;
}

static inline bool lemma_is(const casus_linker *linker, const uint32_t word, const casus_cue cue)
{
    return ((linker->words[word].cues | linker->words[word].lemma_cues) & CUE_BIT(cue)) != 0;
}

/* The very form, in its case. */
static inline bool form_is(const casus_linker *linker, const uint32_t word, const char *form)
{
    return casus_str_equal(word_of(linker, word)->form, casus_str_from(form));
}

/* Told by a name, neither described nor meant by a pronoun. */
static inline bool draft_is_name(const casus_draft *draft)
{
    return !draft->dropped && draft->source != DRAFT_NOMINAL && draft->source != DRAFT_PRONOUN;
}

static inline const casus_lexicon *layer_of(const casus_linker *linker, const uint32_t layer)
{
    return &linker->actors->layers[layer];
}

const lex_actor *lex_actor_of(const casus_linker *linker, lex_ref ref); /* NULL for nobody */

/* The word of first..last whose head lies outside. */
uint32_t head_of_span(const casus_linker *linker, uint32_t first, uint32_t last);

/* Syntactic helpers. */
casus_deprel relation_of(const casus_linker *linker, uint32_t word); /* main type */
uint32_t case_of(const casus_linker *linker, uint32_t word);         /* its preposition, or NONE */
bool has_child(const casus_linker *linker, uint32_t word, casus_deprel relation);
uint32_t clause_of(const casus_linker *linker, uint32_t word); /* the verb or predicate above */
uint32_t first_conjunct(const casus_linker *linker, uint32_t word); /* A of `A, B and C` */

/* Adds a draft headed at its head word; NULL-free: gives its index. */
uint32_t add_draft(casus_linker *linker, casus_draft fresh);
casus_draft new_draft(const casus_linker *linker, uint32_t first, uint32_t last,
                      draft_source source);

/* Takes kind, sector, country from an actor of the lexicon. */
void take_actor(const casus_linker *linker, casus_draft *draft, lex_ref actor);
void take_person(const casus_linker *linker, casus_draft *draft, lex_ref person);

/* The words' text from the first to the last, and its lookup form. */
casus_str text_of(const casus_linker *linker, uint32_t first, uint32_t last);
casus_str key_of(const casus_linker *linker, uint32_t first, uint32_t last);

/* Steps. */
void scan_sentence(casus_linker *linker, const casus_sentence *sentence);
void find_territories(casus_linker *linker);
/* Parts of proper names that nobody listed (unknown_run.c): a word that no listed name has; a first
 * name that opens a sentence; a word that may be a part; one behind `calling itself`; the last word
 * of the name that begins at `first`. */
bool name_is_free(const casus_linker *linker, uint32_t word);
bool name_leads_flat(const casus_linker *linker, uint32_t word);
bool name_is_part(const casus_linker *linker, uint32_t word);
bool name_is_self_given(const casus_linker *linker, uint32_t first);
uint32_t name_run_end(const casus_linker *linker, uint32_t first);

void find_unknown_names(casus_linker *linker, const casus_sentence *sentence);
void find_descriptions(casus_linker *linker);
void find_title_carriers(casus_linker *linker); /* after the descriptions */
void find_pronouns(casus_linker *linker);
void join_names(casus_linker *linker);
void join_appositions(casus_linker *linker);
void resolve_in_order(casus_linker *linker);
void find_echoes(casus_linker *linker);
void tell_apart(casus_linker *linker);

/* How much the text is about a country: 1 for the one that it names most. */
double topicality_of(const casus_linker *linker, casus_str country);

/* Does the word (its draft is at `position` of the order) stand for several actors? Then they are
 * kept as a group. */
bool resolve_group(casus_linker *linker, uint32_t position, uint32_t word);

/* Does a `they` stand for several that a coordination or a group word has named, weightier than the
 * one actor found, of `salience`? Then they are kept as a group. */
bool resolve_they(casus_linker *linker, uint32_t position, double salience);

/* Clusters. */
uint32_t root_of(casus_linker *linker, uint32_t draft);
bool join_drafts(casus_linker *linker, uint32_t a, uint32_t b); /* false when they cannot be one */
bool may_be_one(const casus_draft *a, const casus_draft *b);
uint32_t antecedent_of_nominal(casus_linker *linker, uint32_t position);

/* The unnamed cluster that `the driver, NAME` names at last, or CASUS_NONE. */
uint32_t antecedent_of_named(casus_linker *linker, uint32_t position);

/* The cluster that a pronoun stands for, or CASUS_NONE; `salience` (may be NULL) gets its weight.
 */
uint32_t antecedent_of_pronoun(casus_linker *linker, uint32_t position, double *salience);

/* Sum of the salience that the cluster `root` has at draft number `position` of the order (after
 * Lappin and Leass 1994). */
double salience_of(casus_linker *linker, uint32_t root, uint32_t position);
uint32_t find_issuer(casus_linker *linker); /* the `we` of a statement, or CASUS_NONE */

/* How well a cluster fits a pronoun in a charge of backing (`accused X of arming them`): 0 for
 * those who charge and are charged; 1 elsewhere. */
double charge_fitness(casus_linker *linker, const casus_draft *pronoun, uint32_t root);

/* Whether the cluster is an `it` in the pronoun's sentence and the pronoun a `they`, or the other
 * way round: in `it said the raid killed four of them` they are not it. */
bool is_of_other_number(casus_linker *linker, const casus_draft *pronoun, uint32_t root,
                        uint32_t position);

double role_weight(const casus_linker *linker, uint32_t word);

#endif
