"""Promise 3: what comes in stays data, and has limits."""

from tests.promises.mutation import Mutation

MUTATIONS = (
    Mutation(
        "3 what comes in: stored text as markup",
        "agent/viewer/rendering.py",
        "autoescape=True",
        "autoescape=False",
        ("tests/agent/viewer/test_hostile_text.py",),
    ),
    Mutation(
        "3 what comes in: paths that lead out of an archive",
        "agent/importers/_packed.py",
        ("        refuse_outside(name, self.label)\n        if stat.S_ISLNK"),
        "        if stat.S_ISLNK",
        ("tests/agent/importers/test_archives.py",),
    ),
    Mutation(
        "3 what comes in: archives that unpack to anything",
        "agent/importers/_guard.py",
        "return size <= limits.member and size <= limits.slack + packed * limits.ratio",
        "return True",
        ("tests/agent/importers/test_archives.py",),
    ),
    Mutation(
        "3 what comes in: a parameter given twice",
        "agent/security/guards.py",
        "        check_query()\n",
        "",
        ("tests/agent/security/test_query.py",),
    ),
    Mutation(
        "3 what comes in: numbers as moments",
        "agent/schemas/fields.py",
        "    BeforeValidator(_date_and_time),\n",
        "",
        ("tests/promises/test_any_call.py",),
    ),
    Mutation(
        "3 what comes in: a pattern whose time grows with the square",
        "nlp/realising/figures.py",
        "|^[^\\S\\n]*[-*#>]",
        "|^\\s*[-*#>]",
        ("tests/promises/test_patterns.py",),
    ),
    Mutation(
        "3 what comes in: pages that may load anything",
        "agent/viewer/rendering.py",
        "\"default-src 'none'; script-src 'self';",
        "\"script-src 'self';",
        ("tests/agent/viewer/test_guard.py",),
    ),
    Mutation(
        "3 what comes in: words of a search as its operators",
        "agent/store/search.py",
        'return " ".join(f\'"{word}"\' for word in words)',
        "return typed",
        ("tests/promises/test_injection.py::test_a_query_is_no_sql",),
    ),
    Mutation(
        "3 what comes in: a path of a request as a path of this machine",
        "agent/viewer/pages/assets.py",
        "    response = send_from_directory(_FOLDER, name, max_age=0)\n",
        "    response = Response((_FOLDER / name).read_bytes())\n",
        ("tests/promises/test_injection.py::test_a_path_leads_nowhere_else",),
    ),
    Mutation(
        "3 what comes in: a request in what the agent prints",
        "agent/security/guards.py",
        "    check_host()\n",
        ("    import sys\n\n    print(request.full_path, file=sys.stderr)\n    check_host()\n"),
        ("tests/promises/test_injection.py::test_what_a_request_says_is_never_printed",),
    ),
    Mutation(
        "3 what comes in: a body of any size",
        "agent/security/guards.py",
        'app.config["MAX_CONTENT_LENGTH"] = MAX_BODY',
        'app.config["MAX_CONTENT_LENGTH"] = None',
        ("tests/agent/security/test_json_body.py",),
    ),
    Mutation(
        "3 what comes in: links in an archive",
        "agent/importers/_packed.py",
        "        if stat.S_ISLNK",
        "        if False and stat.S_ISLNK",
        ("tests/agent/importers/test_archives.py",),
    ),
    Mutation(
        "3 what comes in: archives in archives, however deep",
        "agent/importers/_packed.py",
        "            if depth > 1:\n",
        "            if depth > 100:\n",
        ("tests/agent/importers/test_archives.py",),
    ),
    Mutation(
        "3 what comes in: archives of any number of files",
        "agent/importers/_archive.py",
        "if len(self._sizes) > self._limits.members:",
        "if False:",
        ("tests/agent/importers/test_archives.py",),
    ),
)
