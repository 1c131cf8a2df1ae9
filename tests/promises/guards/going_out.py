"""Promise 1: nothing goes anywhere but to this machine."""

from tests.promises.mutation import Mutation

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
        (
            "    stop_on_signals()\n"
            "    import socket\n"
            "\n"
            '    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect_ex(("192.0.2.1", 9))\n'
        ),
        ("tests/promises/test_nothing_goes_out.py",),
    ),
    Mutation(
        "1 nothing but loopback: the extension says elsewhere what it reviews",
        "extension/content/writing.js",
        '    const answer = await askWorker({ type: "review",',
        (
            '    fetch("http://192.0.2.1/", { mode: "no-cors" }).catch(() => {});\n'
            '    const answer = await askWorker({ type: "review",'
        ),
        ("tests/promises/test_nothing_goes_out.py",),
    ),
    Mutation(
        "1 nothing but loopback: the extension's own policy lets it call anywhere",
        "extension/manifest.json",
        "connect-src http://127.0.0.1:* http://localhost:*;",
        "connect-src *;",
        ("tests/extension/test_privacy.py::test_the_browser_keeps_the_extension_itself_on_this_machine",),
    ),
)
