"""Which file of a pack holds which rows: the one registry that loading, building and checking share."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from knowledge.models.base import Row
from knowledge.models.country import AreaTotal, Government, Office, PartyTotal, Referendum, ReferendumCount
from knowledge.models.elections import Candidacy, Contest, Correction, Election
from knowledge.models.parties import Party, PartyName, Person, PersonName, Spell
from knowledge.models.places import Constituency, Place, Region, Succession
from knowledge.models.words import Claim, Explainer, Quote

TABLES: Mapping[str, type[Row]] = MappingProxyType(
    {
        "elections": Election,
        "contests": Contest,
        "candidacies": Candidacy,
        "corrections": Correction,
        "constituencies": Constituency,
        "successions": Succession,
        "regions": Region,
        "places": Place,
        "parties": Party,
        "party_names": PartyName,
        "people": Person,
        "person_names": PersonName,
        "spells": Spell,
        "party_totals": PartyTotal,
        "area_totals": AreaTotal,
        "governments": Government,
        "offices": Office,
        "referendums": Referendum,
        "referendum_counts": ReferendumCount,
        "quotes": Quote,
        "claims": Claim,
        "explainers": Explainer,
    }
)
"""Table name -> row model. A pack file ``{table}.csv`` or ``{table}.toml`` (an array of tables named ``{table}``)
holds rows of that table; ``{table}-anything.csv`` does too, so that a large table can be split."""
