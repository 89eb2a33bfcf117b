"""From the text of a method to a valid method, or to every fault in it with its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedre.method import catalog
from bedre.method.built import dump
from bedre.method.format import MethodError, Problem, checksum, parse, schema
from bedre.web import icons

TEXT = catalog.text(catalog.DEFAULT)


def faults(text: str) -> list[Problem]:
    with pytest.raises(MethodError) as caught:
        parse(text)
    return caught.value.problems


def without(first: str, up_to: str) -> str:
    """The catalogue's text without the lines from one that begins so, up to another."""
    start = TEXT.index(first)
    return TEXT[:start] + TEXT[TEXT.index(up_to, start) :]


def line_of(part: str, text: str = TEXT) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


@pytest.mark.parametrize(
    ("written", "meant", "instead"),
    [
        ("purpos:", "purpose", "purpose:"),
        ("agneda:", "agenda", "agenda:"),
        ("coch:", "coach", "coach:"),
        ("catgories:", "categories", "categories:"),
    ],
)
def test_an_unknown_key_is_pointed_at_with_the_nearest_known_one(written, meant, instead):
    text = TEXT.replace(f"  {instead}", f"  {written}", 1)
    found = next(problem for problem in faults(text) if f"«{written[:-1]}»" in problem.sentence)
    assert found.line == line_of(f"  {written}", text)
    assert f"Mente du «{meant}»?" in found.sentence


def test_a_key_like_no_other_is_answered_with_those_that_are_known():
    (problem,) = faults(TEXT.replace("promise:\n", "promise:\n  xyzzy: 1\n"))
    assert problem == Problem(
        line_of("promise:") + 1, "promise.xyzzy", "«xyzzy» er ikke et ord i formatet. Her finnes: meetings, text."
    )


def test_each_missing_key_is_named_once():
    text = TEXT.replace('    title: {nb: "Beslutning", nn: "Avgjerd"}\n', "").replace("    level: municipality\n", "", 1)
    assert [problem.sentence for problem in faults(text)] == ["«level» mangler her.", "«title» mangler her."]


@pytest.mark.parametrize("kind", ["course_days", "board_start", "report", "alone"])
def test_a_step_that_carries_the_introduction_is_always_there(kind):
    (problem, *_) = faults(TEXT.replace(f"kind: {kind}\n", "kind: other\n"))
    assert f"«{kind}»" in problem.sentence and problem.line == line_of("steps:")


def test_a_step_that_is_lost_is_named():
    (problem,) = faults(without("  - key: information_meeting", "  - key: course_days"))
    assert problem.line == line_of("steps:")
    assert "«information_meeting» mangler" in problem.sentence


def test_a_step_may_be_left_out_when_the_method_says_so():
    text = without("  - key: information_meeting", "  - key: course_days")
    assert parse("left_out: [information_meeting]\n" + text).step("information_meeting") is None


def test_a_step_cannot_be_both_there_and_left_out():
    (problem,) = faults("left_out: [guidance]\n" + TEXT)
    assert (problem.line, problem.path) == (1, "left_out")


@pytest.mark.parametrize(
    ("was", "becomes", "line", "says"),
    [
        ("minutes: 15", "minutes: 16", "agenda:", "15 minutter, men møtet har 16"),
        ("states: [testing]", "states: [in_progress]", "columns:", "«testing»"),
        ("states: [testing]", "states: [in_progress, testing]", "key: check", "to kolonner"),
        ("states: [testing]", "states: [tested]", "key: check", "Mente du «testing»?"),
        ("key: guidance\n", "key: board_start\n", "- key: guidance", "to ganger"),
        ("level: unit\n    kind: leader_preparation", "level: enhet\n    kind: leader_preparation", "- key: leader_preparation", "municipality, unit"),
        ("days: 4", "days: 5", "course_days:\n", "5 dager"),
        ("days: 4", "days: fire", "days: 4", "et helt tall"),
        ("days: 4", "days: 0", "days: 4", "grense 1"),
        ('version: "2015.1"', "version: 2015.1", "version:", "anførselstegn"),
        ("weeks: [-3, -2]", "weeks: [-2, -3]", "weeks: [-3, -2]", "siste uka"),
        ('nb: "Prosjektplan"', 'nb: "  "', "Prosjektplan", "ikke være tomt"),
        ('nb: "Prosjektplan"', f'nb: "{"x" * 121}"', "Prosjektplan", "120 tegn"),
        ("level: unit\n    kind: report", "level: municipality\n    kind: report", "- key: introduction_report", "kommer før"),
        ("format: 1", "format: 2", "format: 1", "format 1"),
        ("key: time_thief", "key: Tidstyv", "key: time_thief", "små bokstaver"),
    ],
)  # fmt: skip
def test_each_fault_is_pointed_at(was, becomes, line, says):
    text = TEXT.replace(was, becomes, 1)
    assert text != TEXT
    found = faults(text)
    number = TEXT[: TEXT.index(line if line != "course_days:\n" else "\ncourse_days:") + 1].count("\n") + 1
    assert any(says in problem.sentence and abs(problem.line - number) <= 1 for problem in found), found


@pytest.mark.parametrize(
    "text",
    [
        "", "bare tekst", "- 1\n- 2", "a: [", "a: 'x", "a: b: c", "a:\n\t- b", "- a\nb: c", "a: 1\n---\nb: 2", "? [a]\n: b", "key: x\nkey: y",
        "a: &a [1]\nb: *a", "a: !!int x", "a: 2015-13-45", "a: !!python/object:os.system x", "[" * 5000, "x" * 300_000, "a: \x01", "\ud800",
    ],
)  # fmt: skip
def test_what_is_no_method_gets_a_sentence_in_norwegian(text):
    (problem, *_) = faults(text)
    assert problem.line >= 1
    assert problem.sentence and "expected" not in problem.sentence


def test_references_are_refused_before_they_grow():
    bomb = "a: &a [x, x]\n" + "\n".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20))
    (problem,) = faults(bomb)
    assert problem.line == 1


@settings(max_examples=30)
@given(st.text(max_size=80), st.integers(0, len(TEXT)), st.integers(0, 40))
def test_whatever_is_written_gives_a_method_or_faults_with_lines(written, at, gone):
    text = TEXT[:at] + written + TEXT[at + gone :]
    try:
        parse(text)
    except MethodError as error:
        assert all(
            1 <= problem.line <= text.count("\n") + text.count("\r") + 2 and problem.sentence for problem in error.problems
        )


def test_a_method_written_out_reads_as_the_same_method():
    assert parse(dump(catalog.method())) == catalog.method()


@settings(max_examples=15)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=120).filter(str.strip))
def test_any_letter_survives_the_way_out_and_in_again(title):
    text = dump(catalog.method()).replace("nb: Tidstyv", "nb: XXX")
    import yaml

    data = yaml.safe_load(text)
    data["board"]["categories"][0]["title"]["nb"] = title
    assert parse(yaml.safe_dump(data, allow_unicode=True)).category("time_thief").title.nb == title


def test_the_schema_names_only_icons_that_exist():
    allowed = schema()["properties"]["board"]["properties"]["categories"]["items"]["properties"]["icon"]["enum"]
    assert set(allowed) <= set(icons.LINES)


def test_a_checksum_tells_two_texts_apart():
    assert checksum("a") != checksum("b") and len(checksum("a")) == 64
