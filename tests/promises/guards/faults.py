"""What may break, and goes on."""

from tests.promises.mutation import Mutation

MUTATIONS = (
    Mutation(
        "5 faults: a second agent on the same folder",
        "agent/only_one.py",
        "        if not alone:",
        "        if False:",
        ("tests/agent/test_process.py::test_a_second_agent_on_the_same_data_is_refused",),
    ),
    Mutation(
        "5 faults: a damaged model without a word",
        "agent/problems.py",
        "    status = 503\n",
        "    status = 500\n",
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
        "5 faults: a post that is sent again is refused",
        "agent/services/posts.py",
        'if known["text"] != new.text:',
        "if known:",
        ("tests/promises/test_faults.py::test_a_post_sent_while_the_agent_was_stopped_is_logged_once",),
    ),
    Mutation(
        "5 faults: an error without a sentence",
        "agent/error_answers.py",
        "    app.register_error_handler(Exception, _unexpected)\n",
        "",
        ("tests/agent/test_problems.py",),
    ),
    Mutation(
        "5 faults: moments in the time zone of the place",
        "agent/schemas/fields.py",
        "        moment = moment.astimezone(UTC)\n",
        "        moment = moment.astimezone()\n",
        ("tests/promises/test_faults.py::test_times_mean_the_same_in_another_time_zone",),
    ),
    Mutation(
        "5 faults: a damaged log is not restored",
        "agent/commands/serve.py",
        "        restored = restore_if_damaged(data_dir)\n",
        "        restored = None\n",
        ("tests/agent/commands/test_broken_log.py",),
    ),
    Mutation(
        "5 faults: nothing wakes the next worker for posts that wait",
        "extension/background/outbox.js",
        "  await planRetry(); // For a worker that is ended in the middle of this.\n",
        "",
        ("tests/extension/test_interrupted.py::test_a_log_entry_outlives_the_worker",),
    ),
    Mutation(
        "5 faults: posts that stay in the outbox",
        "extension/background/outbox.js",
        '  if (fate === "logged" || fate === "deleted") return [];\n',
        '  if (fate === "logged" || fate === "deleted") return entry;\n',
        ("tests/promises/test_browser_faults.py::test_posts_that_waited_are_logged_once_each[60]",),
    ),
    Mutation(
        "5 faults: an agent of another release without a word",
        "extension/background/agent-client.js",
        "  if (sameRelease(version, ours)) return;\n",
        "  if (version && ours) return;\n",
        ("tests/extension/test_agent_states.py::test_an_agent_of_another_release_is_told_and_what_to_do",),
    ),
)
