"""Promise 2: a draft that isn't posted is on no disk."""

from tests.promises.mutation import Mutation

MUTATIONS = (
    Mutation(
        "2 drafts on no disk: a copy is kept beside the log",
        "agent/services/reviewing.py",
        ("        reviewer = self._wait()\n        muted ="),
        (
            "        reviewer = self._wait()\n"
            '        (self._settings._log.path.parent / "drafts.txt").write_text(draft)\n'
            "        muted ="
        ),
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
        "2 drafts on no disk: the extension stores what it reviews",
        "extension/background/agent-client.js",
        '  return (await call(paired(agent), "POST", "/v1/reviews",',
        (
            "  await chrome.storage.local.set({ draft });\n"
            '  return (await call(paired(agent), "POST", "/v1/reviews",'
        ),
        ("tests/extension/test_privacy.py::test_a_draft_that_is_not_posted_leaves_no_byte_in_the_profile",),
    ),
)
