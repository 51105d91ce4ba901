"""Candidates of 2010 to 2017 without an id who are known to be one person: leaders and elected representatives."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.fold import fold
from knowledge.importers.psephology_standings import Standing


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody whose candidacies in these seats are known to be the same person's, and how."""

    name: str
    party: str
    seats: tuple[str, ...]
    known_as: str


IDENTITIES: tuple[Identity, ...] = (
    Identity(
        "Paul Nuttall",
        "ukip",
        ("bootle", "stoke-on-trent-central", "boston-and-skegness"),
        "leader of UKIP from November 2016 to June 2017",
    ),
    Identity(
        "Natalie Bennett",
        "green",
        ("holborn-and-st-pancras", "sheffield-central"),
        "leader of the Green Party from 2012 to 2016",
    ),
    Identity(
        "Jonathan Bartley",
        "green",
        ("streatham", "dulwich-and-west-norwood"),
        "co-leader of the Green Party from 2016 to 2021",
    ),
    Identity("Gerard Batten", "ukip", ("romford", "maidenhead"), "leader of UKIP from 2018 to 2019"),
    Identity(
        "Peter Whittle",
        "ukip",
        ("eltham", "south-basildon-and-east-thurrock"),
        "member of the London Assembly from 2016",
    ),
    Identity(
        "David Kurten",
        "ukip",
        ("camberwell-and-peckham", "castle-point", "lewisham-east", "bognor-regis-and-littlehampton"),
        "member of the London Assembly from 2016",
    ),
)


def known_identity(one: Standing) -> str | None:
    """A key that the candidacies of one known person share."""
    for identity in IDENTITIES:
        if one.party == identity.party and one.seat in identity.seats and fold(one.name) == fold(identity.name):
            return identity.name
    return None
