"""Takes each guard out in a scratch copy and shows that its test fails: `python -m tests.promises.mutate`.

A promise that no test misses isn't held. Prints a table; exit code 1 where a guard could be taken out unseen.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.agent_process import ROOT

_LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv", "node_modules", ".work", "__pycache__", ".*_cache")


@dataclass(frozen=True)
class Mutation:
    """A guard, the lines that make it, what they become, and the tests that must then fail."""

    guard: str
    file: str
    old: str
    new: str
    tests: str


MUTATIONS = [
    Mutation(
        "1. nothing but loopback: the agent may listen elsewhere",
        "agent/listening.py",
        'if address not in ("127.0.0.1", "::1"):',
        "if False:",
        "tests/agent/commands/test_commands.py tests/agent/test_process.py",
    ),
    Mutation(
        "2. drafts on no disk: a copy is kept beside the log",
        "agent/services/reviewing.py",
        "        reviewer = self._wait()\n        wishes = self._settings.wishes()\n        with",
        "        reviewer = self._wait()\n        wishes = self._settings.wishes()\n"
        '        (self._settings._log.path.parent / "drafts.txt").write_text(draft)\n        with',
        "tests/promises/test_no_byte_stays.py",
    ),
    Mutation(
        "2. drafts on no disk: waitress may spool a body to a file",
        "agent/server.py",
        "inbuf_overflow=_MAX_BODY * 2",
        "inbuf_overflow=1",
        "tests/promises/test_no_byte_stays.py",
    ),
    Mutation(
        "2. drafts on no disk: a crash leaves its memory",
        "agent/commands/serve.py",
        "resource.setrlimit(resource.RLIMIT_CORE, (0, 0))",
        "resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE))",
        "tests/promises/test_no_byte_stays.py",
    ),
    Mutation(
        "3. who gets in: any host name",
        "agent/security/guards.py",
        "    check_host()\n",
        "",
        "tests/promises/test_hostile_page.py tests/agent/security/test_host.py",
    ),
    Mutation(
        "3. who gets in: any caller",
        "agent/security/guards.py",
        "_ALL = (check_own_header, check_caller)",
        "_ALL = (check_own_header,)",
        "tests/promises/test_hostile_extension.py",
    ),
    Mutation(
        "3. who gets in: every extension's origin",
        "agent/security/cors.py",
        "if origin and is_extension(origin) and _asked_before_pairing():",
        "if origin and is_extension(origin):",
        "tests/agent/security/test_cors.py tests/agent/security/test_fetch_site.py",
    ),
    Mutation(
        "3. who gets in: a key works from any origin",
        "agent/services/pairings.py",
        'row["origin"] != origin',
        "False",
        "tests/agent/security/test_caller.py tests/agent/test_pairing.py",
    ),
    Mutation(
        "3. who gets in: requests of other sites",
        "agent/security/guards.py",
        "    check_fetch_site(g.welcome)\n",
        "",
        "tests/agent/security/test_fetch_site.py",
    ),
    Mutation(
        "3. who gets in: no header of our own",
        "agent/security/own_header.py",
        'if request.headers.get(NAME) != "1":',
        "if False:",
        "tests/agent/security/test_caller.py",
    ),
    Mutation(
        "3. who gets in: forms as bodies",
        "agent/security/json_body.py",
        'if request.mimetype != "application/json":',
        "if False:",
        "tests/agent/security/test_json_body.py",
    ),
    Mutation(
        "3. who gets in: forms from other sites in the viewer",
        "agent/viewer/guard.py",
        "    blueprint.before_request(_refuse_foreign_forms)\n",
        "",
        "tests/agent/viewer/test_guard.py",
    ),
    Mutation(
        "3. who gets in: a link that works twice",
        "agent/services/sessions.py",
        '"DELETE FROM sign_in_links WHERE token_hash = ? RETURNING expires_at"',
        '"SELECT expires_at FROM sign_in_links WHERE token_hash = ?"',
        "tests/agent/test_sessions.py",
    ),
    Mutation(
        "3. who gets in: files open to others",
        "agent/commands/serve.py",
        "os.umask(0o077)",
        "os.umask(0o022)",
        "tests/promises/test_another_user.py",
    ),
    Mutation(
        "3. who gets in: stored text as markup",
        "agent/viewer/rendering.py",
        "autoescape=True",
        "autoescape=False",
        "tests/agent/viewer/test_hostile_text.py",
    ),
    Mutation(
        "4. gone for good: deleted text stays in the file",
        "agent/store/log.py",
        "PRAGMA secure_delete = ON;",
        "PRAGMA secure_delete = OFF;",
        "tests/promises/test_no_byte_stays.py tests/agent/test_posts.py tests/agent/store",
    ),
    Mutation(
        "4. gone for good: deleted text stays in the write-ahead log",
        "agent/store/log.py",
        'self._database().conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()',
        "self._database()",
        "tests/agent/test_posts.py",
    ),
]


def main() -> None:
    """Try each mutation on its own."""
    unseen = 0
    print("| guard taken out | tests that must miss it | what they said |\n|---|---|---|")
    for mutation in MUTATIONS:
        said = try_without(mutation)
        unseen += said.startswith("NOTHING")
        print(f"| {mutation.guard} | `{mutation.tests}` | {said} |", flush=True)
    sys.exit(1 if unseen else 0)


def try_without(mutation: Mutation) -> str:
    """Run the tests of a guard without it, in a scratch copy; the last line that pytest prints."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(ROOT, Path(folder) / "copy", ignore=_LEFT_BEHIND))
        changed = copy / mutation.file
        text = changed.read_text(encoding="utf-8")
        assert text.count(mutation.old) == 1, f"{mutation.file} holds “{mutation.old}” not once."
        changed.write_text(text.replace(mutation.old, mutation.new), encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "-p",
            "no:cacheprovider",
            *mutation.tests.split(),
        ]
        env = os.environ | {"TMPDIR": folder}
        done = subprocess.run(command, cwd=copy, env=env, capture_output=True, text=True, check=False)
    lines = done.stdout.strip().splitlines()
    failed = next((line for line in lines if line.startswith(("FAILED", "ERROR"))), "")
    return failed.split(" - ")[0] if done.returncode == 1 else f"NOTHING ({lines[-1]})"


if __name__ == "__main__":
    main()
