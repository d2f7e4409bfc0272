"""Twenty-four briefs, all the way to designs: nothing overflows, is invented or is alike."""

from pathlib import Path

import pytest
from django.core.management import call_command

from agents.rehearsal import rehearse
from assets.models import Draft
from brands.models import Brief

FILE = Path(__file__).resolve().parents[1] / "vectors" / "briefs.txt"
BRIEFS = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("text", BRIEFS, ids=range(1, len(BRIEFS) + 1))
def test_every_design_of_a_brief_may_leave_the_house(text, brand, ann, queue):
    done = rehearse(text, brand=brand, by=ann)

    assert len(done.drafts) == 3
    assert done.faults == []


def test_a_rehearsal_keeps_nothing(brand, ann, queue):
    rehearse(BRIEFS[0], brand=brand, by=ann)

    assert (Brief.objects.count(), Draft.objects.count()) == (0, 0)


def test_the_command_checks_a_file(brand, ann, queue, tmp_path, capsys):
    file = tmp_path / "briefs.txt"
    file.write_text("# one\n소금빵\n", encoding="utf-8")

    call_command("rehearse", file, brand=str(brand.pk))

    assert "3 designs, 0 faults." in capsys.readouterr().out
