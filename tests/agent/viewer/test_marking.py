from hypothesis import given
from hypothesis import strategies as st

from agent.viewer.marking import Kind, Label, pieces, reviewed
from nlp import Signal, Span
from nlp.offsets import Utf16Offsets

KINDS: tuple[Kind, ...] = ("flag", "strength", "blank")
texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from("🎉👩‍💻é"), max_size=40)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, Label]]]:
    """A text with spans between its characters, in any order and overlap."""
    text = draw(texts)
    place = st.integers(0, len(text))
    labels = st.builds(Label, st.sampled_from(KINDS), st.none() | st.integers(1, 5))
    spans = draw(st.lists(st.tuples(place, place, labels), max_size=8))
    return text, [(min(start, end), max(start, end), label) for start, end, label in spans]


def in_units(text: str, spans: list[tuple[int, int, Label]]) -> list[tuple[Span, Label]]:
    offsets = Utf16Offsets(text)
    return [(Span(start=offsets[start], end=offsets[end]), label) for start, end, label in spans]


@given(marked_texts())
def test_the_pieces_are_the_text(example: tuple[str, list[tuple[int, int, Label]]]) -> None:
    text, spans = example
    assert "".join(piece.text for piece in pieces(text, in_units(text, spans))) == text


@given(marked_texts())
def test_each_character_carries_the_labels_of_all_spans_over_it(
    example: tuple[str, list[tuple[int, int, Label]]],
) -> None:
    text, spans = example
    carried = [piece.kinds for piece in pieces(text, in_units(text, spans)) for _ in piece.text]
    assert carried == [
        {label.kind for start, end, label in spans if start <= index < end} for index in range(len(text))
    ]


@given(marked_texts())
def test_each_mark_shows_its_number_where_it_ends(
    example: tuple[str, list[tuple[int, int, Label]]],
) -> None:
    text, spans = example
    shown, end = set(), 0
    for piece in pieces(text, in_units(text, spans)):
        end += len(piece.text)
        shown |= {(end, number) for number in piece.ending}
    assert shown == {(end, label.number) for start, end, label in spans if start < end and label.number}


@given(texts, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200))))
def test_spans_of_another_text_do_no_harm(text: str, spans: list[tuple[int, int]]) -> None:
    labelled = [(Span(start=start, end=end), Label("flag", 1)) for start, end in spans]
    assert "".join(piece.text for piece in pieces(text, labelled)) == text


def test_a_mark_after_an_emoji_stands_on_its_word() -> None:
    praise = Signal(
        name="praise",
        kind="flag",
        spans=(Span(start=3, end=8),),
        reason="It fits any post.",
        rule="/signals/praise",
    )
    marked = [(piece.text, piece.kinds, piece.ending) for piece in reviewed("🎉 Great post!", [praise])]
    assert marked == [("🎉 ", set(), ()), ("Great", {"flag"}, (1,)), (" post!", set(), ())]
