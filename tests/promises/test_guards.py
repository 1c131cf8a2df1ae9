"""Each guard that `mutate.py` takes out is where it says."""

import pytest

from tests.agent_process import ROOT
from tests.promises.guards import all_mutations
from tests.promises.mutation import Mutation


@pytest.mark.parametrize("mutation", all_mutations(), ids=lambda mutation: mutation.guard)
def test_a_guard_stands_once_in_its_file_and_its_tests_are_there(mutation: Mutation) -> None:
    text = (ROOT / mutation.file).read_text(encoding="utf-8")
    assert text.count(mutation.old) == 1
    for test in mutation.tests:
        file, _, name = test.partition("::")
        assert (ROOT / file).exists()
        assert name.partition("[")[0] in (ROOT / file).read_text(encoding="utf-8")
