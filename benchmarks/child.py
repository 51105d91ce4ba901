"""What is measured in a process of its own: ``python -m benchmarks.child MEASURE [FILE]``.

``memory`` and ``naive-memory FILE`` write megabytes as JSON; ``naive-ask FILE QUESTION`` answers once.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.corpus import questions
from benchmarks.naive import NaiveService
from bot.service import Service


def resident() -> float:
    """Megabytes of memory that this process holds now."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(row for row in status.read_text(encoding="ascii").splitlines() if row.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    import resource

    # Elsewhere only the most that it ever held is told: in kilobytes, on macOS in bytes.
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def memory() -> dict[str, float]:
    """Of the program that ``hustings run`` is once it is connected, before and after all questions."""
    from bot.assistant import build_assistant
    from bot.discord_app.running import build_client
    from bot.settings import load_settings

    settings = load_settings()
    assistant = build_assistant(settings)
    build_client(settings, assistant)
    started = resident()
    return {"started": started, "asked": _asked(assistant)}


def naive_memory(file: Path) -> dict[str, float]:
    """Of the naive approach with the same Discord client."""
    from bot.discord_app.running import build_client
    from bot.settings import load_settings

    service = NaiveService.read(file)
    build_client(load_settings(), service)
    started = resident()
    service.ask("who won Copeland?")
    return {"started": started, "asked": resident()}


def _asked(service: Service) -> float:
    for question in questions():
        service.ask(question)
    return resident()


def main(measure: str, *rest: str) -> int:
    """Runs one measure."""
    match measure, rest:
        case "memory", ():
            print(json.dumps(memory()))
        case "naive-memory", (file,):
            print(json.dumps(naive_memory(Path(file))))
        case "naive-ask", (file, question):
            print(NaiveService.read(Path(file)).ask(question).headline)
        case _:
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
