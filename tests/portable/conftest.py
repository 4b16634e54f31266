"""What several tests of this folder read: one journal of jrnl's own making."""

import pytest

from tests.portable.jrnl_journal import JrnlExports, make_jrnl_exports


@pytest.fixture(scope="session")
def thousand_entries(tmp_path_factory: pytest.TempPathFactory) -> JrnlExports:
    return make_jrnl_exports(tmp_path_factory.mktemp("jrnl"), 1000)
