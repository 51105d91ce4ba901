"""Names of places that mean something else in a question, and so are left out of the bulk."""

from __future__ import annotations

_WORDS = """
acre angel badminton bank battle began blackness boho borstal botanic bowling bready brent bridge britannia broom
bunny champany chapel close coat coven crank crossroads downside fans farewell fence gain griff hammer hatch
hawthorn highway hints hook hope hound intake jordans jubilee jump knock loans locking loose lost majority march
margin matching monument mucking oaken oval over patching pill pleasance pool quarter rake record rest rhodesia
ridge ridgeway rule seal seat send sheet shelf shop sound speaker star steep stoke stormont strand streat street
strete summit swing talkin tempo thong toppings triangle turn vicarage victoria vote voter wall water weekley well
wing winner work
"""
WORDS = frozenset(_WORDS.split())
"""Words of the language, and misspellings of them: a village of that name would turn a question with the word into one
about the village."""

_PHRASES = """
aberdeen city
bird end
child support agency
city of nottingham
clock face
common edge
common side
cross keys
custom house
down end
down house
five ashes
garden city
george green
glasgow city
great chart
guide post
high cross
high street
higher town
jack hill
key green
lane end
lisburn city
low row
lower town
mark cross
new end
new lane
new town
non geographic
north third
north town
robin hood
south end
south street
station town
stock green
the den
the isle
the lee
the lodge
the moor
the stocks
the village
town end
town green
town row
town street
well end
west park
west town
wide open
"""
PHRASES = frozenset(_PHRASES.strip().splitlines())
"""The same of several words, with cities that are in more seats than the point of their name."""
