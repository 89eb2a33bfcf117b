"""Forms of what is done in a unit: course days, visits, the project plan, training."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.kernel.text import whole
from bedre.web.careful import TITLE, CarefulForm, CountField, TextField, TimeField
from bedre.web.typed import Day

from ..models import Homework, Line
from .plan import PersonChoice

LINES = 3
"""Empty lines that the project plan offers after the last one written."""


class CourseForm(CarefulForm):
    """All course days in one go: a date for each, and one place."""

    place = TextField(label=gettext_lazy("Place"))

    def __init__(self, *args: Any, days: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day_names = tuple(f"day_{n}" for n in range(1, days + 1))
        self.PLANNED = self.day_names
        for n, name in enumerate(self.day_names, 1):
            self.fields[name] = Day(label=_("Course day %(n)d") % {"n": n})
        self.order_fields([*self.day_names, "place"])

    def clean(self) -> dict[str, Any]:
        """Each day its own date, in order."""
        data = super().clean()
        dates = [data[name] for name in self.day_names if data.get(name)]
        if len(set(dates)) < len(dates):
            raise forms.ValidationError(_("Two course days cannot be on the same date."))
        return data

    @property
    def dates(self) -> list[Any]:
        """The dates typed."""
        return [self.cleaned_data[name] for name in self.day_names]


class CourseDayForm(CarefulForm):
    """One course day: when, where, what, homework."""

    PLANNED = ("on",)
    IN_ORDER = (("starts_at", "ends_at", gettext_lazy("The course day cannot end before it begins.")),)

    on = Day(label=gettext_lazy("Date"))
    starts_at = TimeField(label=gettext_lazy("Begins"), required=False)
    ends_at = TimeField(label=gettext_lazy("Ends"), required=False)
    place = TextField(label=gettext_lazy("Place"))
    topics = TextField(label=gettext_lazy("What the day holds"), rows=5)
    homework = TextField(label=gettext_lazy("Homework until next time"), rows=3)
    homework_state = forms.ChoiceField(label=gettext_lazy("State of the homework"), choices=Homework.choices)
    notes = TextField(label=gettext_lazy("Notes"), rows=4)


class FileForm(CarefulForm):
    """A file to keep with a course day."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "PDF, Word, Excel, PowerPoint, text or a picture. Everyone who sees the course day can open it."
        ),
    )


class HeldForm(CarefulForm):
    """That a course day was held."""

    on = Day(label=gettext_lazy("Held on"))
    attendance = CountField(label=gettext_lazy("How many took part?"))


class VisitPlanForm(CarefulForm):
    """A visit to come."""

    PLANNED = ("on",)

    on = Day(label=gettext_lazy("Date of the visit"))
    coach = PersonChoice(label=gettext_lazy("Coach"))


class VisitForm(CarefulForm):
    """A visit that was made."""

    PLANNED = ("next_on",)

    on = Day(label=gettext_lazy("Date of the visit"))
    seen = TextField(label=gettext_lazy("What did you see of the practice at the board?"), rows=5, required=True)
    next_step = TextField(label=gettext_lazy("What did you agree on as the next step?"), rows=3)
    next_on = Day(label=gettext_lazy("Next visit"), required=False)


class WhyForm(CarefulForm):
    """Only a reason."""

    reason = TextField(label=gettext_lazy("Why?"), rows=2, required=True)


class PlanForm(CarefulForm):
    """The unit's project plan: why, and one line for each goal."""

    why = TextField(label=gettext_lazy("Why do we begin, and what shall be better?"), rows=4)

    def __init__(self, *args: Any, asks: dict[str, Any], lines: list[Line] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks = asks
        written = lines or []
        self.count = max(self._sent(), len(written) + LINES)
        for n in range(self.count):
            line = written[n] if n < len(written) else Line("")
            self._line(n, line)

    def _sent(self) -> int:
        return min(whole(self.data.get("count")) or 0, 60) if self.is_bound else 0

    def _line(self, n: int, line: Line) -> None:
        self.fields[f"goal_{n}"] = TextField(label=self.asks["goal"], rows=2, initial=line.goal)
        self.fields[f"notice_{n}"] = TextField(label=self.asks["notice"], rows=2, initial=line.notice)
        self.fields[f"who_{n}"] = TextField(label=self.asks["who"], rows=2, max_length=TITLE, initial=line.who)
        self.fields[f"when_{n}"] = TextField(label=self.asks["when"], rows=2, max_length=TITLE, initial=line.when)

    @property
    def rows(self) -> list[list[Any]]:
        """The bound fields, line by line."""
        return [[self[f"{name}_{n}"] for name in ("goal", "notice", "who", "when")] for n in range(self.count)]

    @property
    def lines(self) -> list[Line]:
        """What was typed, line by line."""
        data = self.cleaned_data
        return [Line(data[f"goal_{n}"], data[f"notice_{n}"], data[f"who_{n}"], data[f"when_{n}"]) for n in range(self.count)]


class TraineeForm(CarefulForm):
    """Who is trained as a coach."""

    person = PersonChoice(
        label=gettext_lazy("Who is trained?"),
        required=True,
        error_messages={"required": gettext_lazy("Choose who is trained.")},
    )
