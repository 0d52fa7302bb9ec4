"""Words that the hints on readability know: American spellings, participles of what somebody does, acronyms that all know (checks)."""

from __future__ import annotations


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_IZE = _words(
    "agon anonym apolog author capital categor central character civil computer conceptual contextual criminal critic custom "
    "decriminal depersonal deput digit digital econom empath emphas energ equal familiar final formal galvan general global "
    "harmon hospital ideal immun incentiv individual institutional internal item jeopard legal legitim local marginal maxim "
    "memor minim mobil modern monopol national natural neutral normal operational optim organ penal personal polar politic "
    "priorit privat professional public radical rational real recogn reorgan revolution sanit scrutin secular sensit social "
    "special stabil standard stigmat subsid summar symbol sympath synthes systemat terror theor traumat trivial util vandal "
    "victim visual weapon western"
)
_IZE_ENDINGS = ("ize", "izes", "ized", "izing", "ization", "izations", "izational", "izer", "izers", "izable")
_YZE = ("anal", "catal", "paral")
_YZE_ENDINGS = {"yze": "yse", "yzes": "yses", "yzed": "ysed", "yzing": "ysing"}

_OUR = ("behavi", "col", "endeav", "fav", "harb", "hon", "hum", "lab", "neighb", "rum", "sav", "splend", "vap")
_OUR_ENDINGS = ("or", "ors", "ored", "oring", "oral", "orful", "orable", "orite", "orites", "orhood", "orhoods", "orhoods", "orly")
_NOT_OURS = frozenset({"laboring", "humoral", "laborable"})

_OTHERS = {
    "aging": "ageing",
    "artifact": "artefact",
    "caliber": "calibre",
    "canceled": "cancelled",
    "canceling": "cancelling",
    "catalog": "catalogue",
    "center": "centre",
    "centers": "centres",
    "centered": "centred",
    "channeled": "channelled",
    "channeling": "channelling",
    "counseling": "counselling",
    "counselor": "counsellor",
    "counselors": "counsellors",
    "defense": "defence",
    "enroll": "enrol",
    "enrollment": "enrolment",
    "fiber": "fibre",
    "fueled": "fuelled",
    "fulfill": "fulfil",
    "fulfillment": "fulfilment",
    "gray": "grey",
    "installment": "instalment",
    "labeled": "labelled",
    "labeling": "labelling",
    "liter": "litre",
    "maneuver": "manoeuvre",
    "modeled": "modelled",
    "modeling": "modelling",
    "offense": "offence",
    "offenses": "offences",
    "pediatric": "paediatric",
    "practiced": "practised",
    "practicing": "practising",
    "pretense": "pretence",
    "program": "programme",
    "programs": "programmes",
    "signaled": "signalled",
    "signaling": "signalling",
    "skeptical": "sceptical",
    "skillful": "skilful",
    "theater": "theatre",
    "totaled": "totalled",
    "traveled": "travelled",
    "traveling": "travelling",
    "willful": "wilful",
}


def _american() -> dict[str, str]:
    made = dict(_OTHERS)
    for stem in _IZE:
        made |= {f"{stem}{ending}": f"{stem}{ending.replace('iz', 'is', 1)}" for ending in _IZE_ENDINGS}
    for stem in _YZE:
        made |= {f"{stem}{ending}": f"{stem}{british}" for ending, british in _YZE_ENDINGS.items()}
    for stem in _OUR:
        made |= {f"{stem}{ending}": f"{stem}{ending.replace('or', 'our', 1)}" for ending in _OUR_ENDINGS}
    return {word: british for word, british in made.items() if word not in _NOT_OURS}


AMERICAN = _american()
"""American spellings, in small letters, with the British ones."""

DONE = _words(
    "accepted achieved acted actioned addressed adopted agreed allocated amended analysed announced appointed approved "
    "arranged assessed assigned audited briefed brought built carried changed chosen circulated clarified closed collected "
    "commissioned communicated completed conducted confirmed considered consulted created deployed designed developed "
    "discussed distributed drafted driven embedded employed ensured escalated established evaluated examined expanded "
    "explained explored funded gathered given held hired identified implemented improved increased informed initiated "
    "instigated introduced invested investigated invited issued launched learned learnt made managed measured mitigated "
    "modified monitored moved noted obtained offered ordered organised overseen paid performed piloted planned prepared "
    "presented prioritised procured produced progressed provided purchased raised received recorded recruited rectified "
    "redesigned reduced refreshed rejected released removed reorganised replaced reported requested resolved resourced "
    "restructured reviewed revised rewritten rolled scheduled scrutinised secured selected sent shared sought started stopped "
    "strengthened submitted taken tasked tested tightened tracked trained undertaken updated upgraded written"
)
"""Participles of what somebody does, so that a reader asks who; not those that say how something is ("committed", "based")."""

DONE_IN_FEW_WORDS = DONE - _words("closed driven given held learned made paid sent shared")
"""Those of them of which one asks who also after a plain "is" or "was"."""

KNOWN_TO_ALL = _words(
    "AD AM BBC BC CCTV CD COVID DNA DVD EU FAQ GB GMT GP HM HMP HR ID IT ITV KC MP MPS NHS OK PC PDF PM QC TV UK UN URL US USA USB VAT VIP "
    "NOT AND OR ALL NO ONLY MUST TBC TBA TBD TODO XX XXX OBE MBE CBE KBE DBE BEM KCB CB QPM KPM JP DL"
)
"""Acronyms that need no explanation."""
