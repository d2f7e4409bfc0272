"""docker-compose.yml as written: Docker does not run where tests do, so the text is held to its promises."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docker-compose.yml").read_text()
HOUSE = yaml.safe_load(TEXT)
SERVICES = HOUSE["services"]
STUDIO = ["prepare", "web", "sockets", "worker", "press"]


def test_the_whole_house_is_there():
    assert set(SERVICES) == {*STUDIO, "proxy", "postgres", "valkey", "s3"}


@pytest.mark.parametrize("name", [name for name in SERVICES if name != "prepare"])
def test_every_service_that_stays_says_how_it_is(name):
    assert SERVICES[name]["healthcheck"]["test"]
    assert SERVICES[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", [name for name in SERVICES if "build" not in SERVICES[name]])
def test_every_image_has_a_version(name):
    tag = SERVICES[name]["image"].rpartition(":")[2]

    assert re.match(r"\d+\.\d+", tag)
    assert "minio" not in SERVICES[name]["image"]


def test_no_secret_has_a_default_and_all_are_made_by_one_command(tmp_path):
    shutil.copytree(ROOT / "deploy", tmp_path / "deploy")
    subprocess.run([tmp_path / "deploy" / "secrets"], check=True, capture_output=True)
    first = (tmp_path / ".env").read_text()
    subprocess.run([tmp_path / "deploy" / "secrets"], check=True, capture_output=True)

    made = dict(line.split("=") for line in first.splitlines())

    assert set(re.findall(r"\$\{(\w+):\?", TEXT)) == set(made)
    assert len(set(made.values())) == len(made) and min(map(len, made.values())) == 64
    assert not re.search(r"\$\{\w*(?:SECRET|PASSWORD|_KEY)\w*:-", TEXT)
    assert (tmp_path / ".env").read_text() == first
    assert (tmp_path / ".env").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", STUDIO)
def test_what_a_service_is_told_has_a_meaning(name):
    explained = set(re.findall(r"^#?([A-Z0-9_]+)=", (ROOT / ".env.example").read_text(), re.M))

    assert set(SERVICES[name]["environment"]) - {"HOME"} <= explained


def test_only_the_proxy_can_be_reached_and_it_reaches_only_pages_and_sockets():
    assert [name for name in SERVICES if "ports" in SERVICES[name]] == ["proxy"]
    assert {name for name in SERVICES if "door" in SERVICES[name]["networks"]} == {"proxy", "web", "sockets"}
    assert "inside" not in SERVICES["proxy"]["networks"]
    assert all(SERVICES[name]["environment"]["TRUSTED_PROXIES"] == "1" for name in STUDIO)


def test_the_workers_can_do_everything_between_them():
    from sparklio.capabilities import CAPABILITIES

    can = [SERVICES[name]["environment"]["SPARKLIO_CAN"].split(",") for name in ("worker", "press")]

    assert {word for words in can for word in words} == set(CAPABILITIES)


def test_what_must_not_be_lost_lives_in_a_volume():
    kept = {name: SERVICES[name]["volumes"][0].split(":")[0] for name in ("postgres", "valkey", "s3")}

    assert set(kept.values()) <= set(HOUSE["volumes"])
    settings = SERVICES["valkey"]["command"][2]
    assert "appendonly yes" in settings and "maxmemory-policy noeviction" in settings


def test_every_file_that_a_service_mounts_is_there():
    mounted = [volume for service in SERVICES.values() for volume in service.get("volumes", [])]
    files = [volume.split(":")[0] for volume in mounted if volume.startswith("./")]

    assert files and all((ROOT / file).exists() for file in files)
    assert os.access(ROOT / "deploy" / "postgres" / "10-sparklio.sh", os.X_OK)


def test_the_image_carries_no_secret_and_no_clutter():
    ignored = (ROOT / ".dockerignore").read_text().split()

    assert {".env", "var", ".git", "node_modules"} <= set(ignored)
    assert "USER sparklio" in (ROOT / "Dockerfile").read_text()
