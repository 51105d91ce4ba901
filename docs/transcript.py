"""``python -m docs.transcript``: runs the commands that README.md shows again and writes down what they say now."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
_SHOWN = re.compile(r"(?<=```console\n)(?P<shown>\$ hustings .*?)(?=```)", re.DOTALL)
_PROMPT = "$ hustings "


def commands(shown: str) -> list[str]:
    """The command lines of a transcript, without prompt and name."""
    return [line.removeprefix(_PROMPT) for line in shown.splitlines() if line.startswith(_PROMPT)]


def run(command: str) -> str:
    """What ``hustings`` followed by ``command`` writes to its standard output."""
    arguments = [sys.executable, "-m", "bot", *shlex.split(command)]
    done = subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8", check=False, cwd=README.parent)
    return done.stdout


def transcripts(readme: str) -> list[str]:
    """The transcripts that ``readme`` shows."""
    return [found["shown"] for found in _SHOWN.finditer(readme)]


def again(shown: str) -> str:
    """A transcript of the same commands as they answer now."""
    return "\n".join(f"{_PROMPT}{command}\n{run(command)}" for command in commands(shown))


def main() -> int:
    """Rewrites the transcripts of README.md."""
    readme = README.read_text(encoding="utf-8")
    README.write_text(_SHOWN.sub(lambda found: again(found["shown"]), readme), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
