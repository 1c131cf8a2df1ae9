"""Promise 4: what was deleted is gone for good."""

from tests.promises.mutation import Mutation

MUTATIONS = (
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
        'db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()',
        "pass",
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
        "4 gone for good: a deleted post comes back when its browser sends it again",
        "agent/store/deleted.py",
        '    if db.execute("SELECT 1 FROM deleted_posts WHERE id = ?", [post_id]).fetchone():\n',
        "    if False:\n",
        ("tests/agent/test_sent_again.py",),
    ),
    Mutation(
        "4 gone for good: after everything was deleted, a browser brings back a post of before",
        "agent/store/emptying.py",
        "            deleted.remember_all(db, emptied_at)\n",
        "",
        ("tests/agent/test_sent_again.py",),
    ),
    Mutation(
        "4 gone for good: fingerprints of deleted posts that nobody can forget",
        "agent/store/deleted.py",
        '    db.execute("DELETE FROM deleted_marks")\n',
        "",
        ("tests/agent/services/test_imports.py",),
    ),
    Mutation(
        "4 gone for good: the backup keeps what was deleted",
        "agent/store/log.py",
        ("        backup.forget_last(self.path.parent)\n\n    def empty"),
        ("\n    def empty"),
        ("tests/agent/store/test_backup.py",),
    ),
    Mutation(
        "4 gone for good: a merge that was killed keeps what was deleted",
        "agent/store/log.py",
        "        merge_copy.forget_left(self.path.parent)\n",
        "",
        ("tests/agent/commands/test_merge_killed.py",),
    ),
    Mutation(
        "4 gone for good: posts outlive the end of everything",
        "agent/store/emptying.py",
        "    for name in tables_to_empty(db):",
        '    for name in set(tables_to_empty(db)) - {"posts"}:',
        ("tests/promises/test_no_byte_stays.py::test_what_was_deleted_leaves_no_byte",),
    ),
)
