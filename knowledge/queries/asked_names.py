"""Whether a name as typed means somebody held by name."""

from __future__ import annotations

from knowledge.fold import fold


def means(asked: str, name: str) -> bool:
    """Whether ``asked``, a surname or a full name, perhaps with a possessive s, means the person called ``name``.

    A surname matches the name's words but the first; several words must all be in the name and end in such a one.

    >>> means("starmers", "Keir Starmer"), means("keir", "Keir Starmer"), means("home", "Alec Douglas-Home")
    (True, False, True)
    """
    words = fold(name).split()
    surnames = words[1:] or words
    typed = fold(asked).split()
    if not typed:
        return False
    last = typed[-1]
    endings = {last, last.removesuffix("s")}
    return bool(endings & set(surnames)) and set(typed[:-1]) <= set(words)
