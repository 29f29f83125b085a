/* The lexicon's names, roles, titles and shapes in the words of a sentence: longest match first. */
#include "entity/link.h"
#include "text/fold.h"

typedef struct token_stream token_stream;
enum { STREAM = CASUS_LIMIT_SENTENCE * 4 };

struct token_stream {
    casus_str text[STREAM];
    uint32_t token[LAYERS][STREAM], word[STREAM];
    uint32_t count;
};

typedef struct lex_hit {               /* the best entry of one sort from one place on */
    uint32_t words, layer, node, rank; /* words: tokens of the stream; 0 is none */
    lex_entry entry;
    bool ambiguous;
} lex_hit;

enum { HIT_NAME, HIT_ROLE, HIT_TITLE, HIT_SHAPE, HITS };

static uint32_t layers_of(const casus_linker *const linker)
{
    return linker->actors->has_user ? LAYERS : 1;
}

static void fill_stream(casus_linker *const linker, const casus_sentence *const sentence,
                        token_stream *const stream)
{
    casus_tokens tokens = {0};
    stream->count = 0;
    for (uint32_t i = 0; i < sentence->count; i++) {
        const uint32_t word = sentence->first + i;
        tokens.count = 0;
        casus_tokens_of(linker->arena, word_of(linker, word)->form, &tokens);
        for (uint32_t t = 0; t < tokens.count && stream->count < STREAM; t++) {
            stream->text[stream->count] = tokens.at[t];
            stream->word[stream->count] = word;
            for (uint32_t layer = 0; layer < layers_of(linker); layer++)
                stream->token[layer][stream->count] =
                    lex_token(layer_of(linker, layer), tokens.at[t]);
            stream->count++;
        }
    }
}

static uint64_t cues_of(const casus_linker *const linker, const uint32_t token)
{
    const casus_lexicon *const ours = layer_of(linker, LAYER_OURS);
    return token < ours->cue_count ? ours->cues[token] : 0;
}

static void mark_cues(casus_linker *const linker, const token_stream *const stream)
{
    for (uint32_t i = 0; i < stream->count; i++)
        linker->words[stream->word[i]].cues |= cues_of(linker, stream->token[LAYER_OURS][i]);
    for (uint32_t i = 0; i < stream->count; i++) {
        const casus_word *const word = word_of(linker, stream->word[i]);
        if (word->upos != UPOS_VERB && word->upos != UPOS_NOUN) continue;
        linker->words[stream->word[i]].lemma_cues =
            cues_of(linker, lex_token(layer_of(linker, LAYER_OURS), word->lemma));
    }
}

static uint32_t capitals_between(const casus_linker *const linker, const token_stream *const stream,
                                 const uint32_t from, const uint32_t to)
{
    uint32_t count = 0;
    for (uint32_t i = from; i <= to; i++)
        if (i == from || stream->word[i] != stream->word[i - 1])
            count += casus_capitals(word_of(linker, stream->word[i])->form);
    return count;
}

static bool is_nominal(const uint8_t upos)
{
    return upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_ADJ || upos == UPOS_NONE ||
           upos == UPOS_NUM;
}

/* Awami League (AL): alone between brackets. */
static bool is_bracketed(const casus_linker *const linker, const uint32_t word)
{
    return word > 0 && word + 1 < linker->document->words.count &&
           casus_str_equal(word_of(linker, word - 1)->form, STR("(")) &&
           casus_str_equal(word_of(linker, word + 1)->form, STR(")"));
}

/* A single word may be a name's homonym: who, us, turkey. */
static bool fits(const casus_linker *const linker, const token_stream *const stream,
                 const uint32_t from, const uint32_t to, const lex_entry *const entry)
{
    const casus_word *const word = word_of(linker, stream->word[from]);
    if (entry->type >= LEX_ROLE) return true;
    if (!linker->caseless && capitals_between(linker, stream, from, to) < entry->capitals)
        return false;
    if (from != to || is_bracketed(linker, stream->word[from])) return true;
    if (is_nominal(word->upos)) return true;
    return entry->capitals > 1 && !linker->caseless;
}

/* Lower is better. */
static uint32_t rank_of(const casus_linker *const linker, const uint32_t layer,
                        const lex_entry *const entry)
{
    uint32_t rank = layer == LAYER_USER ? 0 : 100;
    if (!lex_valid(entry->since, entry->until, linker->day)) rank += 40;
    /* A dated name is today's no more, but in its time it says more than an undated one. */
    const bool dated = entry->since || entry->until;
    if (linker->day == 0 && entry->until)
        rank += 2;
    else if (linker->day && !dated)
        rank += 1;
    if (entry->type == LEX_ADJECTIVE || entry->type == LEX_PEOPLE) rank += 1;
    if (entry->type == LEX_METONYM || entry->type == LEX_LABEL) rank += 3;
    if (entry->type == LEX_OLD) rank += 4;
    if (entry->type == LEX_PERSON) rank += 2;
    return rank;
}

static int sort_of(const lex_entry *const entry)
{
    if (entry->type < LEX_ROLE) return HIT_NAME;
    if (entry->type == LEX_ROLE || entry->type == LEX_ROLES) return HIT_ROLE;
    if (entry->type == LEX_TITLE) return HIT_TITLE;
    return entry->type == LEX_SHAPE ? HIT_SHAPE : HITS;
}

/* A damaged image may point anywhere. */
static bool is_inside(const casus_lexicon *const lexicon, const lex_entry *const entry)
{
    if (entry->type < LEX_PERSON) return entry->index < lexicon->actor_count;
    if (entry->type == LEX_PERSON) return entry->index < lexicon->person_count;
    if (entry->type <= LEX_ROLES) return entry->index < lexicon->role_count;
    if (entry->type == LEX_TITLE) return entry->index < lexicon->title_count;
    return entry->index < lexicon->shape_count;
}

static void consider(const casus_linker *const linker, const uint32_t layer, const uint32_t node,
                     const uint32_t words, const lex_entry *const entry, lex_hit *const hits)
{
    const int sort = sort_of(entry);
    if (sort == HITS || !is_inside(layer_of(linker, layer), entry)) return;
    lex_hit *const best = &hits[sort];
    const uint32_t rank = rank_of(linker, layer, entry);
    if (best->words == words && best->rank <= rank) {
        const bool other = best->entry.index != entry->index || best->layer != layer;
        if (other && best->rank == rank && sort == HIT_NAME && entry->type != LEX_PERSON)
            best->ambiguous = true;
        return;
    }
    *best = (lex_hit){words, layer, node, rank, *entry, false};
}

static void walk(const casus_linker *const linker, const token_stream *const stream,
                 const uint32_t from, lex_hit *const hits)
{
    for (uint32_t layer = 0; layer < layers_of(linker); layer++) {
        const casus_lexicon *const lexicon = layer_of(linker, layer);
        uint32_t node = 0;
        for (uint32_t i = from; i < stream->count; i++) {
            uint32_t count;
            node = lex_step(lexicon, node, stream->token[layer][i]);
            if (node == 0) break;
            /* A name ends where a word ends. */
            if (i + 1 < stream->count && stream->word[i + 1] == stream->word[i]) continue;
            const lex_entry *const entries = lex_entries(lexicon, node, &count);
            for (uint32_t e = 0; e < count; e++)
                if (fits(linker, stream, from, i, &entries[e]) &&
                    hits[sort_of(&entries[e]) % HITS].words <= i - from + 1)
                    consider(linker, layer, node, i - from + 1, &entries[e], hits);
        }
    }
}

static void mark(casus_linker *const linker, const token_stream *const stream, const uint32_t from,
                 const lex_hit *const hit, word_matches *const matches, const int sort)
{
    const uint32_t first = stream->word[from], last = stream->word[from + hit->words - 1];
    for (uint32_t word = first; word <= last; word++) {
        linked_word *const at = &linker->words[word];
        uint32_t *const field = sort == HIT_ROLE    ? &at->role
                                : sort == HIT_TITLE ? &at->title
                                                    : &at->shape;
        if (*field != CASUS_NONE) {
            if (word == first) return; /* inside a longer match that began before */
            continue;
        }
        *field = matches->count;
    }
    VEC_PUSH(matches, linker->arena,
             (word_match){first, last, hit->layer, hit->entry.index, hit->entry.type == LEX_ROLES});
}

static void mark_land(casus_linker *const linker, const uint32_t first, const uint32_t last,
                      const lex_ref land, const bool adjective)
{
    for (uint32_t word = first; word <= last; word++) {
        linker->words[word].land = land;
        linker->words[word].adjective = adjective;
    }
}

/* Pakistani: an adjective before a noun, else one of the people. */
static bool is_modifier(const casus_linker *const linker, const uint32_t word)
{
    const casus_word *const at = word_of(linker, word);
    const casus_deprel relation = relation_of(linker, word);
    if (at->upos == UPOS_ADJ || relation == DEP_AMOD || relation == DEP_COMPOUND) return true;
    const uint32_t next = word + 1; /* the Kokang Accord Alliance */
    return !linker->caseless && next < linker->document->words.count && linker->words[next].upper &&
           word_of(linker, next)->upos == UPOS_PROPN &&
           word_of(linker, next)->sentence == at->sentence && at->head > word;
}

static void add_people(casus_linker *const linker, const uint32_t first, const uint32_t last,
                       const lex_ref land)
{
    casus_draft fresh = new_draft(linker, first, last, DRAFT_NOMINAL);
    const lex_actor *const actor = lex_actor_of(linker, land);
    const casus_lexicon *const layer = layer_of(linker, land.layer);
    fresh.country = lex_str(layer, actor->country);
    const bool singular = (word_of(linker, fresh.head)->features & FEAT_SINGULAR) != 0 &&
                          !casus_str_ends(word_of(linker, last)->form, STR("s"));
    fresh.kind = singular ? KIND_PERSON : KIND_PEOPLE;
    fresh.plural = !singular;
    fresh.sector = (actor->flags & ACTOR_TERRITORY) ? STR("CVL") : lex_str(layer, actor->sector);
    fresh.key = key_of(linker, first, last);
    fresh.name = text_of(linker, first, last);
    for (EACH_CHILD(linker->document, fresh.head, child)) {
        fresh.definite |=
            word_of(linker, child)->deprel == DEP_DET && word_is(linker, child, CUE_DEFINITE);
        fresh.quantified |= relation_of(linker, child) == DEP_NUMMOD;
    }
    const uint32_t number = add_draft(linker, fresh);
    for (uint32_t word = first; word <= last; word++) linker->words[word].name = number;
}

/* A city's or state's name inside a longer proper name (Kabul Radio, Jordan Peterson). */
static bool is_inside_longer(const casus_linker *const linker, const uint32_t first,
                             const uint32_t last)
{
    const uint32_t head = head_of_span(linker, first, last);
    const casus_word *const at = word_of(linker, head);
    const casus_deprel relation = relation_of(linker, head);
    if (relation == DEP_FLAT && at->head + 1 == first) return true;
    for (EACH_CHILD(linker->document, head, child))
        if (child == last + 1 && relation_of(linker, child) == DEP_FLAT) return true;
    if (relation != DEP_COMPOUND || word_of(linker, at->head)->upos != UPOS_PROPN) return false;
    if (at->head == last + 1) return linker->caseless || linker->words[at->head].upper;
    if (casus_capitals(at->form) > 1) return false; /* the US Bureau of … */
    for (uint32_t word = last + 1; word <= at->head && word <= last + 4; word++)
        if (!linker->words[word].upper) return false;
    return at->head > last && at->head <= last + 4 && word_is(linker, at->head, CUE_ORGANISATION);
}

/* A surname that the lexicon knows behind a first name that it does not (Tendai Moyo). */
static bool has_first_name(const casus_linker *const linker, const uint32_t word)
{
    if (linker->caseless || word == 0) return false;
    const casus_word *const before = word_of(linker, word - 1);
    if (before->sentence != word_of(linker, word)->sentence || before->upos != UPOS_PROPN)
        return false;
    return casus_is_capitalised(before->form) && linker->words[word - 1].title == CASUS_NONE &&
           linker->words[word - 1].role == CASUS_NONE &&
           linker->words[word - 1].name == CASUS_NONE && !lex_is(linker->words[word - 1].land);
}

static void add_name(casus_linker *const linker, const uint32_t first, const uint32_t last,
                     const lex_hit *const hit)
{
    const lex_entry *const entry = &hit->entry;
    const lex_ref ref = {hit->layer, entry->index};
    casus_draft fresh = new_draft(linker, first, last, DRAFT_NAME);
    if (entry->type == LEX_PERSON) {
        if (first == last &&
            (is_inside_longer(linker, first, last) || has_first_name(linker, first)))
            return;
        fresh.source = DRAFT_PERSON;
        take_person(linker, &fresh, ref);
        if (!lex_valid(entry->since, entry->until, linker->day)) { /* no longer in office */
            fresh.affiliation = LEX_NOBODY;
            fresh.office = fresh.sector = (casus_str){NULL, 0};
        }
    } else {
        const lex_actor *const actor = lex_actor_of(linker, ref);
        if (!actor) return;
        const bool land = (actor->flags & (ACTOR_TERRITORY | ACTOR_COMMUNITY)) != 0;
        const bool noun = entry->type == LEX_PEOPLE || entry->type == LEX_ADJECTIVE;
        if (land && noun) {
            if (linker->caseless && first == last && is_inside_longer(linker, first, last)) return;
            const bool modifier = is_modifier(linker, head_of_span(linker, first, last));
            mark_land(linker, first, last, ref, modifier || entry->type == LEX_ADJECTIVE);
            if (!modifier) add_people(linker, first, last, ref);
            return;
        }
        if (actor->flags & ACTOR_TERRITORY) {
            if (entry->type != LEX_METONYM) mark_land(linker, first, last, ref, false);
            if (first == last && is_inside_longer(linker, first, last)) return;
            fresh.source = DRAFT_TERRITORY;
        } else if (entry->type == LEX_METONYM)
            fresh.source = DRAFT_TERRITORY;
        take_actor(linker, &fresh, ref);
        if (hit->ambiguous) {
            fresh.node = hit->node;
            fresh.layer = hit->layer;
        }
    }
    fresh.type = (lex_type)entry->type;
    fresh.key = key_of(linker, first, last);
    const uint32_t number = add_draft(linker, fresh);
    for (uint32_t word = first; word <= last; word++) linker->words[word].name = number;
}

void scan_sentence(casus_linker *const linker, const casus_sentence *const sentence)
{
    if (!linker->stream) linker->stream = ARENA_NEW(linker->arena, token_stream);
    token_stream *const stream = linker->stream;
    fill_stream(linker, sentence, stream);
    mark_cues(linker, stream);
    for (uint32_t word = sentence->first; word < sentence->first + sentence->count; word++)
        linker->words[word].upper = casus_is_capitalised(word_of(linker, word)->form);
    uint32_t free_from = 0; /* first token behind the last name */
    for (uint32_t i = 0; i < stream->count; i++) {
        if (i && stream->word[i] == stream->word[i - 1]) continue;
        lex_hit hits[HITS] = {{0}};
        walk(linker, stream, i, hits);
        if (hits[HIT_ROLE].words)
            mark(linker, stream, i, &hits[HIT_ROLE], &linker->roles, HIT_ROLE);
        if (hits[HIT_TITLE].words)
            mark(linker, stream, i, &hits[HIT_TITLE], &linker->titles, HIT_TITLE);
        if (hits[HIT_SHAPE].words)
            mark(linker, stream, i, &hits[HIT_SHAPE], &linker->shapes, HIT_SHAPE);
        if (!hits[HIT_NAME].words || i < free_from) continue;
        add_name(linker, stream->word[i], stream->word[i + hits[HIT_NAME].words - 1],
                 &hits[HIT_NAME]);
        free_from = i + hits[HIT_NAME].words;
    }
}
