"""What freed time is for, the gain with its arithmetic, and whether it became so."""

from .agreement import GainAgreement
from .gain import Answer, Arithmetic, Gain, GainAgreed, GainCheck, GainLapse, GainSignature

__all__ = ["Answer", "Arithmetic", "Gain", "GainAgreed", "GainAgreement", "GainCheck", "GainLapse", "GainSignature"]
