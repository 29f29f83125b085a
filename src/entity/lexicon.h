/* The actor lexicon in its compiled form: flat arrays that are used in place, whether mapped from
 * an image or built from a user's text files, and a trie of folded words over them.
 *
 * A word's folded form becomes a token number (one hash look-up); names, roles, titles and shapes
 * are paths of tokens through the trie. */
#ifndef CASUS_ENTITY_LEXICON_H
#define CASUS_ENTITY_LEXICON_H

#include "base/error.h"
#include "base/image.h"
#include "base/map.h"
#include "entity/entity.h"
#include "entity/tokens.h"

typedef struct lex_text { /* bytes of the string pool */
    uint32_t at, size;
} lex_text;

/* What an entry of the trie says about the words that lead to it. */
typedef enum lex_type {
    LEX_NAME, /* the canonical name; index is an actor, as for all up to LEX_OLD */
    LEX_ALIAS,
    LEX_ABBR,
    LEX_ADJECTIVE, /* Afghan */
    LEX_PEOPLE,    /* Afghans */
    LEX_METONYM,   /* Kabul */
    LEX_LABEL,     /* a word that takes sides; the mention keeps it */
    LEX_OLD,       /* a former name */
    LEX_PERSON,    /* index is a person: leader, spokesman, holder of an office */
    LEX_ROLE,      /* index is a role; singular */
    LEX_ROLES,     /* a role in the plural */
    LEX_TITLE,     /* index is a title */
    LEX_SHAPE,     /* index is a shape: the words before or after complete a name */
    LEX_CUE,       /* index is a class of words (enum cue) */
    LEX_TYPES
} lex_type;

enum { ACTOR_STATE = 1, ACTOR_TERRITORY = 2, ACTOR_COMMUNITY = 4 };

typedef struct lex_actor {
    lex_text id, name, adjective, sector, country, cameo, wikidata; /* adjective: the first one */
    uint32_t first_link, links;                                     /* parents */
    uint32_t first_context, contexts; /* ISO 3166-1 alpha-3 codes, as texts */
    uint8_t kind, flags;
    uint16_t reserved;
} lex_actor;

typedef enum lex_relation {
    LINK_PART,
    LINK_WING,
    LINK_MEDIA,
    LINK_FACTION,
    LINK_SUCCESSOR,
    LINK_AFFILIATE,
    LINK_TYPES
} lex_relation;

typedef struct lex_link {
    uint32_t type, actor, since, until;
} lex_link;

typedef struct lex_person {
    lex_text id, name, office, country, sector;
    uint32_t body; /* actor, or CASUS_NONE */
} lex_person;

typedef struct lex_role {
    lex_text singular, plural, sector;
    uint8_t kind, armed, generic, reserved;
} lex_role;

typedef struct lex_title {
    lex_text text, sector, body;
    uint32_t honorific;
} lex_title;

typedef struct lex_shape {
    lex_text sector, after; /* after: the words behind the gap of `before * after`, folded */
    uint8_t kind, prefix;   /* prefix: the fixed words come first (Lashkar-e-*) */
    uint16_t reserved;
} lex_shape;

/* Days as yyyymmdd with zeros for what is not given; 0 is open. */
typedef struct lex_entry {
    uint32_t index, since, until;
    uint8_t type;
    uint8_t capitals; /* capital letters that the text needs where it has upper and lower case */
    uint8_t words;    /* tokens */
    uint8_t reserved;
} lex_entry;

typedef struct lex_node {
    uint32_t first, count; /* entries */
} lex_node;

typedef struct lex_edge { /* node + token -> child; child 0 is a free slot */
    uint32_t node, token, child;
} lex_edge;

/* One layer: ours, or the user's own. */
typedef struct casus_lexicon {
    const char *pool;
    uint32_t pool_size;
    const lex_actor *actors;
    const lex_link *links;
    const lex_text *contexts;
    const lex_person *persons;
    const lex_role *roles;
    const lex_title *titles;
    const lex_shape *shapes;
    const lex_entry *entries;
    const lex_node *nodes;
    const lex_edge *edges;     /* a hash table; a power of two */
    const lex_text *tokens;    /* token number -> bytes */
    const uint32_t *slots;     /* token hash -> number + 1; a power of two */
    const uint64_t *cues;      /* per token, the classes of enum cue that it is in */
    const uint32_t *countries; /* state actors sorted by country code */
    uint32_t actor_count, link_count, context_count, person_count, role_count, title_count,
        shape_count, entry_count, node_count, edge_count, token_count, slot_count, cue_count,
        country_count;
} casus_lexicon;

enum { LAYER_OURS, LAYER_USER, LAYERS };

struct casus_actors {
    casus_image image;
    casus_arena *arena; /* of the user's layer */
    casus_lexicon layers[LAYERS];
    bool has_user;
};

/* An actor of one of the layers; LEX_NOBODY is none. */
typedef struct lex_ref {
    uint32_t layer, index;
} lex_ref;

#define LEX_NOBODY ((lex_ref){0, CASUS_NONE})

static inline bool lex_is(const lex_ref ref)
{
    return ref.index != CASUS_NONE;
}

static inline bool lex_same(const lex_ref a, const lex_ref b)
{
    return a.layer == b.layer && a.index == b.index;
}

/* A text of the pool; empty where a damaged image points outside it. */
static inline casus_str lex_str(const casus_lexicon *lexicon, const lex_text text)
{
    if (text.at > lexicon->pool_size || text.size > lexicon->pool_size - text.at)
        return (casus_str){NULL, 0};
    return (casus_str){lexicon->pool + text.at, text.size};
}

/* Token number of a folded word, or CASUS_NONE. */
uint32_t lex_token(const casus_lexicon *lexicon, casus_str folded);

/* The node that `token` leads to from `node` (the root is 0), or 0. */
uint32_t lex_step(const casus_lexicon *lexicon, uint32_t node, uint32_t token);

/* The node of a whole folded text, or 0. */
uint32_t lex_find(const casus_lexicon *lexicon, casus_arena *arena, casus_str text);

/* The entries of a node; NULL where it has none. */
const lex_entry *lex_entries(const casus_lexicon *lexicon, uint32_t node, uint32_t *count);

/* The state with an ISO 3166-1 alpha-3 code, or CASUS_NONE. */
uint32_t lex_state(const casus_lexicon *lexicon, casus_str country);

/* Points the arrays of `lexicon` into the sections of a mapped image. */
casus_code lex_map(const casus_image *image, casus_lexicon *lexicon, casus_error *error);

/* An ISO 8601 day cut to its precision as yyyymmdd; 0 when it is none. */
uint32_t lex_day(casus_str text);

/* Is `day` (0: unknown) within the entry's dates? An unknown day is within all. */
bool lex_valid(uint32_t since, uint32_t until, uint32_t day);

#endif
