"""Another municipality's person, unit or thing in every choice of every form: refused as a fault of the form, and nothing is stored."""

from __future__ import annotations

from bedre.kernel.once import FIELD
from bedre.kernel.tenancy import active, tenant_models

from .conftest import Stage
from .forms import Choice, choices
from .table import TABLE
from .test_elsewhere import everything

WRITERS = ["leader", "coordinator", "director", "administrator", "controller"]
"""Those who between them see every form."""

CHOICES = {
    "about", "agreement", "at", "coach", "into", "parent", "partner", "partners", "person", "responsible", "units", "wave",
}  # fmt: skip
"""The fields in which somebody chooses something by its key."""
NO_CHOICE = {FIELD, "seen"}
"""Keys that nobody chooses: of the sending, and of what was seen. `before-…` says what a field held, and is only compared."""
BESIDES = {"agreement": {"kind": ["adviser"]}, "at": {"kind": ["coach"]}}
"""What is chosen too when a role is given: an agreement is for an adviser, and the person is not a coach yet."""


def keys(municipality) -> dict[str, str]:
    """What each key names: `organisation.Unit`."""
    with active(municipality):
        return {
            str(key): model._meta.label
            for model in tenant_models()
            for key in model._default_manager.values_list("pk", flat=True)
        }


def every_choice(stage: Stage) -> dict[tuple[str, str], tuple[str, Choice]]:
    """Each field that offers a key, by address and name, with somebody to whom it is offered."""
    found: dict[tuple[str, str], tuple[str, Choice]] = {}
    for row in TABLE:
        for role in WRITERS:
            if role in row.see:
                path = stage.path(row)
                for choice in choices(stage.walker.ask(role, "GET", path).text, path):
                    if choice.name not in NO_CHOICE and not choice.name.startswith("before-"):
                        found.setdefault((choice.path, choice.name), (role, choice))
    return found


def test_what_is_elsewhere_is_refused_in_every_choice_and_nothing_is_stored(stage: Stage):
    here, there = keys(stage.cast.municipality), {label: key for key, label in keys(stage.cast.elsewhere).items()}
    before, found, answers = everything(stage), every_choice(stage), {}
    for (path, name), (role, choice) in found.items():
        besides = BESIDES.get(name, {}) if path.endswith("/rolle/") else {}
        ours = stage.walker.ask(role, "POST", path, choice.sent_with(choice.key) | besides)
        theirs = stage.walker.ask(role, "POST", path, choice.sent_with(there[here[choice.key]]) | besides, undo=False)
        answers[path, name] = (ours.status, theirs.status)
    assert {name for _path, name in found} == CHOICES
    assert [where for where, answer in answers.items() if answer not in {(302, 422), (409, 422)}] == []
    assert everything(stage) == before
