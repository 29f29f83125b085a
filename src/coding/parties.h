/* From the words of an argument to the actors that they name. */
#ifndef CASUS_CODING_PARTIES_H
#define CASUS_CODING_PARTIES_H

#include "coding/frame.h"

/* Adds the actors named by the phrase headed by `word` and by all its conjuncts.  Where the head
 * names none
 * ("a convoy of soldiers", "army positions", "dozens of fighters"), what belongs to it or makes it
 * up stands for it. Generic and repeated actors are left out.  Gives how many were added. */
uint32_t parties_of(coder_state *coding, uint32_t word, casus_refs *refs);

/* As parties_of(), for whom something is done to or with: the plain name of a country ("visited
 * Peru") is its state then. */
uint32_t parties_met(coder_state *coding, uint32_t word, casus_refs *refs);

/* As above without looking inside: the actor that the head itself names, or CASUS_NONE. */
uint32_t party_at(const coder_state *coding, uint32_t word);

/* As party_at(); an adjective or name of a country that names no actor yet ("Turkish-backed",
 * "Indian missiles") stands for its state, which becomes an actor then. */
uint32_t party_or_state(coder_state *coding, uint32_t word);

/* As party_or_state(), for words that grammar makes a party: a country's name stands for its state
 * though it was taken for the land. */
uint32_t party_or_land(coder_state *coding, uint32_t word);

/* The state of a country, where the text knows it as an actor already; else CASUS_NONE. */
uint32_t party_of_country(const coder_state *coding, const casus_place *place);

/* The actor that the place stands for where something is done to it: the state of a country, the
 * people of a town; a new one where there is none yet.  `word` is where it is named. */
uint32_t party_of_place(coder_state *coding, const casus_place *place, uint32_t word);

/* Makes an actor of what was taken for none; `word` heads its mention. */
uint32_t party_add(coder_state *coding, casus_actor party, uint32_t word, casus_span span);

/* As party_at(); a word within a name ("Ben-Gvir" hung on its first half) stands for whom the name
 * names. */
uint32_t party_over(coder_state *coding, uint32_t word);

bool parties_have(const casus_refs *refs, uint32_t actor);
void parties_add(coder_state *coding, casus_refs *refs, uint32_t actor);
/* Adds all of `from`. */
void parties_add_all(coder_state *coding, casus_refs *refs, const casus_refs *from);
bool parties_overlap(const coder_state *coding, const casus_refs *a, const casus_refs *b);

static inline bool party_is_group(const coder_state *const coding, const uint32_t actor)
{
    return coding->document->record.actors.at[actor].kind == KIND_ORGANIZATION;
}

static inline bool party_is_person(const coder_state *const coding, const uint32_t actor)
{
    return coding->document->record.actors.at[actor].kind == KIND_PERSON;
}

/* Whether the actor is of one of the sectors, which blanks separate: "MIL COP". */
bool party_in_sectors(const casus_actor *actor, const char *sectors);

/* CASUS_NONE is not. */
bool party_is_press(const coder_state *coding, uint32_t actor);

/* Whether one of them is of the state: its government, army, police or service. */
bool parties_have_state(const coder_state *coding, const casus_refs *refs);

/* One acts for the other or both are of one state: an army and its country, a spokesman and his
 * group. */
bool parties_related(const coder_state *coding, uint32_t a, uint32_t b);

#endif
