from pathlib import Path

import pytest

from core.engine.privacy import without_credentials, without_names


@pytest.fixture(autouse=True)
def user(monkeypatch):
    monkeypatch.setattr("core.engine.privacy.Path.home", lambda: Path("/home/jo"))
    for name in ("LOGNAME", "USER", "USERNAME"):
        monkeypatch.setenv(name, "jo")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("engine: /home/jo/.cache/toppixel", "engine: ~/.cache/toppixel"),
        ("/home/jo", "~"),
        ("'/home/jo/a' '/home/jo/b'", "'~/a' '~/b'"),
        ("/home/john/a", "/home/john/a"),
        ("/media/jo/disk", "/media/<user>/disk"),
        (r"D:\Users\jo\x", r"D:\Users\<user>\x"),
        ("jo is a word", "jo is a word"),
        ("torch 2.14.1 on https://jo:word@host/x", "torch 2.14.1 on https://host/x"),
    ],
)
def test_names_of_the_user_are_removed(text, shown):
    assert without_names(text) == shown


def test_home_folder_on_windows_is_removed_in_every_spelling(monkeypatch):
    monkeypatch.setattr("core.engine.privacy._home_folders", lambda: {r"C:\Users\Jo", "C:/Users/Jo"})
    assert without_names(r"c:\users\jo\AppData and C:/Users/Jo/x") == r"~\AppData and ~/x"


def test_addresses_lose_their_credentials():
    assert without_credentials("a http://u:p@h:1/x b ftp://u@h c@d") == "a http://h:1/x b ftp://h c@d"
