"""Many drafts at once."""

from tests.promises.mutation import Mutation

MUTATIONS = (
    Mutation(
        "6 load: words that are kept for ever",
        "nlp/language/forgetting.py",
        ("    with language.memory_zone():\n        yield\n"),
        "    yield\n",
        ("tests/nlp/test_forgetting.py",),
    ),
    Mutation(
        "6 load: an answer about an older draft",
        "extension/content/writing.js",
        (
            "    if (mine !== newest || signal.aborted) return;\n"
            "    if (writing.text() !== draft) {\n"
            "      changed(); // By the page, or by something that tells nobody.\n"
            "      return;\n"
            "    }\n"
        ),
        "",
        ("tests/extension/test_reviews.py::test_the_newest_draft_wins_over_a_late_answer",),
    ),
    Mutation(
        "6 load: tables of words that only grow",
        "nlp/language/forgetting.py",
        "        start_afresh(language)\n",
        "        pass\n",
        ("tests/nlp/test_forgetting.py",),
    ),
)
