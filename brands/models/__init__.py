"""Who asks, and what for."""

from brands.models.audit import AuditEntry
from brands.models.brand import Brand, Invite, Membership, Role
from brands.models.brief import Brief, Message, Source
from brands.models.kit import Kit, Tone
from brands.models.user import User

__all__ = [
    "AuditEntry",
    "Brand",
    "Brief",
    "Invite",
    "Kit",
    "Membership",
    "Message",
    "Role",
    "Source",
    "Tone",
    "User",
]
