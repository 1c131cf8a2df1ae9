"""Settings: a form made of the settings table, and what is stored where."""

from collections.abc import Iterable, Mapping

from flask import Response, redirect, request, url_for
from werkzeug import Response as AnyResponse

from agent.problems import Invalid
from agent.services import services
from agent.services.settings import Setting
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render
from agent.viewer.signal_pages import signal_pages

blueprint = page_blueprint("settings")


@blueprint.get("/settings")
def show() -> Response:
    """The settings as they are."""
    settings = services().settings
    values = {setting.name: settings.get(setting.name) for setting in settings.table}
    return _page(values, shown=values, errors={})


@blueprint.post("/settings")
def save() -> AnyResponse:
    """Store what was changed on the page, or nothing where something doesn't fit.

    What was left as it was shown, each name of several too, may have been changed elsewhere since.
    """
    settings = services().settings
    sent = {setting.name: _sent(setting) for setting in settings.table}
    errors = {}
    for setting in settings.table:
        try:
            setting.accept(sent[setting.name])
        except Invalid as problem:
            errors[setting.name] = problem.detail
    shown = {setting.name: _shown(setting) for setting in settings.table}
    if errors:
        return _page(sent, shown, errors)
    with settings.changing() as changed:
        for name, before in shown.items():
            if isinstance(before, set):
                after = set(request.form.getlist(name))
                changed.change_names(name, added=after - before, dropped=before - after)
            elif before != request.form.get(name, "").strip():
                changed.set(name, sent[name])
    return redirect(url_for("settings.show", done="saved"), 303)


def _sent(setting: Setting) -> object:
    """The form's value for a setting; text that is no (sensible) number stays text, and is refused."""
    if setting.kind == "yes_no":
        return setting.name in request.form
    if setting.kind == "names":
        return request.form.getlist(setting.name)
    text = request.form.get(setting.name, "").strip()
    if setting.kind == "number" and text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    return text


def _shown(setting: Setting) -> set[str] | str | None:
    """What the form held when it was shown: of names, those switched on; None where it does not say."""
    name = f"{setting.name}-shown"
    return set(request.form.getlist(name)) if setting.kind == "names" else request.form.get(name)


def _page(values: Mapping[str, object], shown: Mapping[str, object], errors: dict[str, str]) -> Response:
    return render(
        "settings.html",
        status=422 if errors else 200,
        page="settings",
        sections=_sections(services().settings.table),
        values=values,
        shown=shown,
        errors=errors,
        flags=[page for page in signal_pages().values() if page.kind == "flag"],
        saved=request.args.get("done") == "saved",
        log_file=services().log.path,
    )


def _sections(table: Iterable[Setting]) -> dict[str, list[Setting]]:
    """The settings by the title under which they stand, in the order of the table."""
    sections: dict[str, list[Setting]] = {}
    for setting in table:
        sections.setdefault(setting.section, []).append(setting)
    return sections
