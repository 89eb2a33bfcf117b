"""A report that the leader group has approved."""

import pytest

from bedre.report import compute
from bedre.report.models import Report

from .test_report import draft, realised


@pytest.fixture
def approved(harstad) -> Report:
    """The unit's introduction report, with one gain realised."""
    realised(harstad)
    report = draft(harstad)
    report.approve(by=harstad.director, figures=compute.figures(report))
    return report
