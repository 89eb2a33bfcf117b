"""Things of another municipality, or of another unit, in every address and every form: not found, refused, and nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bedre.kernel.tenancy import active, tenant_models

from .conftest import Stage
from .roles import EVERYBODY
from .row import HIDDEN, Row
from .table import TABLE
from .walk import fill, methods

SHARED = {"version", "step", "level", "steg", "word", "kursdag", "plan", "versjon", "invitasjon"}
"""What stands in addresses and means the same everywhere, and the secret that lets in whoever has it."""


def everything(stage: Stage) -> dict[str, list[tuple]]:
    """Every row of every table of both municipalities."""
    found = {}
    for municipality in (stage.cast.municipality, stage.cast.elsewhere):
        with active(municipality):
            for model in tenant_models():
                rows = model._default_manager.order_by("pk").values_list()
                found[f"{municipality} {model._meta.label}"] = [tuple(map(str, row)) for row in rows]
    return found


def asks(row: Row, method: str) -> str:
    """Somebody at the unit who may."""
    return min(row.may(method) & EVERYBODY - {"other_coach", "other_leader", "other_rep", "other_employee", "other_adviser"})


def exchanged(stage: Stage, row: Row, of: str, keep: set[str]) -> list[str]:
    """The addresses of a row with one or all of its things exchanged for those of another unit, but for those to keep."""
    own, theirs, route = stage.things["unit"], stage.things[of], stage.addresses[row.route]
    others = {word: key for word, key in theirs.items() if word not in keep}
    ways = [own | others, *(own | {word: key} for word, key in others.items())]
    paths = {fill(route, things, row.about) for things in ways} - {fill(route, own, row.about)}
    return [f"/harstad/{path}" for path in sorted(paths)]


def knock(stage: Stage, paths: Callable[[Row], Iterable[str]]) -> list[str]:
    """Ask for all of them as somebody who may at home, without undoing anything; returns those that did not answer 404."""
    return [
        f"{method} {path} as {role}"
        for row in TABLE
        if not row.public
        for method in methods(row)
        for role in [asks(row, method)]
        for path in paths(row)
        if stage.walker.ask(role, method, path, undo=False).kind != HIDDEN
    ]


def test_another_municipalitys_keys_are_not_found_in_any_address(stage: Stage):
    before = everything(stage)
    assert knock(stage, lambda row: exchanged(stage, row, "elsewhere", SHARED)) == []
    assert everything(stage) == before


def test_another_municipalitys_pages_are_not_found_by_anybody_from_here(stage: Stage):
    before = everything(stage)
    assert knock(stage, lambda row: [stage.path(row, "elsewhere", "vestvagoy")]) == []
    assert everything(stage) == before


def test_another_units_keys_are_not_found_below_a_units_own_address(stage: Stage):
    def below(row: Row) -> list[str]:
        return exchanged(stage, row, "other_unit", SHARED | {"slug"}) if "<slug:slug>" in stage.addresses[row.route] else []

    before = everything(stage)
    assert knock(stage, below) == []
    assert everything(stage) == before
