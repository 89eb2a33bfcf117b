"""An import of units: what its rows mean, and writing them with the same verbs as the pages."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from bedre.organisation.models import Unit
from bedre.organisation.tree import Node, tree
from bedre.organisation.words import hours_kinds, kinds

from .columns import UNITS, Line, by_key, check_twice, word
from .plan import NEW, Plan, difference, fate_of
from .words import NO, YES, unit_kinds, working_times

column = by_key(UNITS)


def plan_units(found: list[Line], on: dt.date) -> Plan:
    """The fate of every row against the tree on a date. Three queries."""
    there = {node.code.casefold(): node for node in tree(on).nodes.values() if node.code}
    taken = {code.casefold() for code in Unit.objects.exclude(code="").values_list("code", flat=True)} - set(there)
    check_twice(found, "code", column("code").heading)
    coming = {line.values["code"].casefold(): line for line in found}
    known, times = unit_kinds(), working_times()
    fates, do = [], {}
    for line in found:
        node = there.get(line.values["code"].casefold())
        wanted = _wanted(line, node, known, times)
        _check(line, node, wanted, coming, there, taken)
        fate = fate_of(line, line.values["code"], node is None, _what(node, wanted, there) if node else [])
        fates.append(fate)
        if fate.fate in (NEW, "changed"):
            do[line.number] = {"code": line.values["code"], "new": node is None, **wanted}
    return Plan(fates, do)


def _wanted(line: Line, node: Node | None, known: dict[str, str], times: dict[str, str]) -> dict[str, Any]:
    """What the row says; columns that the file does not have stay as they are."""
    values = line.values
    wanted: dict[str, Any] = {"name": values["name"]}
    if not wanted["name"]:
        line.fault(column("name").heading, _("Is empty."))
    if len(wanted["name"]) > 120:
        line.fault(column("name").heading, _("Is longer than 120 characters."))
    if "parent" in values:
        wanted["parent"] = values["parent"]
    if "kind" in values:
        wanted["kind"] = word(line, column("kind"), values["kind"], known, node.kind if node else "operation")
    if "counts" in values:
        wanted["counts_in_total"] = _yes(line, values["counts"])
    if "headcount" in values:
        count = _number(line, "headcount")
        wanted["headcount"] = None if count is None else int(count)
    if "fte" in values:
        wanted["fte"] = _number(line, "fte")
    if "hours_kind" in values:
        wanted["hours_kind"] = word(
            line, column("hours_kind"), values["hours_kind"], times, node.hours_kind if node else "office"
        )
    return wanted


def _yes(line: Line, value: str) -> bool:
    if value.casefold() in YES | NO:
        return value.casefold() in YES
    line.fault(column("counts").heading, _("Write ja or nei."))
    return False


def _number(line: Line, key: str) -> Decimal | None:
    text = re.sub(r"[\s\u00a0]", "", line.values[key]).replace(",", ".")
    if not text:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    whole = key != "headcount" or number == number.to_integral_value() if number.is_finite() else False
    if not number.is_finite() or not 0 <= number <= 50000 or not whole:
        line.fault(column(key).heading, _("“%(text)s” is not a number that can be right.") % {"text": line.values[key][:40]})
        return None
    return number.quantize(Decimal("0.01"))


def _check(
    line: Line, node: Node | None, wanted: dict, coming: dict[str, Line], there: dict[str, Node], taken: set[str]
) -> None:
    code, heading = line.values["code"], column("code").heading
    if not code:
        line.fault(heading, _("Is empty."))
    elif len(code) > 40:
        line.fault(heading, _("Is longer than 40 characters."))
    elif code.casefold() in taken or (node is not None and node.closed):
        line.fault(heading, _("Belongs to a unit that is closed, or begins later."))
    above = wanted.get("parent", "").casefold()
    if above and above not in coming and (above not in there or there[above].closed):
        line.fault(column("parent").heading, _("There is no unit with the code “%(code)s”.") % {"code": wanted["parent"][:40]})
    elif above and _loops(code.casefold(), coming, there):
        line.fault(column("parent").heading, _("A unit cannot lie below itself or one of its own units."))


def _loops(code: str, coming: dict[str, Line], there: dict[str, Node]) -> bool:
    seen, at = {code}, code
    codes = {node.id: key for key, node in there.items()}
    while True:
        line, node = coming.get(at), there.get(at)
        own = line is not None and "parent" in line.values
        at = (
            line.values["parent"].casefold()
            if own and line
            else codes.get(node.parent_id, "")
            if node and node.parent_id
            else ""
        )
        if not at:
            return False
        if at in seen:
            return at == code
        seen.add(at)


def _what(node: Node, wanted: dict[str, Any], there: dict[str, Node]) -> list[list[str]]:
    codes = {unit.id: unit.code for unit in there.values()}
    now: dict[str, Any] = {
        "name": node.name,
        "kind": node.kind,
        "counts_in_total": node.counts_in_total,
        "headcount": node.headcount,
    }
    now |= {"fte": node.fte, "hours_kind": node.hours_kind, "parent": codes.get(node.parent_id, "") if node.parent_id else ""}
    told: dict[str, Any] = {"kind": kinds(), "hours_kind": hours_kinds()}
    headings = {"counts_in_total": column("counts").heading}
    what: list[list[str]] = []
    for key, becomes in wanted.items():
        was = now[key]
        if key == "parent" and was.casefold() == becomes.casefold():
            continue
        words = told.get(key, {})
        heading = headings.get(key) or column(key).heading
        what += difference(heading, words.get(was, was), words.get(becomes, becomes))
    return what


def write_units(plan: Plan, *, on: dt.date, by: Any) -> None:
    """Write the plan from the top of the tree downwards, in the caller's transaction. Raises DomainError."""
    made = {unit.code.casefold(): unit for unit in Unit.objects.exclude(code="")}
    waiting = [dict(row) for row in plan.do.values()]
    while waiting:
        later = {row["code"].casefold() for row in waiting}
        ready = [row for row in waiting if row.get("parent", "").casefold() not in later]
        for row in ready:
            _write(row, made, on, by)
        waiting = [row for row in waiting if row not in ready]


def _write(row: dict[str, Any], made: dict[str, Unit], on: dt.date, by: Any) -> None:
    fields = {name: value for name, value in row.items() if name not in ("code", "new", "parent")}
    if "parent" in row:
        fields["parent"] = made[row["parent"].casefold()] if row["parent"] else None
    if row["new"]:
        made[row["code"].casefold()] = Unit.make(code=row["code"], on=on, by=by, **fields)
    else:
        made[row["code"].casefold()].state(on=on, by=by, **fields)
