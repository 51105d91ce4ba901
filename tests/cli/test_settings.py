"""Settings, and the example file that documents them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of this machine, and a folder without ``.env``."""
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def variables() -> set[str]:
    """The names of all settings, as they stand in the environment."""
    return {
        str(field.validation_alias) if field.validation_alias else f"HUSTINGS_{name.upper()}"
        for name, field in Settings.model_fields.items()
    }


def test_the_example_names_every_setting_and_no_other() -> None:
    assert set(re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)) == variables()


def test_the_example_as_it_stands_sets_the_defaults(tmp_path: Path) -> None:
    Path(".env").write_bytes(EXAMPLE.read_bytes())
    from_example = load_settings()
    Path(".env").unlink()
    assert from_example == load_settings()


def test_settings_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    monkeypatch.setenv("HUSTINGS_PACKS", "one:two")
    monkeypatch.setenv("HUSTINGS_CHANNELS", "1, 2")
    monkeypatch.setenv("HUSTINGS_SHARD_COUNT", "4")
    monkeypatch.setenv("HUSTINGS_SHARD_IDS", "0,3")
    settings = load_settings()
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == "secret"
    assert "secret" not in repr(settings)
    assert settings.packs == (Path("one"), Path("two"))
    assert settings.channels == (1, 2)
    assert (settings.shard_count, settings.shard_ids) == (4, (0, 3))


def test_a_file_of_settings_gives_way_to_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("HUSTINGS_LOG_LEVEL=ERROR\nHUSTINGS_CACHE=here\nOTHER=1\n", encoding="utf-8")
    monkeypatch.setenv("HUSTINGS_LOG_LEVEL", "DEBUG")
    settings = load_settings()
    assert settings.log_level == "DEBUG"
    assert settings.cache == Path("here")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HUSTINGS_CHANNELS", "general"),
        ("HUSTINGS_SHARD_COUNT", "0"),
        ("HUSTINGS_LOG_LEVEL", "LOUD"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"^The setting {name} cannot be used: .+"):
        load_settings()


def test_shards_without_their_number_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUSTINGS_SHARD_IDS", "1")
    with pytest.raises(SettingsError, match="HUSTINGS_SHARD_COUNT"):
        load_settings()


def test_a_file_that_is_no_text_is_named() -> None:
    Path(".env").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"\.env"):
        load_settings()
