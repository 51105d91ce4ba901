"""Opening the store when nothing is built yet, when it is, and when everything that can go wrong has."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from knowledge.building.compiling import compile_packs
from knowledge.errors import DamagedStoreError, KnowledgeError, PackFaults
from knowledge.loading.folders import read_packs
from knowledge.store.opening import open_store
from knowledge.store.paths import KnowledgePaths
from tests.knowledge.tiny import write_pack

ROOT = Path(__file__).resolve().parents[2]
ASK = "select winner_name from contest_facts where contest = 'parl.bath.2019-12-12'"

OPEN = f"""
from knowledge.loading.folders import read_packs
from knowledge.store.opening import open_store
from knowledge.store.paths import KnowledgePaths
paths = KnowledgePaths((Path(sys.argv[1]),), Path(sys.argv[2]))
with open_store(paths) as store:
    print(store.fetch({ASK!r})[0][0])
"""

KILLED_BEFORE_MOVING = """
def stop(event, arguments):
    if event == "os.rename":
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(stop)
"""

# The superuser may write anywhere until it gives its capabilities up.
ONLY_WHAT_MODES_ALLOW = """
import ctypes
header = (ctypes.c_uint32 * 2)(0x20080522, 0)
if os.geteuid() == 0 and ctypes.CDLL(None).capset(header, (ctypes.c_uint32 * 6)()) != 0:
    sys.exit("capabilities could not be given up")
"""

NO_FILE_ABOVE_64_KIB = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
"""


def start(paths: KnowledgePaths, before: str = "") -> subprocess.Popen[str]:
    """A process that does ``before``, opens the store of ``paths`` and prints who won Bath."""
    program = f"import os, signal, sys\nfrom pathlib import Path\n{before}{OPEN}"
    command = [sys.executable, "-W", "error", "-c", program, str(paths.packs[0]), str(paths.cache)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=60)
    return process.returncode, out.strip(), err.strip()


def compiled(paths: KnowledgePaths) -> list[Path]:
    return sorted(paths.cache.glob("*.sqlite3"))


def who_won(paths: KnowledgePaths) -> object:
    with open_store(paths) as store:
        return store.fetch(ASK)[0][0]


def test_the_first_start_builds_and_the_second_opens_what_was_built(paths: KnowledgePaths) -> None:
    with open_store(paths) as store:
        built = store.meta["built_at"]
    [file] = compiled(paths)
    before = file.stat()
    with open_store(paths) as store:
        assert store.meta["built_at"] == built
    assert compiled(paths) == [file]
    assert file.stat().st_mtime_ns == before.st_mtime_ns


def test_an_unchanged_start_reads_no_pack(paths: KnowledgePaths, monkeypatch: pytest.MonkeyPatch) -> None:
    assert who_won(paths) == "Ann Able"

    def refuse(file: Path) -> bytes:
        raise AssertionError(f"{file} was read")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert who_won(paths) == "Ann Able"


def test_a_changed_pack_is_built_again(paths: KnowledgePaths) -> None:
    assert who_won(paths) == "Ann Able"
    write_pack(paths.packs[0], {"people.csv": ("Ann Able", "Anne Able")})
    assert who_won(paths) == "Anne Able"
    assert len(compiled(paths)) == 2


def test_packs_that_were_only_touched_are_not_built_again(paths: KnowledgePaths) -> None:
    assert who_won(paths) == "Ann Able"
    for file in (paths.packs[0] / "tiny").iterdir():
        os.utime(file, (1, 1))
    assert who_won(paths) == "Ann Able"
    assert len(compiled(paths)) == 1


def test_only_the_latest_compiled_files_are_kept(paths: KnowledgePaths) -> None:
    for n in range(5):
        write_pack(paths.packs[0], {"people.csv": ("Ann Able", f"Ann{'e' * n} Able")})
        open_store(paths).close()
        os.utime(compiled(paths)[-1])
    assert len(compiled(paths)) == 3


def test_processes_that_start_at_once_all_get_their_answer(paths: KnowledgePaths) -> None:
    finished = [finish(process) for process in [start(paths) for _ in range(4)]]
    assert finished == [(0, "Ann Able", "")] * 4
    assert not list(paths.cache.glob("*.unfinished"))


@pytest.mark.skipif(sys.platform != "linux", reason="gives capabilities up as Linux does")
def test_a_cache_that_is_read_only_is_said_in_one_sentence(paths: KnowledgePaths) -> None:
    paths.cache.mkdir(mode=0o500)
    code, out, err = finish(start(paths, ONLY_WHAT_MODES_ALLOW))
    assert (code, out) == (0, "Ann Able")
    assert err.startswith(f"The cache folder {paths.cache} cannot be written (")
    assert len(err.splitlines()) == 1
    assert not list(paths.cache.iterdir())


def test_a_file_where_the_cache_folder_should_be_is_no_hindrance(
    paths: KnowledgePaths, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.cache.write_text("not a folder")
    assert who_won(paths) == "Ann Able"
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="limits file sizes as POSIX does")
def test_a_disk_that_fills_up_while_writing_is_said_in_one_sentence(paths: KnowledgePaths) -> None:
    code, out, err = finish(start(paths, NO_FILE_ABOVE_64_KIB))
    assert (code, out) == (0, "Ann Able")
    assert "cannot be written" in err
    assert len(err.splitlines()) == 1
    assert not compiled(paths)
    assert not list(paths.cache.glob("*.unfinished"))


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_build_killed_half_way_leaves_nothing_that_matters(paths: KnowledgePaths) -> None:
    code, _, _ = finish(start(paths, KILLED_BEFORE_MOVING))
    assert code == -signal.SIGKILL
    [left] = paths.cache.iterdir()
    assert left.suffix == ".unfinished"
    assert who_won(paths) == "Ann Able"
    assert left.exists(), "another process might still be writing it"
    os.utime(left, (1, 1))
    write_pack(paths.packs[0], {"people.csv": ("Ann Able", "Anne Able")})
    assert who_won(paths) == "Anne Able"
    assert not left.exists()


def test_a_build_apart_gives_the_same_store_and_its_memory_back(paths: KnowledgePaths) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom knowledge.store.opening import open_store\n"
        "from knowledge.store.paths import KnowledgePaths\n"
        "with open_store(KnowledgePaths((Path(sys.argv[1]),), Path(sys.argv[2])), apart=True) as store:\n"
        f"    print(store.fetch({ASK!r})[0][0], 'knowledge.building.compiling' in sys.modules)\n"
    )
    command = [sys.executable, "-c", program, str(paths.packs[0]), str(paths.cache)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("Ann Able False", "")
    assert len(compiled(paths)) == 1


def test_faults_met_by_a_build_apart_are_told_as_ever(paths: KnowledgePaths) -> None:
    write_pack(paths.packs[0], {"people.csv": ("mnis-2,Bob Baker", "mnis-2,")})
    with pytest.raises(PackFaults, match=r"people\.csv:3: name: expected a value"):
        open_store(paths, apart=True)


def test_a_build_apart_that_cannot_be_kept_is_said_once(
    paths: KnowledgePaths, capfd: pytest.CaptureFixture[str]
) -> None:
    paths.cache.write_text("not a folder")
    with open_store(paths, apart=True) as store:
        assert store.fetch(ASK) == [("Ann Able",)]
    assert len(capfd.readouterr().err.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_sees_a_progress_bar_and_a_pipe_does_not(paths: KnowledgePaths) -> None:
    import pty

    ours, theirs = pty.openpty()
    program = f"import os, signal, sys\nfrom pathlib import Path\n{OPEN}"
    command = [sys.executable, "-c", program, str(paths.packs[0]), str(paths.cache)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=theirs, text=True)
    os.close(theirs)
    seen = b""
    try:
        while part := os.read(ours, 65536):
            seen += part
    except OSError:
        # How Linux says that the other side of the terminal is closed.
        pass
    os.close(ours)
    assert process.communicate(timeout=60)[0].strip() == "Ann Able"
    assert b"Building the knowledge base" in seen


def damage(file: Path, place: int, content: bytes, *, hide: bool = False) -> None:
    status = file.stat()
    with file.open("rb+") as opened:
        opened.seek(place)
        opened.write(content)
    if hide:
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize(("place", "content"), [(0, b"no database" * 20), (5000, b"\xff" * 3000)])
def test_a_damaged_file_is_built_again(paths: KnowledgePaths, place: int, content: bytes) -> None:
    assert who_won(paths) == "Ann Able"
    [file] = compiled(paths)
    damage(file, place, content)
    os.utime(file, (1, 1))
    assert who_won(paths) == "Ann Able"


def test_a_fact_altered_by_hand_is_not_believed(paths: KnowledgePaths) -> None:
    assert who_won(paths) == "Ann Able"
    [file] = compiled(paths)
    content = file.read_bytes()
    file.write_bytes(content.replace(b"Ann Able", b"Ann Liar"))
    os.utime(file, (1, 1))
    assert who_won(paths) == "Ann Able"


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0"])
def test_a_file_cut_short_is_built_again(paths: KnowledgePaths, content: bytes) -> None:
    assert who_won(paths) == "Ann Able"
    compiled(paths)[0].write_bytes(content)
    assert who_won(paths) == "Ann Able"


def test_a_damaged_head_that_kept_its_time_is_built_again(paths: KnowledgePaths) -> None:
    assert who_won(paths) == "Ann Able"
    damage(compiled(paths)[0], 0, b"no database" * 20, hide=True)
    assert who_won(paths) == "Ann Able"


def test_damage_met_while_asking_is_told_and_mended_by_the_next_start(paths: KnowledgePaths) -> None:
    with open_store(paths) as store:
        [(root,)] = store.fetch("select rootpage from sqlite_master where name = 'contest_facts'")
        [(page,)] = store.fetch("pragma page_size")
    damage(compiled(paths)[0], (root - 1) * page, b"\xff" * page, hide=True)
    with open_store(paths) as store, pytest.raises(DamagedStoreError, match="the next start builds it again"):
        store.fetch(ASK)
    assert who_won(paths) == "Ann Able"


def test_a_damaged_receipt_only_costs_time(paths: KnowledgePaths) -> None:
    assert who_won(paths) == "Ann Able"
    for text in ("", "[]", "{}", '{"file": "gone.sqlite3", "size": 1, "time": 1}'):
        for receipt in paths.cache.glob("*.receipt.json"):
            receipt.write_text(text)
        assert who_won(paths) == "Ann Able"
    assert len(compiled(paths)) == 1


def test_a_folder_of_packs_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="nowhere is not a folder"):
        open_store(KnowledgePaths((tmp_path / "nowhere",), tmp_path / "cache"))


def test_the_environment_names_more_packs_and_the_cache(tmp_path: Path) -> None:
    shipped: Sequence[Path] = KnowledgePaths.from_environment({}).packs
    folders = os.pathsep.join([str(tmp_path / "one"), "", str(tmp_path / "two")])
    paths = KnowledgePaths.from_environment({"HUSTINGS_PACKS": folders, "HUSTINGS_CACHE": str(tmp_path / "cache")})
    assert paths.packs == (*shipped, tmp_path / "one", tmp_path / "two")
    assert paths.cache == tmp_path / "cache"
    assert shipped[0].name == "packs"


def test_a_pack_may_be_named_by_itself(paths: KnowledgePaths) -> None:
    assert who_won(KnowledgePaths((paths.packs[0] / "tiny",), paths.cache)) == "Ann Able"


def test_progress_runs_from_the_first_step_to_the_last(paths: KnowledgePaths) -> None:
    steps: list[tuple[int, int]] = []
    compile_packs(read_packs(paths.packs), "version", lambda done, total, _: steps.append((done, total))).close()
    assert [done for done, _ in steps] == list(range(1, len(steps) + 1))
    assert {total for _, total in steps} == {len(steps)}
