"""Other people's RDF tools from Debian packages: where one is missing, the test says which package to install."""
from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from functools import lru_cache
from pathlib import Path

import pytest

JARS = Path("/usr/share/java")
JENA = ("jena-arq jena-base jena-cmds jena-core jena-iri jena-shacl jena-shex jena-rdfconnection jena-tdb jena-tdb2 jena-dboe-base jena-dboe-index "
        "jena-dboe-storage jena-dboe-trans-data jena-dboe-transaction commons-cli commons-codec commons-compress commons-csv commons-io commons-lang3 "
        "dexx.collection gson guava failureaccess httpclient httpclient-cache httpcore jcl-over-slf4j jackson-core jackson-databind jackson-annotations jsonld-java jakarta.json-api "
        "protobuf thrift titanium-json-ld").split()
RDF4J = ("rdf4j-model-api rdf4j-model-vocabulary rdf4j-model rdf4j-util rdf4j-rio-api rdf4j-rio-datatypes rdf4j-rio-languages rdf4j-rio-n3 "
         "rdf4j-rio-nquads rdf4j-rio-ntriples rdf4j-rio-rdfxml rdf4j-rio-trig rdf4j-rio-turtle rdf4j-rio-jsonld rdf4j-rio-rdfjson rdf4j-rio-trix "
         "rdf4j-rio-binary guava failureaccess commons-text commons-lang3 commons-io jackson-core jackson-annotations jackson-databind").split()
JSONLD = "jsonld-java httpclient-cache httpclient httpcore jcl-over-slf4j".split()
OWLAPI = ("owlapi-api owlapi-apibinding owlapi-impl owlapi-parsers owlapi-rio owlapi-oboformat owlapi-tools atinject-jsr330-api jsr305 caffeine hppcrt "
          "commons-rdf-api xz commons-codec httpclient httpcore commons-logging").split() + RDF4J
LOGS = ["slf4j-api", "slf4j-nop"]


def need(program: str, package: str) -> str:
    """The path of a program; skips, naming the package, where it is missing. In CI nothing is skipped."""
    found = shutil.which(program)
    if found is None:
        missing(package)
    return found


def missing(package: str) -> None:
    """Skips, or fails where all packages must be there."""
    message = f"needs the Debian package {package}: apt-get install {package}"
    if os.environ.get("KG_CI"):
        pytest.fail(message)
    pytest.skip(message)


@lru_cache
def resources(folder: str) -> None:
    """Jena's Debian jar moved Xerces but not its message files: they are unpacked to where the code looks for them."""
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith("org/apache/jena/ext/xerces/") and not name.endswith((".class", "/")):
                place = Path(folder) / name.removeprefix("org/apache/jena/ext/")
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(jar.read(name))


def java(jars: list[str], package: str, *command: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a Java program with jars of a package on its class path."""
    program = need("java", "default-jdk-headless")
    if not (JARS / f"{jars[0]}.jar").is_file():
        missing(package)
    paths = [str(JARS / f"{name}.jar") for name in [*jars, *LOGS]]
    if folder is not None:
        resources(str(folder))
        paths.insert(0, str(folder))
    return subprocess.run([program, "-XX:TieredStopAtLevel=1", "-cp", ":".join(paths), *command], capture_output=True, text=True, timeout=300)
