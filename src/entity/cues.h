/* Closed classes of words that linking asks for; their members stand in data/entity/cues.txt. */
#ifndef CASUS_ENTITY_CUES_H
#define CASUS_ENTITY_CUES_H

#include "base/str.h"

/* Enumerator, name of the stanza. */
#define CASUS_CUE_TABLE(X)                                                                         \
    X(HE, "he")                                                                                    \
    X(SHE, "she")                                                                                  \
    X(IT, "it")                                                                                    \
    X(THEY, "they")                                                                                \
    X(WE, "we")                                                                                    \
    X(I, "i")                                                                                      \
    X(POSSESSIVE, "possessive-pronoun")                                                            \
    X(REFLEXIVE, "reflexive")                                                                      \
    X(RELATIVE, "relative")                                                                        \
    X(DEFINITE, "definite")                                                                        \
    X(DEMONSTRATIVE, "demonstrative")                                                              \
    X(INDEFINITE, "indefinite")                                                                    \
    X(QUANTIFIER, "quantifier")                                                                    \
    X(OTHER, "other")                                                                              \
    X(LOCATIVE, "locative-preposition")                                                            \
    X(AGENTIVE, "agentive-preposition")                                                            \
    X(SPEECH, "speech-verb")                                                                       \
    X(HUMAN_OBJECT, "human-object-verb")                                                           \
    X(PLACE_SUBJECT, "place-subject-verb")                                                         \
    X(PLACE_OBJECT, "place-object-verb")                                                           \
    X(GROUP, "group-noun")                                                                         \
    X(STATE, "state-noun")                                                                         \
    X(GOVERNMENT, "government-noun")                                                               \
    X(SIDES, "sides-noun")                                                                         \
    X(FIGHTERS, "fighters-noun")                                                                   \
    X(VAGUE, "vague-noun")                                                                         \
    X(NO_ACTOR, "no-actor-noun")                                                                   \
    X(MALE, "male")                                                                                \
    X(FEMALE, "female")                                                                            \
    X(JOINING, "name-joining")                                                                     \
    X(PARTICIPLE, "backed-participle")                                                             \
    X(MEMBER, "member-noun")                                                                       \
    X(ORGANISATION, "organisation-noun")                                                           \
    X(NOT_NAME, "not-a-name")                                                                      \
    X(COLLECTIVE, "collective-noun")                                                               \
    X(BOTH, "both")                                                                                \
    X(WEAK_ROLE, "weak-role-noun")                                                                 \
    X(EMPTY, "empty-modifier")                                                                     \
    X(PARTIES, "parties-noun")                                                                     \
    X(PERSONS, "persons-noun")                                                                     \
    X(CONTAINER, "container-noun")                                                                 \
    X(NAMING, "naming-word")                                                                       \
    X(SELF_NAMING, "self-naming-verb")                                                             \
    X(SELF_NAMED, "self-named-verb")                                                               \
    X(STATING, "stating-verb")                                                                     \
    X(SHARE, "share-noun")                                                                         \
    X(WHOEVER, "whoever-word")                                                                     \
    X(BACKED, "group-modifier")                                                                    \
    X(SET, "set-noun")                                                                             \
    X(HAPPENING, "happening-noun")                                                                 \
    X(ATTITUDE, "attitude-adjective")                                                              \
    X(WEAK_HEAD, "weak-head-noun")                                                                 \
    X(LABEL, "label-noun")                                                                         \
    X(ARMY, "army-noun")                                                                           \
    X(REBELS, "rebels-noun")                                                                       \
    X(REMAINS, "remains-noun")                                                                     \
    X(MAJESTY, "honorific-noun")                                                                   \
    X(CHARGE, "charge-word")                                                                       \
    X(BACKING, "backing-word")                                                                     \
    X(FAILING, "failing-word")

#define CASUS_ENUMERATE_CUE(name, text) CUE_##name,
typedef enum casus_cue { CASUS_CUE_TABLE(CASUS_ENUMERATE_CUE) CUE_COUNT } casus_cue;
#undef CASUS_ENUMERATE_CUE

#define CUE_BIT(cue) (UINT64_C(1) << (cue))

/* The class of a stanza's name, or -1. */
int casus_cue_from(casus_str name);

#endif
