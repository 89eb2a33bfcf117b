"""The municipality, its tree of units over time, and whom it has agreements with."""

from .agreement import Agreement, AgreementUnit, Partner
from .municipality import HoursPerFte, Municipality, MunicipalityNumber, MunicipalityTitle
from .unit import Unit, UnitFact, UnitKind

__all__ = [
    "Agreement",
    "AgreementUnit",
    "HoursPerFte",
    "Municipality",
    "MunicipalityNumber",
    "MunicipalityTitle",
    "Partner",
    "Unit",
    "UnitFact",
    "UnitKind",
]
