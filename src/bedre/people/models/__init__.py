"""Who signs in (Account), who works here (Person) and what they may do where (Role)."""

from .account import Account, Membership
from .counter import Counter
from .link import Invitation, SetupLink
from .person import Person
from .role import Role, RoleKind

__all__ = ["Account", "Counter", "Invitation", "Membership", "Person", "Role", "RoleKind", "SetupLink"]
