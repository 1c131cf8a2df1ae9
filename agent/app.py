"""Puts the agent together: services, guards, the HTTP interface and the pages."""

from flask import Flask
from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI

import agent
from agent import problems, routes, wire
from agent.error_answers import handle_errors
from agent.routes import openapi
from agent.schemas.problems import ProblemDocument
from agent.security.guards import guard
from agent.services import EXTENSION, Services
from agent.viewer import pages
from agent.viewer.errors import error_page
from nlp.registry import modules_in


def create_app(services: Services) -> Flask:
    """The app for these services.

    Every file in `agent/routes/` adds its `api`, every file in `agent/viewer/pages/` its `blueprint`.
    """
    app = OpenAPI(
        "agent",
        info=Info(title="Pitch In", version=agent.__version__),
        doc_ui=False,
        security_schemes=openapi.SECURITY_SCHEMES,
        openapi_extensions={"security": openapi.ANY_CALLER},
        static_folder=None,
        validation_error_model=ProblemDocument,
        validation_error_callback=problems.refuse,
    )
    app.json = wire.JSON(app)
    app.extensions[EXTENSION] = services
    guard(app)
    handle_errors(app, error_page)
    for module in modules_in(routes):
        app.register_api(module.api)
    for module in modules_in(pages):
        app.register_blueprint(module.blueprint)
    return app
