"""What `manage.py prepare` makes, and that it does not make it twice."""

import gettext
import os

import pytest
from botocore.stub import Stubber

from sparklio import readiness

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Brand"
msgstr "브랜드"
"""


def test_messages_are_compiled_without_the_gettext_programs_and_only_when_they_changed(settings, tmp_path):
    folder = tmp_path / "ko" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    source.write_text(CATALOGUE)
    settings.LOCALE_PATHS = [tmp_path]

    first, second = readiness.compile_messages(), readiness.compile_messages()
    source.write_text(CATALOGUE.replace("브랜드", "상표"))
    os.utime(source, (2e9, 2e9))
    third = readiness.compile_messages()

    assert (first, second, third) == (1, 0, 1)
    assert gettext.translation("django", tmp_path, ["ko"]).gettext("Brand") == "상표"


def test_static_files_are_collected_again_when_one_of_them_changed(settings, tmp_path, monkeypatch):
    ours = settings.BASE_DIR / "static"
    settings.STATIC_ROOT = tmp_path / "static"
    calls = []
    monkeypatch.setattr(readiness, "call_command", lambda *args, **more: calls.append(args))
    monkeypatch.setattr(readiness, "static_sources", lambda: iter([ours / name for name in names]))

    names = ["css/main.css"]
    told = [readiness.collect_static(), readiness.collect_static()]
    names = ["css/main.css", "css/tokens.css"]
    told.append(readiness.collect_static())

    assert told == [True, False, True]
    assert calls == [("collectstatic",)] * 2


def test_a_collection_that_broke_off_is_begun_again(settings, tmp_path, monkeypatch):
    settings.STATIC_ROOT = tmp_path / "static"

    def breaks(*args, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(readiness, "call_command", breaks)
    with pytest.raises(KeyboardInterrupt):
        readiness.collect_static()
    monkeypatch.setattr(readiness, "call_command", lambda *args, **more: None)

    assert readiness.collect_static() is True


@pytest.mark.parametrize(("status", "made"), [(200, False), (404, True)])
def test_the_bucket_is_made_once(settings, monkeypatch, status, made):
    import boto3

    client = boto3.client("s3", region_name="us-east-1", aws_access_key_id="x", aws_secret_access_key="x")
    storage = type("Storage", (), {"connection": type("C", (), {"meta": type("M", (), {"client": client})})})
    monkeypatch.setattr(readiness, "default_storage", storage)
    settings.S3_BUCKET = "sparklio"

    with Stubber(client) as answers:
        if made:
            answers.add_client_error("head_bucket", "404", http_status_code=status)
            answers.add_response("create_bucket", {}, {"Bucket": "sparklio"})
        else:
            answers.add_response("head_bucket", {}, {"Bucket": "sparklio"})

        assert readiness.make_bucket() is made


@pytest.mark.django_db
def test_a_database_in_its_newest_shape_is_left_alone():
    assert readiness.migrate() == 0
