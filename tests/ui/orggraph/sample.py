"""A made-up structure in seven bands, with networks as frames, for tests and for looking at."""

from __future__ import annotations

from samstyring.graph.box_text import BoxText, Mark, scaled_options, sized_node
from samstyring.graph.drawing import Scene, make_scene
from samstyring.graph.layout import LayoutEdge, LayoutOptions, lay_out
from samstyring.graph.measuring import TextMeasure

BANDS = {
    0: "STAT",
    1: "NASJONALT · POLITISK",
    2: "NASJONALT · RÅD OG UTVALG",
    3: "NASJONALT · FAG",
    4: "REGIONALT",
    5: "DELREGIONALT",
    6: "LOKALT",
}

WORDS = {
    "reports_to": "rapporterer til",
    "advises": "gir råd til",
    "nominates": "nominerer til",
    "appoints": "oppnevner til",
    "member_of": "er medlem av",
}

_BODIES = [
    ("DFD", "departement", 0, "state", ()),
    ("Skate", "3 plasser fra KS", 0, "state", ()),
    ("KS Hovedstyret", "15 medlemmer", 1, "political", ()),
    ("KDU", "7 medlemmer", 1, "political", ()),
    ("KommIT-rådet", "11 av 11 plasser", 2, "council", ()),
    ("Digitaliseringsutvalget", "13 av 14 plasser", 2, "council", (Mark("1 ledig", "vacant"),)),
    ("Fagråd arkitektur", "9 av 10", 3, "expert", (Mark("1 ledig", "vacant"),)),
    ("Fagråd infosikkerhet", "10 av 10", 3, "expert", ()),
    (
        "Fag- og prioriteringsutvalg oppvekst og utdanning",
        "11 av 12",
        3,
        "sector",
        (Mark("1 ledig", "vacant"), Mark("utløper", "soon")),
    ),
    ("FPU eHelse", "12 av 12", 3, "sector", ()),
    ("Kongsbergregionen", "7 kommuner", 5, "group", ()),
    ("ROR-IKT", "6 kommuner", 5, "group", (Mark("over tiden", "over"),)),
    ("Kristiansand", "kommune", 6, "municipality", ()),
    ("Porsáŋgu", "kommune", 6, "municipality", ()),
]

_EDGES = [
    ("KommIT-rådet", "KS Hovedstyret", "reports_to"),
    ("Digitaliseringsutvalget", "KommIT-rådet", "reports_to"),
    ("Fagråd arkitektur", "Digitaliseringsutvalget", "reports_to"),
    ("Fagråd infosikkerhet", "Digitaliseringsutvalget", "reports_to"),
    ("Fag- og prioriteringsutvalg oppvekst og utdanning", "Digitaliseringsutvalget", "reports_to"),
    ("FPU eHelse", "Digitaliseringsutvalget", "reports_to"),
    ("KDU", "KommIT-rådet", "advises"),
    ("Fagråd arkitektur", "KommIT-rådet", "advises"),
    ("Digitaliseringsutvalget", "Skate", "appoints"),
    ("FPU eHelse", "Fagråd infosikkerhet", "advises"),
    ("Kongsbergregionen", "DigiViken", "reports_to"),
    ("ROR-IKT", "DigiMøre", "reports_to"),
    ("Kristiansand", "Kongsbergregionen", "member_of"),
    ("Porsáŋgu", "ROR-IKT", "member_of"),
]

_NETWORKS = {
    "DigiVestland": ("Bergen", "Askøy", "Øygarden", "Alver", "Voss", "Stord", "Kvam", "Kinn"),
    "DigiTrøndelag": (
        "Trondheim", "Steinkjer", "Namsos", "Frøya", "Osen", "Oppdal", "Rennebu", "Røros",
        "Holtålen", "Tydal", "Meråker", "Stjørdal", "Frosta", "Levanger", "Verdal", "Snåsa",
        "Lierne", "Røyrvik", "Namsskogan", "Grong", "Høylandet", "Overhalla", "Flatanger",
        "Leka", "Inderøy", "Indre Fosen", "Heim", "Hitra",
    ),
    "DigiViken": ("Drammen", "Asker", "Bærum", "Lillestrøm", "Kongsberg", "Moss"),
    "DigiMøre": ("Molde", "Ålesund", "Kristiansund", "Ulstein", "Ørsta", "Herøy"),
    "DigiTroms og Finnmark": ("Tromsø", "Alta", "Deatnu–Tana", "Guovdageaidnu–Kautokeino"),
}  # fmt: skip


def sample_scene(measure: TextMeasure, folded: frozenset[str] = frozenset()) -> Scene:
    """Return the drawing, the named networks folded to one box each."""
    texts: list[BoxText] = []
    nodes = []
    for name, line, level, family, marks in _BODIES:
        text = BoxText(name, name, (line,), family, marks)
        texts.append(text)
        nodes.append(sized_node(text, level, (name,), measure))
    edges = [LayoutEdge(*edge) for edge in _EDGES]
    for name, members in _NETWORKS.items():
        line = f"{len(members)} kommuner · nominerer til 4"
        shut = name in folded
        text = BoxText(name, name, (line,), "network", (), len(members) if shut else 0)
        texts.append(text)
        nodes.append(sized_node(text, 4, (name,), measure, frame=not shut))
        edges.append(LayoutEdge(name, "Digitaliseringsutvalget", "nominates"))
        if shut:
            continue
        board = BoxText(f"{name}/board", "Programstyre", ("8 av 8",), "network")
        group = BoxText(f"{name}/group", "Ressursgruppe", ("24",), "group")
        chips = [BoxText(f"{name}/{m}", m, (), "municipality", chip=True) for m in members]
        inner = [board, group, *chips]
        texts.extend(inner)
        nodes.extend(sized_node(t, 4, (t.title,), measure, parent=name) for t in inner)
        edges.append(LayoutEdge(f"{name}/board", "KommIT-rådet", "reports_to"))
    layout = lay_out(nodes, edges, scaled_options(LayoutOptions(), measure))
    return make_scene(
        layout,
        {text.id: text for text in texts},
        words=WORDS,
        band_titles=BANDS,
        measure=measure,
        title="Hele landet",
        sentence="14 organer og 5 nettverk; 3 organer har ledige plasser.",
    )
