"""A web process that takes orders over HTTP, for tests only: POST /start, POST /cancel."""

import json
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.chaos.settings")

import django

django.setup()

from django.db import close_old_connections, connection  # noqa: E402

from agents.actions.runs import Conflict, cancel_run, start_run  # noqa: E402
from agents.models import Run  # noqa: E402
from agents.sweeper import start_sweeper  # noqa: E402
from brands.models import Brand, User  # noqa: E402
from sparklio.lib.refusal import Refusal  # noqa: E402


def application(environ, start_response):
    start_sweeper()
    order = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
    try:
        answer = {"/start": start, "/cancel": cancel}[environ["PATH_INFO"]](order)
        status = "201 Created"
    except Conflict as conflict:
        answer, status = {"why": str(conflict)}, "409 Conflict"
    except Refusal as refusal:
        answer, status = {"why": str(refusal)}, "422 Unprocessable Content"
    finally:
        close_old_connections()
    start_response(status, [("Content-Type", "application/json")])
    return [json.dumps(answer).encode()]


def start(order: dict) -> dict:
    facts = {"maker": order["maker"], "order": order.get("order", {}), "priority": order.get("priority", 0)}
    run = start_run(brand=Brand.objects.get(), by=User.objects.get(), idempotency_key=order["key"], **facts)
    return {"run": str(run.pk)}


def cancel(order: dict) -> dict:
    """`at`: the database's clock, after the cancel was committed."""
    count = cancel_run(run=Run.objects.get(pk=order["run"]), by=User.objects.get())
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return {"ended": count, "at": str(cursor.fetchone()[0])}
