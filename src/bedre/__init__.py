"""Bedre: the system with which municipalities introduce and live the Vestre Toten model of Lean."""

__version__ = "0.1.0"
