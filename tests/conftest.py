"""The one conftest: `--accept`, the folders, and what is skipped, said clearly."""
from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# The same examples on every run; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write golden files anew; read the diff before committing it")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not SHARED.is_dir():
        skip = pytest.mark.skip(reason="needs ../shared (the real seed articles and treebanks), which is not here")
        for item in items:
            if "shared" in item.keywords:
                item.add_marker(skip)


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """A function (name, text): compares with tests/golden/name, or writes it under --accept."""

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--accept"):
            path.write_text(text, encoding="utf-8", newline="")
        assert path.is_file(), f"{path} is missing: run 'make accept', read it, commit it"
        assert path.read_bytes().decode("utf-8") == text

    return compare


@pytest.fixture(scope="session")
def nlp():
    """The shipped English pipeline, loaded once."""
    from kg.pipeline.parse import load

    return load()


@pytest.fixture(scope="session")
def browser():
    """Chromium, started once."""
    from browser import chromium

    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a build of seeds/, as `make demo` makes it, built once; tests only read it."""
    from kg import resources
    from kg.build import run
    from kg.config import Config

    folder = tmp_path_factory.mktemp("demo")
    run.build([resources.seeds()], folder, Config())
    return folder


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a build of the real articles, built once; for tests marked `shared` that only read it."""
    from kg.build import run
    from kg.config import Config

    folder = tmp_path_factory.mktemp("seeds")
    run.build([SHARED / "seeds"], folder, Config())
    return folder


@pytest.fixture(scope="session")
def sites(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """A function: "demo", or an invented corpus ("small", "hostile", "large") -> (folder of its pages, its dataset), made once."""
    import synthetic

    from kg import store
    from kg.views import site

    made = {}

    def written(name: str):
        if name not in made and name == "demo":
            folder = request.getfixturevalue("demo")
            made[name] = (folder, store.load(folder / "graph.trig"))
        if name not in made:
            corpus = synthetic.hostile() if name == "hostile" else synthetic.corpus({"small": 20, "large": 2000}[name])
            folder, dataset = tmp_path_factory.mktemp(name), synthetic.dataset(corpus)
            left = {"files that could not be read": 3, "<img src=x onerror=alert(8)>": 1}
            errors = {f"right ({of})": {"value": 0.5, "source": of} for of in ("invented news", "</script><img src=x onerror=alert(9)>")}
            run = {"articles": len(corpus[1]) + 3, "left_out": left, "measured": errors}
            site.write(dataset, folder, texts={a.id: a.text for a in corpus[1]}, run=run)
            made[name] = (folder, dataset)
        return made[name]

    return written
