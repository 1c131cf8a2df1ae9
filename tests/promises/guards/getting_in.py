"""Promise 3: who gets in."""

from tests.promises.mutation import Mutation

MUTATIONS = (
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
        ('summary="Mute a flag")\n@without_origin\n'),
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
        (
            '    if request.mimetype != "application/json":\n'
            '        raise Problem("Send the body as JSON, with the header Content-Type: '
            'application/json.", status=415)\n'
            "    try:\n"
            "        body = request.get_json()"
        ),
        ("    try:\n        body = request.get_json(force=True)"),
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
        "3 who gets in: a host name with any port",
        "agent/security/host.py",
        'if request.headers.get("Host", "").lower() not in allowed_hosts(services().address):',
        (
            'if request.headers.get("Host", "").lower().rpartition(":")[0] not in '
            '("127.0.0.1", "localhost", "[::1]"):'
        ),
        ("tests/agent/security/test_host.py",),
    ),
    Mutation(
        "3 who gets in: a browser that nobody confirmed",
        "agent/services/pairings.py",
        ('            if row["status"] == "waiting":\n                return Claim("waiting")\n'),
        "",
        ("tests/agent/test_pairing.py",),
    ),
    Mutation(
        "3 who gets in: a key that is given twice",
        "agent/services/pairings.py",
        ("            db.execute(\"UPDATE pairings SET status = 'paired' WHERE id = ?\", [pairing_id])\n"),
        "",
        ("tests/agent/test_pairing.py",),
    ),
    Mutation(
        "3 who gets in: who knows a pairing's id but not its secret",
        "agent/services/pairings.py",
        ' or not same(secret, row["secret_hash"])',
        "",
        ("tests/agent/test_pairing.py",),
    ),
    Mutation(
        "3 who gets in: a cookie for scripts and other sites",
        "agent/viewer/pages/sign_in.py",
        'cookie, max_age=_SESSION_SECONDS, httponly=True, samesite="Strict"',
        'cookie, max_age=_SESSION_SECONDS, httponly=False, samesite="Lax"',
        ("tests/agent/viewer/test_sign_in.py",),
    ),
    Mutation(
        "3 who gets in: a page of another port with the viewer's cookie",
        "agent/security/caller.py",
        'elif request.headers.get("Sec-Fetch-Site") == "same-origin" and signed_in():',
        "elif signed_in():",
        ("tests/agent/security/test_caller.py",),
    ),
    Mutation(
        "3 who gets in: a key to what only the viewer may do",
        "agent/security/guards.py",
        "setattr(view, _GUARDS, (check_own_header, check_viewer))",
        "setattr(view, _GUARDS, (check_own_header, check_key))",
        ("tests/agent/routes/test_imports.py",),
    ),
    Mutation(
        "3 who gets in: another extension with the viewer's cookie",
        "agent/viewer/guard.py",
        "return not _from_other_script() and services()",
        "return services()",
        (
            "tests/promises/test_hostile_extension.py::test_the_viewers_session_is_of_no_use_to_it",
            "tests/promises/test_hostile_addon.py::test_the_viewers_session_is_of_no_use_to_it",
        ),
    ),
)
