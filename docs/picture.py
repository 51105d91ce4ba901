"""``python -m docs.picture``: draws ``docs/reply.png``, real replies as Discord shows them.

The replies are those of the program, in the very form that is sent to Discord; a page in Discord's dark look is made
from them and Chromium, which must be installed, photographs it; where pngquant is installed too, it makes the picture
a third of the size.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.answering.answer import Answer
from bot.assistant import build_assistant
from bot.discord_app.choices import controls
from bot.rendering.discord import to_view
from bot.settings import load_settings

QUESTIONS = ("who won copland by election", "who won Stoke in 2015?")
PICTURE = Path(__file__).with_name("reply.png")
STYLE = Path(__file__).with_name("picture.css")
WIDTH, TALLEST = 700, 1600
"""Of the page in CSS pixels; what the replies leave empty is cut off."""

Component = Mapping[str, Any]
_INLINE = (
    (re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"\\([^\w\s])"), r"\1"),
)
_PREFIXES = (("### ", "h3"), ("-# ", "small"), ("> ", "blockquote"))
_ITEM = re.compile(r"(?:(\d+)\.|-) (.*)")


def markdown(content: str) -> str:
    """HTML of the markdown that replies use."""
    return "".join(_line(line) for line in content.split("\n"))


def _line(line: str) -> str:
    for prefix, tag in _PREFIXES:
        if line.startswith(prefix):
            return f"<{tag}>{_inline(line.removeprefix(prefix))}</{tag}>"
    item = _ITEM.fullmatch(line)
    if item:
        mark = f"{item[1]}." if item[1] else "•"
        return f'<p class="item"><i>{mark}</i><span>{_inline(item[2])}</span></p>'
    return f"<p>{_inline(line)}</p>"


def _inline(text: str) -> str:
    text = html.escape(text, quote=False)
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text


def component(one: Component) -> str:
    """HTML of a component of a message and of those in it."""
    inside = "".join(map(component, one.get("components", ())))
    match one["type"]:
        case 17:
            colour = one.get("accent_color")
            edge = f' style="border-left-color:#{colour:06x}"' if colour is not None else ""
            return f'<div class="container"{edge}>{inside}</div>'
        case 1:
            return f'<div class="row">{inside}</div>'
        case 2:
            return f"<button>{html.escape(one['label'])}</button>"
        case 10:
            return f'<div class="text">{markdown(one["content"])}</div>'
        case 14:
            return "<hr>"
        case unknown:
            raise ValueError(f"no drawing for components of type {unknown}")


def _message(name: str, inside: str, *, is_bot: bool) -> str:
    badge = "<em>APP</em>" if is_bot else ""
    face = f'<div class="face {"bot" if is_bot else "person"}">{name[0]}</div>'
    return f'<section>{face}<div class="said"><header>{name}{badge}</header>{inside}</div></section>'


def page(replies: Sequence[tuple[str, Sequence[Component]]]) -> str:
    """The page: each question and its reply."""
    messages = [
        _message("alice", f"<p><mark>@Hustings</mark> {html.escape(question)}</p>", is_bot=False)
        + _message("Hustings", "".join(map(component, reply)), is_bot=True)
        for question, reply in replies
    ]
    style = STYLE.read_text(encoding="utf-8")
    return f'<!doctype html><meta charset="utf-8"><style>{style}</style><main>{"".join(messages)}</main>'


def photograph(source: str, picture: Path) -> None:
    """Writes a picture of the page. Raises ``FileNotFoundError`` where there is no Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise FileNotFoundError("Chromium is needed to draw the picture")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        file.write_text(source, encoding="utf-8")
        height = _height(chromium, folder, file)
        _run(chromium, folder, file, f"--window-size={WIDTH},{height}", f"--screenshot={picture}")
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--nofs", "--output", picture, "128", picture], check=True, timeout=60)


def _height(chromium: str, folder: str, file: Path) -> int:
    """How tall the page is, as a script in it says."""
    script = "<script>document.title = document.querySelector('main').offsetHeight</script>"
    measured = file.with_name("measured.html")
    measured.write_text(file.read_text(encoding="utf-8") + script, encoding="utf-8")
    shown = _run(chromium, folder, measured, f"--window-size={WIDTH},{TALLEST}", "--dump-dom")
    found = re.search(r"<title>(\d+)</title>", shown)
    return int(found[1]) if found else TALLEST


def _run(chromium: str, folder: str, file: Path, *options: str) -> str:
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1.5")
    command = [chromium, *flags, f"--user-data-dir={folder}/profile", *options, file.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def _components(answer: Answer) -> Sequence[Component]:
    """What is sent to Discord for an answer."""
    sent: Sequence[Component] = to_view(answer, controls=controls).to_components()  # type: ignore[no-untyped-call]
    return sent


def main() -> int:
    """Draws the picture."""
    assistant = build_assistant(load_settings())
    replies = [(question, _components(assistant.ask(question))) for question in QUESTIONS]
    photograph(page(replies), PICTURE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
