"""The order of the map's columns: a rearrangement with no more crossings than before, the same whenever asked."""
from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.views.columns import COLUMN, WIDTH, Node
from kg.views.network import curve
from kg.views.order import crossings, order

TOPICS = [f"t{i}" for i in range(6)]
bodies = st.dictionaries(st.sampled_from([f"b{i}" for i in range(8)]), st.dictionaries(st.sampled_from(TOPICS), st.integers(1, 9).map(float), min_size=1), max_size=8)


def world(left, right):
    """What `order` takes: topics, the two sides, weights both ways."""
    near = {f"l{key}": found for key, found in left.items()} | {f"r{key}": found for key, found in right.items()}
    for body, found in list(near.items()):
        for topic, weight in found.items():
            near.setdefault(topic, {})[body] = weight
    return TOPICS, [[f"l{key}" for key in left], [f"r{key}" for key in right]], near


worlds = st.tuples(bodies, bodies).map(lambda pair: world(*pair))


@given(worlds)
def test_crossings_are_pairs_of_lines_that_change_sides(made) -> None:
    topics, sides, near = made
    lines = [[(i, topics.index(topic)) for i, body in enumerate(side) for topic in near[body]] for side in sides]
    assert crossings(*made) == sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for side in lines for a, b in combinations(side, 2))


@given(worlds)
def test_the_order_is_the_same_names_with_no_more_crossings(made) -> None:
    topics, sides, near = made
    found = order(*made)
    assert sorted(found[0]) == sorted(topics) and [sorted(side) for side in found[1]] == [sorted(side) for side in sides]
    assert crossings(*found, near) <= crossings(*made)
    assert order(*made) == found


def test_lines_that_need_not_cross_do_not() -> None:
    made = world({"1": {"t5": 1.0}, "2": {"t3": 1.0}, "3": {"t0": 1.0}}, {"1": {"t4": 1.0}, "2": {"t1": 1.0}})
    assert crossings(*made) > 0
    assert crossings(*order(*made), made[2]) == 0


@given(st.floats(-COLUMN, COLUMN), st.floats(-300, 300))
def test_a_line_from_below_rises_beside_the_proposals_and_not_behind_them(x: float, y: float) -> None:
    body, topic = Node("b", "divided", ("b",), round(x, 1), 400.0, 33.0), Node("t", "topic", ("t",), 0.0, round(y, 1), 33.0)
    path = curve(body, topic, 320.0)
    rise = path.split("L")[1].split("C")[0].split()
    assert WIDTH / 2 < abs(float(rise[0])) < COLUMN - WIDTH / 2
    assert path.endswith(f"{WIDTH / 2:g} {topic.y:g}")
