"""Small random graphs for the layout's property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from samstyring.graph.layout import LayoutEdge, LayoutNode

Graph = tuple[list[LayoutNode], list[LayoutEdge]]


@st.composite
def graphs(draw: st.DrawFn, *, frames: bool = True, pins: bool = False) -> Graph:
    """Return nodes and edges with loops, cycles, doubles and parts that hang together with none."""
    count = draw(st.integers(0, 14))
    names = [f"n{number}" for number in range(count)]
    nodes = []
    for name in names:
        parent = draw(st.sampled_from([None, None, *names])) if frames else None
        pinned = None
        if pins and draw(st.integers(0, 5)) == 0:
            pinned = (draw(st.integers(-3, 3)) * 400.0, draw(st.integers(0, 3)) * 150.0 + 20.0)
        nodes.append(
            LayoutNode(
                name,
                level=draw(st.integers(0, 4)),
                width=float(draw(st.integers(40, 200))),
                height=float(draw(st.sampled_from([24, 44, 60]))),
                key=(draw(st.sampled_from("abc")), name),
                parent=parent,
                pinned=pinned,
            )
        )
    if not names:
        return nodes, []
    ends = st.tuples(
        st.sampled_from(names), st.sampled_from(names), st.sampled_from(["reports_to", "advises"])
    )
    return nodes, [LayoutEdge(*edge) for edge in draw(st.lists(ends, max_size=25))]
