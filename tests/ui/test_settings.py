"""What the program remembers survives a restart, and a damaged file does no harm."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from samstyring.ui import settings as declared
from samstyring.ui.settings import MOST_RECENT_FILES, SETTINGS, Settings
from samstyring.ui.theme import Theme


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "samstyring.ini"


def test_that_a_new_user_starts_with_the_declared_values(path: Path) -> None:
    settings = Settings(path)
    assert {s.key: settings.value(s) for s in SETTINGS} == {s.key: s.default for s in SETTINGS}
    assert settings.language == "nb"
    assert settings.theme is Theme.SYSTEM
    assert settings.last_file is None


def test_that_no_two_settings_share_a_key_and_each_says_what_it_is() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
    assert all(setting.meaning for setting in SETTINGS)


def test_that_values_survive_a_restart(path: Path) -> None:
    before = Settings(path)
    before.language, before.theme, before.text_size = "nn", Theme.DARK, 150
    before.animation, before.help_shown = False, False
    before.last_file = path.parent / "Ås kommune.samstyring"
    before.geometry = QByteArray(b"\x00\xffgeometry")
    before.set_splitter("main", QByteArray(b"\x01\x02"))
    before.set_table("people", {"widths": {"name": 120}, "hidden": ["role"]})
    before.sync()
    after = Settings(path)
    assert (after.language, after.theme, after.text_size) == ("nn", Theme.DARK, 150)
    assert (after.animation, after.help_shown) == (False, False)
    assert after.last_file == path.parent / "Ås kommune.samstyring"
    assert after.geometry == QByteArray(b"\x00\xffgeometry")
    assert after.splitter("main") == QByteArray(b"\x01\x02")
    assert after.table("people") == {"widths": {"name": 120}, "hidden": ["role"]}


@pytest.mark.parametrize(
    ("line", "setting"),
    [
        ("text_size=enormous", declared.TEXT_SIZE),
        ("text_size=1000", declared.TEXT_SIZE),
        ("theme=pink", declared.THEME),
        ("language=xx", declared.LANGUAGE),
        ("animation=perhaps", declared.ANIMATION),
    ],
)
def test_that_nonsense_in_the_file_is_read_as_the_default(
    path: Path, line: str, setting: declared.Setting
) -> None:
    path.write_text(f"[General]\n{line}\n", encoding="utf-8")
    assert Settings(path).value(setting) == setting.default


def test_that_broken_json_is_read_as_nothing(path: Path) -> None:
    path.write_text("[General]\nrecent_files={{\n[tables]\npeople=[1\n", encoding="utf-8")
    settings = Settings(path)
    assert settings.recent_files == ()
    assert settings.table("people") == {}


def test_that_a_value_outside_the_declared_ones_is_refused(path: Path) -> None:
    with pytest.raises(ValueError, match="theme"):
        Settings(path).set_value(declared.THEME, "pink")


def test_that_recent_files_are_newest_first_without_doubles(path: Path) -> None:
    settings = Settings(path)
    for name in ("a", "b", "a", *map(str, range(MOST_RECENT_FILES))):
        settings.add_recent_file(Path(name))
    assert len(settings.recent_files) == MOST_RECENT_FILES
    settings.add_recent_file(Path("5"))
    assert settings.recent_files[0] == Path("5").absolute()
    assert settings.recent_files.count(Path("5").absolute()) == 1
    settings.forget_recent_file(Path("5"))
    assert Path("5").absolute() not in settings.recent_files


def test_that_a_file_is_remembered_from_any_folder(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, here = Settings(path), Path.cwd()
    settings.last_file = Path("w.samstyring")
    settings.add_recent_file(Path("w.samstyring"))
    monkeypatch.chdir(path.parent)
    assert settings.last_file == here / "w.samstyring"
    assert settings.recent_files == (here / "w.samstyring",)


def test_that_each_user_has_a_file_of_their_own(own_settings: Path) -> None:
    assert own_settings in declared.default_settings_path().parents
