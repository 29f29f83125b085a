/* Universal Dependencies v2 as far as the treebanks of English use it:
 * https://universaldependencies.org */
#ifndef CASUS_SYNTAX_UD_H
#define CASUS_SYNTAX_UD_H

#include "base/str.h"

/* Parts of speech: enumerator, name. */
#define CASUS_UPOS_TABLE(X)                                                                        \
    X(NONE, "_")                                                                                   \
    X(ADJ, "ADJ")                                                                                  \
    X(ADP, "ADP")                                                                                  \
    X(ADV, "ADV")                                                                                  \
    X(AUX, "AUX") X(CCONJ, "CCONJ") X(DET, "DET") X(INTJ, "INTJ") X(NOUN, "NOUN") X(NUM, "NUM")    \
        X(PART, "PART") X(PRON, "PRON") X(PROPN, "PROPN") X(PUNCT, "PUNCT") X(SCONJ, "SCONJ")      \
            X(SYM, "SYM") X(VERB, "VERB") X(OTHER, "X")

/* Dependency relations with the subtypes of UD English: enumerator, name. */
#define CASUS_DEPREL_TABLE(X)                                                                      \
    X(NONE, "_")                                                                                   \
    X(ACL, "acl")                                                                                  \
    X(ACL_RELCL, "acl:relcl")                                                                      \
    X(ADVCL, "advcl")                                                                              \
    X(ADVCL_RELCL, "advcl:relcl") X(ADVMOD, "advmod") X(AMOD, "amod") X(APPOS, "appos") X(         \
        AUX, "aux") X(AUX_PASS, "aux:pass") X(CASE, "case") X(CC, "cc")                            \
        X(CC_PRECONJ, "cc:preconj") X(CCOMP, "ccomp") X(CLF, "clf") X(COMPOUND, "compound") X(     \
            COMPOUND_PRT, "compound:prt") X(CONJ, "conj") X(COP, "cop") X(CSUBJ, "csubj")          \
            X(CSUBJ_OUTER, "csubj:outer") X(CSUBJ_PASS, "csubj:pass") X(DEP, "dep") X(DET, "det")  \
                X(DET_PREDET, "det:predet") X(DISCOURSE, "discourse") X(DISLOCATED, "dislocated")  \
                    X(EXPL, "expl") X(FIXED, "fixed") X(FLAT, "flat") X(GOESWITH, "goeswith")      \
                        X(IOBJ, "iobj") X(LIST, "list") X(MARK, "mark") X(NMOD, "nmod")            \
                            X(NMOD_DESC, "nmod:desc") X(NMOD_POSS, "nmod:poss")                    \
                                X(NMOD_UNMARKED, "nmod:unmarked") X(NSUBJ, "nsubj")                \
                                    X(NSUBJ_OUTER, "nsubj:outer") X(NSUBJ_PASS, "nsubj:pass") X(   \
                                        NUMMOD, "nummod") X(OBJ, "obj")                            \
                                        X(OBL, "obl") X(OBL_AGENT, "obl:agent")                    \
                                            X(OBL_UNMARKED, "obl:unmarked") X(ORPHAN, "orphan")    \
                                                X(PARATAXIS, "parataxis") X(PUNCT, "punct")        \
                                                    X(REPARANDUM, "reparandum") X(ROOT, "root")    \
                                                        X(VOCATIVE, "vocative") X(XCOMP, "xcomp")

#define CASUS_ENUMERATE_UPOS(name, text) UPOS_##name,
#define CASUS_ENUMERATE_DEPREL(name, text) DEP_##name,
typedef enum casus_upos { CASUS_UPOS_TABLE(CASUS_ENUMERATE_UPOS) UPOS_COUNT } casus_upos;
typedef enum casus_deprel { CASUS_DEPREL_TABLE(CASUS_ENUMERATE_DEPREL) DEP_COUNT } casus_deprel;
#undef CASUS_ENUMERATE_UPOS
#undef CASUS_ENUMERATE_DEPREL

/* Morphological features that the rooms above ask for, as bits. */
typedef enum casus_feature {
    FEAT_PLURAL = 1 << 0,         /* Number=Plur */
    FEAT_SINGULAR = 1 << 1,       /* Number=Sing */
    FEAT_PAST = 1 << 2,           /* Tense=Past */
    FEAT_PRESENT = 1 << 3,        /* Tense=Pres */
    FEAT_FINITE = 1 << 4,         /* VerbForm=Fin */
    FEAT_INFINITIVE = 1 << 5,     /* VerbForm=Inf */
    FEAT_PARTICIPLE = 1 << 6,     /* VerbForm=Part */
    FEAT_GERUND = 1 << 7,         /* VerbForm=Ger */
    FEAT_PASSIVE = 1 << 8,        /* Voice=Pass */
    FEAT_FIRST = 1 << 9,          /* Person=1 */
    FEAT_SECOND = 1 << 10,        /* Person=2 */
    FEAT_THIRD = 1 << 11,         /* Person=3 */
    FEAT_MASCULINE = 1 << 12,     /* Gender=Masc */
    FEAT_FEMININE = 1 << 13,      /* Gender=Fem */
    FEAT_NEUTER = 1 << 14,        /* Gender=Neut */
    FEAT_POSSESSIVE = 1 << 15,    /* Poss=Yes */
    FEAT_NEGATIVE = 1 << 16,      /* Polarity=Neg or PronType=Neg */
    FEAT_RELATIVE = 1 << 17,      /* PronType=Rel */
    FEAT_INTERROGATIVE = 1 << 18, /* PronType=Int */
    FEAT_IMPERATIVE = 1 << 19,    /* Mood=Imp */
    FEAT_REFLEXIVE = 1 << 20,     /* Reflex=Yes */
    FEAT_DEFINITE = 1 << 21,      /* Definite=Def */
    FEAT_ORDINAL = 1 << 22,       /* NumType=Ord */
    FEAT_NOMINATIVE = 1 << 23,    /* Case=Nom */
    FEAT_ACCUSATIVE = 1 << 24     /* Case=Acc */
} casus_feature;

const char *casus_upos_name(casus_upos upos);
const char *casus_deprel_name(casus_deprel deprel);
casus_upos casus_upos_from(casus_str name);          /* UPOS_NONE when unknown */
casus_deprel casus_deprel_from(casus_str name);      /* falls back to the main type, then DEP_DEP */
casus_deprel casus_deprel_main(casus_deprel deprel); /* nsubj:pass -> nsubj */

/* FEATS column <-> bits; features without a bit are dropped. `size` of buffer at least 512. */
uint32_t casus_features_from(casus_str feats);
void casus_features_write(uint32_t features, char *buffer, size_t size);

#endif
