/* Proper names that no lexicon lists: kept as actors where title, shape, name type or syntax say
 * that somebody bears them. */
#include "entity/link.h"

#include "text/fold.h"

static bool is_titled(const casus_linker *const linker, const uint32_t first)
{
    return first > 0 && linker->words[first - 1].title != CASUS_NONE &&
           word_of(linker, first - 1)->sentence == word_of(linker, first)->sentence;
}

static bool is_agentive(const casus_linker *const linker, const uint32_t head)
{
    const casus_word *const at = word_of(linker, first_conjunct(linker, head));
    const uint32_t word = first_conjunct(linker, head);
    switch (relation_of(linker, word)) {
    case DEP_NSUBJ:
    case DEP_OBJ:
    case DEP_IOBJ:
    case DEP_APPOS:
        return true;
    case DEP_NMOD:
        if (at->deprel == DEP_NMOD_POSS) return true;
        /* fall through */
    case DEP_OBL: {
        if (at->deprel == DEP_OBL_AGENT) return true;
        const uint32_t preposition = case_of(linker, word);
        return preposition != CASUS_NONE && word_is(linker, preposition, CUE_AGENTIVE);
    }
    default:
        return false;
    }
}

typedef struct name_evidence {
    const word_match *shape, *title;
    const lex_role *role; /* of the description beside it */
    bool organisation, agentive, person, group, role_before, body_before, self_named, chapter;
} name_evidence;

static bool ends_with_words(const casus_str key, const casus_str words)
{
    return casus_str_ends(key, words) && key.size > words.size &&
           key.at[key.size - words.size - 1] == ' ';
}

static const word_match *shape_in(const casus_linker *const linker, const uint32_t first,
                                  const uint32_t last)
{
    for (uint32_t word = first; word <= last; word++) {
        const uint32_t number = linker->words[word].shape;
        if (number == CASUS_NONE) continue;
        const word_match *const match = &linker->shapes.at[number];
        const lex_shape *const shape = &layer_of(linker, match->layer)->shapes[match->index];
        if (match->first < first || match->last > last) continue;
        const casus_str after = lex_str(layer_of(linker, match->layer), shape->after);
        if (after.size && !ends_with_words(key_of(linker, first, last), after)) continue;
        if (shape->prefix ? match->last < last : match->first > first) return match;
    }
    return NULL;
}

static bool is_comma(const casus_linker *const linker, const uint32_t word)
{
    return word < linker->document->words.count && form_is(linker, word, ",");
}

static bool is_acronym(const casus_linker *const linker, const uint32_t first, const uint32_t last)
{
    const casus_str form = word_of(linker, first)->form;
    return first == last && casus_capitals(form) >= 2;
}

/* The role, of one person or body, that the word belongs to. */
static const lex_role *role_at(const casus_linker *const linker, const uint32_t word)
{
    const uint32_t number = linker->words[word].role;
    if (number == CASUS_NONE || word_of(linker, word)->upos != UPOS_NOUN) return NULL;
    const word_match *const match = &linker->roles.at[number];
    return match->plural ? NULL : &layer_of(linker, match->layer)->roles[match->index];
}

/* `the front's leader, NAME,` and `the league, XYZ.`: the name stands between commas, the role of
 * one actor before it. */
static const lex_role *role_before(const casus_linker *const linker, const uint32_t first,
                                   const uint32_t last)
{
    enum { NEAR = 10 };
    const casus_sentence *const sentence =
        &linker->document->sentences.at[word_of(linker, first)->sentence];
    if (first < sentence->first + 2 || !is_comma(linker, first - 1) ||
        last + 1 >= sentence->first + sentence->count ||
        word_of(linker, last + 1)->upos != UPOS_PUNCT)
        return NULL;
    const lex_role *nearest = NULL;
    for (uint32_t word = first - 1; word-- > sentence->first && first - word < NEAR;) {
        if (is_comma(linker, word) || word_of(linker, word)->upos == UPOS_VERB) break;
        const lex_role *const role = role_at(linker, word);
        if (role && role->kind == KIND_PERSON) return role; /* the governor of the state, NAME */
        if (!nearest) nearest = role;
    }
    return nearest;
}

/* `NAME, leader of the front,` at the head of a sentence. */
static const lex_role *role_after(const casus_linker *const linker, const uint32_t first,
                                  const uint32_t last)
{
    enum { NEAR = 10 };
    const casus_sentence *const sentence =
        &linker->document->sentences.at[word_of(linker, first)->sentence];
    if (!is_comma(linker, last + 1)) return NULL;
    const uint32_t end = sentence->first + sentence->count;
    if (first > sentence->first && (last + 2 >= end || word_of(linker, last + 2)->upos != UPOS_DET))
        return NULL;
    for (uint32_t word = last + 2; word < sentence->first + sentence->count && word < last + NEAR;
         word++) {
        const lex_role *const role = role_at(linker, word);
        if (role) return role->kind == KIND_PERSON || first > sentence->first ? role : NULL;
        const uint8_t upos = word_of(linker, word)->upos;
        if (upos == UPOS_VERB || upos == UPOS_PUNCT || upos == UPOS_AUX) return NULL;
    }
    return NULL;
}

/* What the description beside a name says of it: NULL where none stands there. One word alone is a
 * name there only as an acronym of a body. */
static const lex_role *described(const casus_linker *const linker, const uint32_t first,
                                 const uint32_t last)
{
    const lex_role *role = role_before(linker, first, last);
    if (!role) role = role_after(linker, first, last);
    bool body = false;
    for (uint32_t word = first; word <= last; word++)
        body |= word_is(linker, word, CUE_ORGANISATION);
    if (role && role->kind == KIND_PERSON && body) return NULL;
    if (!role || last > first) return role;
    return role->kind == KIND_ORGANIZATION && is_acronym(linker, first, last) ? role : NULL;
}

static name_evidence evidence_of(const casus_linker *const linker, const uint32_t first,
                                 const uint32_t last)
{
    name_evidence found = {.shape = shape_in(linker, first, last)};
    const uint32_t head = head_of_span(linker, first, last);
    if (is_titled(linker, first)) found.title = &linker->titles.at[linker->words[first - 1].title];
    for (uint32_t word = first; word <= last; word++) {
        found.organisation |= word_is(linker, word, CUE_ORGANISATION);
        found.person |= word_of(linker, word)->ner == NER_PERSON;
        found.group |= word_of(linker, word)->ner == NER_ORGANISATION;
    }
    found.agentive = is_agentive(linker, head);
    found.self_named = name_is_self_given(linker, first);
    found.chapter = first < last && linker->words[last].name != CASUS_NONE &&
                    linker->drafts.at[linker->words[last].name].source == DRAFT_TERRITORY;
    found.organisation |= found.chapter;
    if (!linker->caseless) found.role = described(linker, first, last);
    found.role_before = first > 0 && linker->words[first - 1].role != CASUS_NONE &&
                        word_of(linker, first - 1)->sentence == word_of(linker, first)->sentence;
    const lex_role *const before = found.role_before ? role_at(linker, first - 1) : NULL;
    found.body_before = before && before->kind == KIND_ORGANIZATION;
    return found;
}

/* A proper noun, or a noun with a capital inside the sentence, however it was tagged (HDP). */
static bool is_proper(const casus_linker *const linker, const uint32_t word)
{
    const casus_word *const at = word_of(linker, word);
    if (at->upos == UPOS_PROPN || name_leads_flat(linker, word)) return true;
    if (at->upos == UPOS_OTHER && linker->words[word].upper) return !linker->caseless;
    if (linker->caseless || at->upos != UPOS_NOUN || !linker->words[word].upper) return false;
    return casus_capitals(at->form) > 1 ||
           word > linker->document->sentences.at[at->sentence].first;
}

/* A letter, a month, or a role noun with capitals (the State, the Armed Forces). */
static bool is_no_name(const casus_linker *const linker, const uint32_t first, const uint32_t last)
{
    if (first == last &&
        (word_is(linker, first, CUE_NOT_NAME) || word_of(linker, first)->form.size < 2))
        return true;
    const uint32_t role = linker->words[first].role, title = linker->words[first].title;
    if (title != CASUS_NONE && linker->titles.at[title].last >= last) return true;
    return role != CASUS_NONE && !linker->caseless && linker->roles.at[role].last >= last;
}

/* Name: X, in lists. */
static bool is_labelled(const casus_linker *const linker, const uint32_t first)
{
    return !linker->caseless && first > 1 &&
           casus_str_equal(word_of(linker, first - 1)->form, STR(":")) &&
           casus_str_equal(word_of(linker, first - 2)->form, STR("Name"));
}

static bool is_wanted(const casus_linker *const linker, const uint32_t first, const uint32_t last,
                      const name_evidence *const evidence)
{
    const uint32_t head = head_of_span(linker, first, last);
    const uint8_t ner = word_of(linker, head)->ner;
    if (evidence->self_named || evidence->chapter) return true;
    if (is_no_name(linker, first, last)) return false;
    if (word_is(linker, last, CUE_NO_ACTOR) && !evidence->shape && !evidence->title &&
        !evidence->role)
        return false;
    if (evidence->title || evidence->shape || is_labelled(linker, first)) return true;
    if (ner == NER_PLACE || (linker->document->place_at[head] != CASUS_NONE && ner != NER_PERSON &&
                             ner != NER_ORGANISATION))
        return false;
    if (evidence->role) return true;
    if (!is_proper(linker, head) && !evidence->organisation) return false;
    if (relation_of(linker, head) == DEP_COMPOUND && !evidence->person && !evidence->group &&
        linker->words[word_of(linker, head)->head].role == CASUS_NONE)
        return false;
    return evidence->person || evidence->group || evidence->organisation || evidence->agentive ||
           evidence->role_before;
}

static void take_title(const casus_linker *const linker, casus_draft *const draft,
                       const word_match *const match)
{
    const casus_lexicon *const layer = layer_of(linker, match->layer);
    const lex_title *const title = &layer->titles[match->index];
    draft->kind = KIND_PERSON;
    draft->titled = draft->sure = true;
    draft->sector = title->honorific ? STR("") : lex_str(layer, title->sector);
    draft->office = key_of(linker, match->first, match->last);
    for (uint32_t word = match->first; word <= match->last; word++) {
        if (word_is(linker, word, CUE_MALE)) draft->gender = GENDER_MALE;
        if (word_is(linker, word, CUE_FEMALE)) draft->gender = GENDER_FEMALE;
    }
}

static void add_unknown(casus_linker *const linker, const uint32_t first, const uint32_t last,
                        const name_evidence *const evidence)
{
    casus_draft fresh = new_draft(linker, first, last, DRAFT_UNKNOWN);
    fresh.key = key_of(linker, first, last);
    fresh.name = text_of(linker, first, last);
    fresh.kind = KIND_ORGANIZATION;
    if (evidence->shape) {
        const casus_lexicon *const layer = layer_of(linker, evidence->shape->layer);
        const lex_shape *const shape = &layer->shapes[evidence->shape->index];
        fresh.sector = lex_str(layer, shape->sector);
        fresh.kind = (casus_kind)shape->kind;
        fresh.armed = casus_str_equal(fresh.sector, STR("REB"));
    } else if (evidence->title)
        take_title(linker, &fresh, evidence->title);
    else if (evidence->role)
        fresh.kind = word_is(linker, last, CUE_NO_ACTOR) ? KIND_ORGANIZATION
                                                         : (casus_kind)evidence->role->kind;
    else if (evidence->body_before && !evidence->person)
        fresh.kind = KIND_ORGANIZATION; /* the rights group X Y */
    else if (evidence->person ||
             (!evidence->group && !evidence->organisation && !is_acronym(linker, first, last)))
        fresh.kind = KIND_PERSON;
    fresh.sure |=
        evidence->person && !evidence->group && !evidence->organisation && !evidence->shape;
    for (uint32_t word = first; word <= last; word++)
        if (linker->words[word].adjective && fresh.kind == KIND_ORGANIZATION) {
            const lex_ref land = linker->words[word].land;
            const lex_actor *const actor = lex_actor_of(linker, land);
            if (actor) fresh.country = lex_str(layer_of(linker, land.layer), actor->country);
        }
    for (uint32_t word = first; word <= last; word++) {
        const uint32_t inner = linker->words[word].name;
        if (inner != CASUS_NONE) linker->drafts.at[inner].dropped = true;
    }
    const uint32_t number = add_draft(linker, fresh);
    for (uint32_t word = first; word <= last; word++) linker->words[word].name = number;
}

/* Titles and role nouns at the front of a run of capitals are no part of the name. */
static uint32_t skip_titles(const casus_linker *const linker, uint32_t first, const uint32_t last)
{
    while (first < last && linker->words[first].title != CASUS_NONE) {
        const uint32_t end = linker->titles.at[linker->words[first].title].last;
        if (end >= last) break;
        first = end + 1;
    }
    return first;
}

void find_unknown_names(casus_linker *const linker, const casus_sentence *const sentence)
{
    const uint32_t end = sentence->first + sentence->count;
    for (uint32_t word = sentence->first; word < end; word++) {
        if (!name_is_part(linker, word) &&
            !(linker->words[word].upper && linker->words[word].adjective))
            continue;
        const uint32_t last = name_run_end(linker, word);
        const uint32_t first = skip_titles(linker, word, last);
        bool proper = false;
        for (uint32_t i = first; i <= last; i++)
            proper |=
                is_proper(linker, i) && name_is_free(linker, i) && !linker->words[i].adjective;
        const name_evidence evidence = evidence_of(linker, first, last);
        if (proper && is_wanted(linker, first, last, &evidence))
            add_unknown(linker, first, last, &evidence);
        word = last;
    }
}

/* Mr X: where the tree hangs the name on its title, the title stands in the clause for it. */
void find_title_carriers(casus_linker *const linker)
{
    for (uint32_t i = 0; i < linker->drafts.count; i++) {
        casus_draft *const at = &linker->drafts.at[i];
        if (at->kind != KIND_PERSON || at->dropped || at->source == DRAFT_NOMINAL) continue;
        const uint32_t title = word_of(linker, at->head)->head;
        const casus_deprel relation = relation_of(linker, at->head);
        if (relation != DEP_FLAT && relation != DEP_APPOS && relation != DEP_NMOD) continue;
        if (title >= at->first || at->first - title > 4) continue;
        if (linker->words[title].title == CASUS_NONE || linker->words[title].draft != CASUS_NONE ||
            linker->words[title].name != CASUS_NONE)
            continue;
        at->carrier = title;
        linker->words[title].draft = i;
    }
}
