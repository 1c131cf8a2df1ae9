"""The interface as a registry: each file in agent/routes/ brings a blueprint, each route its description."""

import pytest
from flask import Flask

from agent import routes
from agent.viewer import pages
from nlp.registry import modules_in
from tests.agent.calls import Caller

NOT_DESCRIBED = {"/v1/openapi.json"}


def test_every_file_brings_what_the_app_registers() -> None:
    for module in modules_in(routes):
        assert hasattr(module, "api"), f"{module.__name__} needs `api = api_blueprint(…)`."
        assert module.__doc__, f"{module.__name__} needs a docstring that says what it is for."
    for module in modules_in(pages):
        assert hasattr(module, "blueprint"), f"{module.__name__} needs a `blueprint`."


def test_every_route_is_described(app: Flask, browser: Caller) -> None:
    document = browser("GET", "/v1/openapi.json").json
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith("/v1") or rule.rule in NOT_DESCRIBED:
            continue
        path = rule.rule.replace("<", "{").replace(">", "}")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            operation = document["paths"][path][method.lower()]
            assert operation["summary"], f"{method} {path} needs a summary."
            assert operation["description"], f"{method} {path} needs a docstring."
            assert {"422", "4XX", "5XX"} < set(operation["responses"])


def test_every_reference_in_the_description_leads_somewhere(browser: Caller) -> None:
    document = browser("GET", "/v1/openapi.json").json
    schemas = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}

    def references(part: object) -> set[str]:
        if isinstance(part, dict):
            own = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
            return own.union(*map(references, part.values()))
        return set().union(*map(references, part)) if isinstance(part, list) else set()

    assert references(document) <= schemas


def test_every_field_of_every_schema_is_described(browser: Caller) -> None:
    schemas = browser("GET", "/v1/openapi.json").json["components"]["schemas"]
    bare = [
        f"{name}.{field}"
        for name, schema in schemas.items()
        for field, described in schema.get("properties", {}).items()
        if not described.get("description") and "const" not in described
    ]
    assert not bare, f"Say what these fields are for: {', '.join(bare)}."


@pytest.mark.parametrize("path", ["/v1/health", "/v1/pairings"])
def test_the_description_says_which_calls_need_no_key(browser: Caller, path: str) -> None:
    document = browser("GET", "/v1/openapi.json").json
    assert all("key" in one for one in document["security"] if "session" not in one)
    (operation,) = document["paths"][path].values()
    assert all("key" not in one for one in operation["security"])


def test_no_page_of_a_library_is_served(app: Flask) -> None:
    assert not [rule for rule in app.url_map.iter_rules() if "swagger" in rule.rule or "docs" in rule.rule]
