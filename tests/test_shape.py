"""The house checks itself: layers, sizes, names, and that nothing is without its test."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = [
    "brands",
    "assets",
    "agents",
    "studio",
]  # each may import itself, those before it and sparklio's ground
GROUND = ("sparklio.lib", "sparklio.capabilities")
SOURCES = [
    path
    for folder in ["sparklio", *LAYERS]
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts
]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "static" / "js").rglob("*.js"))
BANNED = {"utils", "helpers", "common", "core", "misc", "manager", "handler"}


def named(paths):
    return {"argvalues": paths, "ids": [path.relative_to(ROOT).as_posix() for path in paths]}


def imports(path):
    """Absolute module names that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_point_down(layer):
    above = LAYERS[LAYERS.index(layer) + 1 :]
    climbing = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / layer).rglob("*.py")
        for name in imports(path)
        if name.split(".")[0] in above or (name.startswith("sparklio") and not name.startswith(GROUND))
    ]

    assert not climbing, "\n".join(climbing)


def test_the_ground_knows_no_app():
    climbing = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / "sparklio" / "lib").rglob("*.py")
        for name in imports(path)
        if name.split(".")[0] in LAYERS
    ]

    assert not climbing, "\n".join(climbing)


@pytest.mark.parametrize("path", **named([*SOURCES, *SCRIPTS]))
def test_a_file_is_one_idea(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", **named(SOURCES))
def test_a_function_fits_in_the_eye(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 50
    ]

    assert not long, long


@pytest.mark.parametrize("path", **named(SOURCES))
def test_a_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or path.stat().st_size == 0


def test_no_file_has_a_name_that_says_nothing():
    assert not [path for path in [*SOURCES, *SCRIPTS] if path.stem in BANNED]


def test_nobody_reads_the_environment_but_lib_env():
    readers = [
        path.relative_to(ROOT).as_posix()
        for path in SOURCES
        if re.search(r"os\.(environ\[|environ\.get|getenv)", path.read_text(encoding="utf-8"))
    ]

    assert not [path for path in readers if not path.startswith(("sparklio/lib/env", "sparklio/embedded"))]


def test_every_environment_name_is_explained():
    settings = (ROOT / "sparklio" / "settings.py").read_text(encoding="utf-8")
    used = set(re.findall(r'env\.(?:text|flag|number|words|one_of)\(\s*"([A-Z0-9_]+)"', settings))
    used |= set(re.findall(r'Env\(\)\.dj_\w+\("([A-Z0-9_]+)"', settings))
    explained = set(
        re.findall(r"^#?\s?([A-Z0-9_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.M)
    )

    assert used - {"PYTEST_DB_SUFFIX"} <= explained, sorted(used - explained)


def test_makers_need_what_some_node_can_do():
    from agents.makers import MAKERS
    from sparklio.capabilities import CAPABILITIES

    assert {maker.needs for maker in MAKERS.values()} <= set(CAPABILITIES)


def test_agents_and_generators_share_one_namespace():
    from agents.makers import MAKERS
    from agents.roster import ROSTER
    from assets.generators import GENERATORS

    assert len(MAKERS) == len(ROSTER) + len(GENERATORS)


@pytest.mark.parametrize("path", **named([path for path in TEMPLATES if path.name.startswith("_")]))
def test_a_partial_names_its_context_first(path):
    assert path.read_text(encoding="utf-8").startswith("{# ")


@pytest.mark.parametrize("path", **named(TEMPLATES))
def test_a_template_holds_no_inline_code(path):
    text = path.read_text(encoding="utf-8")
    for pattern in [
        r"\son\w+=",
        r"\bhx-on",
        r"\bjs:",
        r"\shx-ext=",
        r"\sstyle=",
        r"<style",
        r'hx-trigger="[^"]*\[',
    ]:
        assert not re.search(pattern, text), pattern


@pytest.mark.parametrize("path", **named(SCRIPTS))
def test_a_script_imports_by_bare_name_and_exists(path):
    text = path.read_text(encoding="utf-8")
    names = re.findall(r"""(?:from|import)\s*\(?\s*["']([^"']+)["']""", text)
    for name in names:
        assert not name.startswith((".", "/", "http")), name
        assert name in {"fabric", "htmx"} or (ROOT / "static" / "js" / f"{name}.js").exists(), name
    assert "innerHTML" not in text


def test_pages_start_without_the_heavy_libraries():
    code = (
        "import sparklio.wsgi, sys; from django.urls import get_resolver; get_resolver().url_patterns; "
        "print([name for name in ('torch', 'litellm', 'playwright', 'kiwipiepy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("folder", ["agents/roster", "assets/generators", "assets/exports"])
def test_every_maker_and_format_has_a_test(folder):
    tested = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    for path in (ROOT / folder).glob("*.py"):
        if path.stem != "__init__":
            assert path.stem in tested, f"no test mentions {folder}/{path.name}"


@pytest.mark.parametrize(
    "path", **named([path for path in SOURCES if path.parent.name == "commands" and path.stem != "__init__"])
)
def test_every_command_has_a_test(path):
    tested = "\n".join(test.read_text(encoding="utf-8") for test in (ROOT / "tests").rglob("test_*.py"))

    assert re.search(rf"\b{path.stem}\b", tested), f"no test calls {path.stem}"
