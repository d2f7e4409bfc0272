"""Asking for work, calling it off, asking again. The only way a run comes into being (R-J1)."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pydantic import ValidationError

from agents import family
from agents.live import announce
from agents.makers import MAKERS, Maker
from agents.models import Run
from brands.access import require
from brands.models import Brand, Brief, User
from brands.models.audit import record
from sparklio.capabilities import CAPABILITIES
from sparklio.lib.refusal import Refusal


class Conflict(Refusal):
    """This idempotency key was used for something else before."""


@transaction.atomic
def start_run(
    *,
    maker: str,
    brand: Brand,
    brief: Brief | None = None,
    order: dict | None = None,
    step: str = "",
    priority: int = Run.Priority.INTERACTIVE,
    sender: str = "",
    root: Run | None = None,
    parent: Run | None = None,
    after: Sequence[Run] = (),
    idempotency_key: str | None = None,
    language: str | None = None,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    by: User | None,
) -> Run:
    """Queue `maker` on an order: a row in the caller's transaction, and a ring of the bell after its commit.

    idempotency_key  the same key and order give the same run, for ever; another order a Conflict
    by               the person who asks, or whom the sender works for; their right is checked now
    Raises Refusal, PermissionDenied.
    """
    who = _maker(maker, order or {})
    _check(who, brand, [brief, parent, root, *after], by)
    run = Run(
        brand=brand,
        brief=brief,
        maker=maker,
        sender=sender,
        asked_by=by,
        language=language or _language(parent or root, by),
        order=order or {},
        step=step,
        root=(parent.root or parent if parent else None) or root,
        parent=parent or root,
        priority=priority,
        needs=who.needs,
        not_before=not_before,
        expires_at=expires_at,
    )
    kept = _insert(run, idempotency_key)
    if kept.pk != run.pk:
        return kept
    _link(run, after)
    return run


@transaction.atomic
def cancel_run(*, run: Run, by: User) -> int:
    """Call off what a person asked for, with all that came of it; how many runs that ended. It is final."""
    require(by, "edit", run.brand)
    with family.in_language_of(run):
        ended = family.cancel(run, _("Called off by %(person)s.") % {"person": by})
    if not ended:
        raise Refusal(_("This is over already; there is nothing to call off."))
    record("run.cancelled", run, brand=run.brand, by=by, runs=ended)
    return ended


@transaction.atomic
def ask_again(*, run: Run, by: User) -> Run:
    """A new run with the order of the old, which stays as it ended; for a step, the whole family anew."""
    run = run.root or run
    require(by, "edit", run.brand)
    if not run.is_finished:
        raise Refusal(_("This is still being worked on. Wait for it, or call it off first."))
    again = start_run(
        maker=run.maker,
        brand=run.brand,
        brief=run.brief,
        order=run.order,
        step=run.step,
        priority=run.priority,
        language=by.language,
        by=by,
    )
    record("run.asked_again", again, brand=run.brand, by=by, before=str(run.pk))
    return again


def _maker(slug: str, order: dict) -> Maker:
    """Who is asked. Raises Refusal if nobody is called so, or if the order is not one they take."""
    maker = MAKERS.get(slug)
    if maker is None:
        raise Refusal(_("Nobody here is called “%(maker)s”.") % {"maker": slug})
    if maker.needs not in CAPABILITIES:
        raise ValueError(f"{slug} needs {maker.needs!r}, which no line of sparklio/capabilities.py names.")
    takes = getattr(maker, "takes", None)
    if takes is not None:
        try:
            takes.model_validate(order)
        except ValidationError as error:
            wrong = "; ".join(
                f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()[:3]
            )
            raise Refusal(
                _("%(maker)s does not take this order: %(wrong)s") % {"maker": slug, "wrong": wrong}
            ) from None
    return maker


def _complaints(error: ValidationError) -> str:
    return "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()[:3])


def _check(who: Maker, brand: Brand, named: Sequence[Brief | Run | None], by: User | None) -> None:
    """May they, and is all that the run names of its own brand? The latter is ours to get right: loud."""
    if by is not None:
        require(by, who.verb, brand)
    for each in named:
        if each is not None and each.brand_id != brand.pk:
            raise ValueError(f"{each!r} does not belong to {brand!r}.")


def _link(run: Run, after: Sequence[Run]) -> None:
    """Tell whom it waits for; the bell rings if it waits for nobody."""
    if after:
        run.after.set(after)
    announce(run)
    if all(each.state == Run.State.DONE for each in after):
        family.ring_after_commit([run])


def _language(above: Run | None, by: User | None) -> str:
    if above is not None:
        return above.language
    return by.language if by is not None else (get_language() or "ko")[:2]


def _insert(run: Run, key: str | None) -> Run:
    """Insert `run`, or give the run that has its key. A key counts within one brand."""
    if key is None:
        run.save(force_insert=True)
        return run
    if not key:
        raise Refusal(_("The idempotency key is empty."))
    scoped = f"{run.brand_id}:{key}"
    run.idempotency_key = scoped if len(scoped) <= 100 else hashlib.sha256(scoped.encode()).hexdigest()
    run.request_hash = _digest(run)
    # Two at once: the second waits here until the first has committed or given up.
    Run.objects.bulk_create([run], ignore_conflicts=True)
    kept = Run.objects.get(idempotency_key=run.idempotency_key)
    run.asked_at = kept.asked_at
    if kept.request_hash != run.request_hash:
        raise Conflict(_("This idempotency key was used for another order before. Take a new one."))
    return kept


def _digest(run: Run) -> str:
    body = [run.maker, str(run.brief_id), run.order, run.step]
    text = json.dumps(body, sort_keys=True, ensure_ascii=False, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()
