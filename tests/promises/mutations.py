"""The guards behind the promises, what each becomes when it is taken out, and the tests that must miss it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutation:
    """A guard, the lines of its file that make it, what they become, and the tests that must then fail."""

    guard: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


MUTATIONS = (
    Mutation(
        "1 nothing but loopback: the agent listens elsewhere",
        "agent/listening.py",
        'if address not in ("127.0.0.1", "::1"):',
        "if False:",
        ("tests/promises/test_loopback_only.py",),
    ),
    Mutation(
        "1 nothing but loopback: the agent says elsewhere that it started",
        "agent/commands/serve.py",
        "    stop_on_signals()\n",
        "    stop_on_signals()\n    import socket\n\n"
        '    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect_ex(("192.0.2.1", 9))\n',
        ("tests/promises/test_nothing_goes_out.py",),
    ),
    Mutation(
        "1 nothing but loopback: the extension says elsewhere what it reviews",
        "extension/background/agent-client.js",
        '  return (await call(paired(agent), "POST", "/v1/reviews",',
        '  fetch("http://192.0.2.1/", { mode: "no-cors" }).catch(() => {});\n'
        '  return (await call(paired(agent), "POST", "/v1/reviews",',
        ("tests/promises/test_nothing_goes_out.py",),
    ),
    Mutation(
        "2 drafts on no disk: a copy is kept beside the log",
        "agent/services/reviewing.py",
        "        reviewer = self._wait()\n        muted =",
        "        reviewer = self._wait()\n"
        '        (self._settings._log.path.parent / "drafts.txt").write_text(draft)\n        muted =',
        (
            "tests/promises/test_no_byte_stays.py::test_a_reviewed_draft_leaves_no_byte_however_the_agent_ends",
        ),
    ),
    Mutation(
        "2 drafts on no disk: waitress spools a body to a file",
        "agent/server.py",
        "inbuf_overflow=_MAX_BODY * 2",
        "inbuf_overflow=1",
        (
            "tests/promises/test_no_byte_stays.py::test_a_draft_that_is_still_coming_in_is_in_no_file_however_hidden",
        ),
    ),
    Mutation(
        "2 drafts on no disk: a crash leaves its memory",
        "agent/commands/serve.py",
        "resource.setrlimit(resource.RLIMIT_CORE, (0, 0))",
        "resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE))",
        ("tests/promises/test_no_byte_stays.py::test_the_system_keeps_no_memory_of_a_crash",),
    ),
    Mutation(
        "2 drafts on no disk: an error is printed with its words",
        "agent/reporting.py",
        '    log.error("Error while %s: %s", doing, place(error))',
        '    log.error("Error while %s: %s", doing, error)',
        (
            "tests/promises/test_no_byte_stays.py::test_a_draft_that_breaks_the_agent_is_not_repeated_in_what_it_prints",
        ),
    ),
    Mutation(
        "2 drafts on no disk: SQLite puts what it sorts into a file",
        "agent/store/log.py",
        "PRAGMA temp_store = MEMORY;",
        "PRAGMA temp_store = FILE;",
        ("tests/promises/test_no_byte_stays.py::test_what_the_log_sorts_is_in_no_file_however_hidden",),
    ),
    Mutation(
        "3 who gets in: any host name",
        "agent/security/guards.py",
        "    check_host()\n",
        "",
        ("tests/promises/test_hostile_page.py::test_a_name_bound_to_this_machine_reads_nothing",),
    ),
    Mutation(
        "3 who gets in: any caller",
        "agent/security/guards.py",
        "_ALL = (check_own_header, check_caller)",
        "_ALL = (check_own_header,)",
        ("tests/promises/test_hostile_extension.py",),
    ),
    Mutation(
        "3 who gets in: every extension's origin",
        "agent/security/cors.py",
        "if origin and is_extension(origin) and _asked_before_pairing():",
        "if origin and is_extension(origin):",
        ("tests/agent/security/test_cors.py",),
    ),
    Mutation(
        "3 who gets in: a key works from any origin",
        "agent/services/pairings.py",
        'origin not in (None, row["origin"])',
        "False",
        ("tests/promises/test_hostile_extension.py",),
    ),
    Mutation(
        "3 who gets in: a key without an origin",
        "agent/security/caller.py",
        '    if _key() and request.headers.get("Origin") is None:',
        "    if False:",
        (
            "tests/promises/test_hostile_extension.py::test_the_key_of_a_paired_browser_is_bound_to_its_extension",
            "tests/promises/test_hostile_addon.py::test_a_stolen_key_is_bound_to_the_add_on_that_was_paired",
        ),
    ),
    Mutation(
        "3 who gets in: a change without an origin",
        "agent/routes/mutes.py",
        'summary="Mute a flag")\n',
        'summary="Mute a flag")\n@without_origin\n',
        ("tests/agent/security/test_caller.py",),
    ),
    Mutation(
        "3 who gets in: a code that any number of browsers may ask for",
        "agent/services/pairings.py",
        "            if asks >= ASKS_PER_MINUTE:",
        "            if False:",
        ("tests/agent/test_pairing.py",),
    ),
    Mutation(
        "3 who gets in: a code that never expires",
        "agent/services/pairings.py",
        'if row["status"] == "paired" or row["expires_at"] <= iso(now()):',
        'if row["status"] == "paired":',
        ("tests/agent/test_pairing.py",),
    ),
    Mutation(
        "3 who gets in: a key that is stored as it is",
        "agent/security/keys.py",
        'return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()',
        "return key",
        ("tests/agent/security/test_caller.py",),
    ),
    Mutation(
        "3 who gets in: requests of other sites",
        "agent/security/guards.py",
        "    check_fetch_site(g.welcome)\n",
        "",
        ("tests/agent/security/test_fetch_site.py",),
    ),
    Mutation(
        "3 who gets in: no header of our own",
        "agent/security/own_header.py",
        'if request.headers.get(NAME) != "1":',
        "if False:",
        ("tests/agent/security/test_caller.py",),
    ),
    Mutation(
        "3 who gets in: forms as bodies",
        "agent/security/json_body.py",
        '    if request.mimetype != "application/json":\n'
        '        raise Problem("Send the body as JSON, with the header '
        'Content-Type: application/json.", status=415)\n'
        "    try:\n        body = request.get_json()",
        "    try:\n        body = request.get_json(force=True)",
        ("tests/agent/security/test_json_body.py",),
    ),
    Mutation(
        "3 who gets in: forms from other sites in the viewer",
        "agent/viewer/guard.py",
        "    blueprint.before_request(_refuse_foreign_forms)\n",
        "",
        ("tests/agent/viewer/test_guard.py",),
    ),
    Mutation(
        "3 who gets in: pages without signing in",
        "agent/viewer/guard.py",
        "    blueprint.before_request(_require_session)\n",
        "",
        ("tests/agent/viewer/test_guard.py",),
    ),
    Mutation(
        "3 who gets in: a link that works twice",
        "agent/services/sessions.py",
        '"DELETE FROM sign_in_links WHERE token_hash = ? RETURNING expires_at"',
        '"SELECT expires_at FROM sign_in_links WHERE token_hash = ?"',
        ("tests/agent/test_sessions.py",),
    ),
    Mutation(
        "3 who gets in: files open to others",
        "agent/commands/serve.py",
        "os.umask(0o077)",
        "os.umask(0o022)",
        ("tests/promises/test_another_user.py",),
    ),
    Mutation(
        "3 who gets in: a page that frames the viewer",
        "agent/viewer/rendering.py",
        "base-uri 'none'; frame-ancestors 'none'\"",
        "base-uri 'none'\"",
        ("tests/promises/test_hostile_page.py::test_a_page_can_not_frame_the_viewer",),
    ),
    Mutation(
        "2 drafts on no disk: the extension stores what it reviews",
        "extension/background/agent-client.js",
        '  return (await call(paired(agent), "POST", "/v1/reviews",',
        "  await chrome.storage.local.set({ draft });\n"
        '  return (await call(paired(agent), "POST", "/v1/reviews",',
        ("tests/extension/test_privacy.py::test_a_draft_that_is_not_posted_leaves_no_byte_in_the_profile",),
    ),
    Mutation(
        "3 who gets in: a page that reads the panel",
        "extension/content/elements.js",
        '{ mode: "closed" }',
        '{ mode: "open" }',
        ("tests/extension/test_privacy.py::test_a_page_can_not_look_into_the_chip_or_press_it",),
    ),
    Mutation(
        "3 who gets in: a content script that reads the key",
        "extension/background/store.js",
        '  await chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });\n',
        "",
        ("tests/extension/test_privacy.py::test_a_content_script_can_not_read_the_key",),
    ),
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
        "        refuse_outside(name, self.label)\n        if stat.S_ISLNK",
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
        "4 gone for good: deleted text stays in the file",
        "agent/store/log.py",
        "PRAGMA secure_delete = ON;",
        "PRAGMA secure_delete = OFF;",
        ("tests/agent/test_posts.py::test_a_deleted_post_leaves_no_byte_behind",),
    ),
    Mutation(
        "4 gone for good: deleted text stays in the write-ahead log",
        "agent/store/log.py",
        'self._database().conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()',
        "self._database()",
        ("tests/agent/test_posts.py::test_a_deleted_post_leaves_no_byte_behind",),
    ),
    Mutation(
        "4 gone for good: a deleted post comes back with an import",
        "agent/services/imports.py",
        "        gone = deleted.among(self._db, fresh)\n",
        "        gone = set()\n",
        ("tests/agent/services/test_imports.py",),
    ),
    Mutation(
        "4 gone for good: fingerprints of deleted posts that nobody can forget",
        "agent/store/deleted.py",
        '    db.execute("DELETE FROM deleted_marks")\n',
        "",
        ("tests/agent/services/test_imports.py",),
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
        "5 faults: a second agent on the same folder",
        "agent/only_one.py",
        "        if not _take(connection):",
        "        if False:",
        ("tests/agent/test_process.py::test_a_second_agent_on_the_same_data_is_refused",),
    ),
    Mutation(
        "5 faults: a damaged model without a word",
        "agent/services/reviewing.py",
        "                status=503,\n",
        "                status=500,\n",
        ("tests/promises/test_faults.py::test_a_damaged_model_is_said_and_posts_are_logged_all_the_same",),
    ),
    Mutation(
        "5 faults: pairings of a moment to come, once the clock was set back",
        "agent/services/pairings.py",
        "asked_at NOT BETWEEN ? AND ?",
        "? <= asked_at AND asked_at <= ? AND 0",
        ("tests/agent/services/test_clock.py",),
    ),
    Mutation(
        "5 faults: a full disk without a word",
        "agent/error_answers.py",
        '"SQLITE_FULL": (507,',
        '"SQLITE_FULL": (500,',
        ("tests/agent/test_problems.py",),
    ),
    Mutation(
        "5 faults: an update that leaves open pages without a script",
        "extension/background/worker.js",
        ".then(runInOpenPages)",
        "",
        (
            "tests/promises/test_browser_faults.py::test_an_update_under_an_open_page_disturbs_no_draft_and_loses_no_post",
        ),
    ),
    Mutation(
        "5 faults: an old script that speaks without its extension",
        "extension/content/words.js",
        '  return hasExtension() ? chrome.i18n.getMessage(name, parts) : "";',
        "  return chrome.i18n.getMessage(name, parts);",
        (
            "tests/promises/test_browser_faults.py::test_an_update_under_an_open_page_disturbs_no_draft_and_loses_no_post",
        ),
    ),
    Mutation(
        "5 faults: a post that leaves the outbox before the agent has it",
        "extension/background/outbox.js",
        '    return error.code === "not-accepted" ? { refused: error.detail } : "away";',
        '    return error.code === "not-accepted" ? { refused: error.detail } : "logged";',
        ("tests/promises/test_browser_faults.py::test_a_post_outlives_a_browser_that_is_killed",),
    ),
    Mutation(
        "6 load: words that are kept for ever",
        "nlp/language/forgetting.py",
        "    with language.memory_zone():\n        yield\n",
        "    yield\n",
        ("tests/nlp/test_forgetting.py",),
    ),
)
