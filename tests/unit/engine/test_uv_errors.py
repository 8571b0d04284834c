import pytest

from core.contract.messages.errors import DiskFullError, EngineInstallError, OutputError
from core.engine.uv_errors import UnreachableError, explain_failure

LINES = [
    ("error: write failed: No space left on device (os error 28)", DiskFullError, "disk"),
    ("error: Hash mismatch for `torch==2.14.1`", EngineInstallError, "damaged"),
    (
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
        EngineInstallError,
        "damaged",
    ),
    ("  cause: Failed to extract archive: invalid Zip archive", EngineInstallError, "damaged"),
    ("  cause: dns error", UnreachableError, "cannot be reached"),
    ("error: tunnel error: unsuccessful (407)", UnreachableError, "user name and a password"),
    ("  cause: tunnel error: proxy authorization required", UnreachableError, "user name and a password"),
    ("ERROR: 407 Proxy Authentication Required", UnreachableError, "user name and a password"),
    (
        "  cause: tunnel error: failed to create underlying connection",
        UnreachableError,
        "proxy cannot be reached",
    ),
    ("  cause: tunnel error: unexpected end of file", UnreachableError, "was interrupted"),
    ("  cause: end of file before message length reached", UnreachableError, "was interrupted"),
    ("  cause: invalid peer certificate: UnknownIssuer", UnreachableError, "not trusted"),
    (
        "HTTP status client error (403 Forbidden) for url (https://i/simple)",
        UnreachableError,
        "denies access",
    ),
    ("  x No solution found when resolving dependencies:", UnreachableError, "lacks packages"),
    ("ERROR: Missing dependencies for SOCKS support.", UnreachableError, "SOCKS"),
    ("error: Read-only file system (os error 30)", OutputError, "cannot be written"),
    ("error: something new", EngineInstallError, "something new"),
]


@pytest.mark.parametrize(("line", "leaf", "words"), LINES)
def test_failure_is_explained_in_the_users_words(home, line, leaf, words):
    error = explain_failure(["Using Python 3.12.1", "Downloading torch (407.0MiB)", line])
    assert type(error) is leaf
    assert words in error.message
    assert error.hint
    assert line in error.detail
