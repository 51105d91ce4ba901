"""Names of places that mean something else in a question, and so are left out of the bulk."""

from __future__ import annotations

_WORDS = """
angel badminton bank battle began blackness boho bowling brent bridge broom bunny chapel close coat crank downside
fence gain hammer hatch hints hook hope jump knock locking loose lost majority march margin matching mucking oval over
patching pill pool quarter rake record rest ridge rule seal seat send sheet shelf sound speaker star stoke strand
street swing tempo triangle turn victoria vote voter wall water well wing winner work
"""
WORDS = frozenset(_WORDS.split())
"""Words of the language: a village of that name would turn any question with the word into one about it."""

_PHRASES = """
child support agency
clock face
common edge
common side
cross keys
custom house
down end
down house
five ashes
guide post
high cross
key green
lane end
low row
mark cross
new end
new lane
non geographic
stock green
the den
the isle
the lee
well end
wide open
"""
PHRASES = frozenset(_PHRASES.strip().splitlines())
"""The same of several words."""
