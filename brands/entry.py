"""One-time sign-in links: good for one sign-in within a day; any other sign-in of the person ends them."""

from django.core import signing

from brands.models import User

SALT = "sparklio.enter"
GOOD_FOR = 24 * 3600  # seconds


def entry_token(user: User) -> str:
    """A token that lets `user` in once."""
    return signing.dumps({"user": user.pk, "seen": _seen(user)}, salt=SALT, compress=True)


def owner_of(token: str, *, lock: bool = False) -> User | None:
    """Whom the token lets in; None if it is used, too old, or not ours.

    lock  holds the row, inside a transaction: a link that is sent twice at the same instant signs in once
    """
    try:
        told = signing.loads(token, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    people = User.objects.select_for_update() if lock else User.objects.all()
    user = people.filter(pk=told["user"], is_active=True).first()
    return user if user and _seen(user) == told["seen"] else None


def _seen(user: User) -> str:
    return user.last_login.isoformat() if user.last_login else ""
