"""Who signs in (Account), who works here (Person) and what they may do where (Role)."""

from .account import Account, Membership
from .person import Person
from .role import Role, RoleKind

__all__ = ["Account", "Membership", "Person", "Role", "RoleKind"]
