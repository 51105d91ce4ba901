"""A query inside a button: compressed into Discord's hundred characters, and read back as the untrusted input it is.

Nothing is remembered between a reply and the press of its button, so that buttons work after a restart, on another
shard and for ever.
"""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

from pydantic import BaseModel, ValidationError

from bot.rendering.limits import CUSTOM_ID
from knowledge.query import Query, from_data

PREFIX = "h1:"
"""Names this way of writing; another dictionary needs another prefix."""
_LARGEST = 4096
"""Bytes that a custom id may unpack to."""

# Preset for the compression, likeliest last; the names are those of the query algebra. Ids already sent depend on it.
_DICTIONARY = (
    b'"conditions":[{"measure":"operator":"<="value":"gender":"female""male""lost_by":["outcome":"gain""hold""runner_up":["'
    b'"winner":["step":1"anchor":{"kind":"notional""since":"until":"month":2"shape":"several","parts":["shape":"claims"'
    b'{"shape":"government"{"shape":"office","office":"prime-minister""person":"before":"after":"{"shape":"referendum"'
    b'{"shape":"explain","term":"{"shape":"what-if","transfers":[{"giver":["],"receiver":""ask":"to-win""to-switch"}'
    b'{"shape":"fate","where":{"ask":"made-from""exists"}{"shape":"aggregate","function":"average""sum""shape":"count"'
    b'{"shape":"list","where":{"of":"candidacies"}"limit":10,"nth":2{"shape":"rank","highest":false,"of":"contests","measure":"'
    b'{"shape":"totals","where":{"areas":["united-kingdom","scotland""wales""england""northern-ireland""london""north-west"'
    b'"yorkshire-and-the-humber""south-east""west-midlands""measures":["seats"]}"gains""turnout""electorate""swing"]}'
    b'{"shape":"quotes","speakers":["mnis-"ask":"who-said""did-say""words":"topic":"contests":["parl.{"shape":"history"'
    b'"ask":"last-change"}"members"}"won-by"}"held-since"}"ever-won"}"results"}{"shape":"holder","at":"20"relation":"before"}'
    b'"than":{"parties":["measure":"votes","more":true,{"type":"order",{"type":"direction",{"type":"outcome","outcome":"loss"'
    b'{"type":"overall"}{"type":"holder"}{"type":"place","place":2}{"type":"stood"}{"type":"won"}],"negated":true}"why":true}'
    b',"value":2000},"about":true}"operator":">"=",{"type":"number","condition":{"measure":"majority","operator":">=","value":'
    b'{"shape":"check","where":{"seats":["{"shape":"career","where":{"people":["mnis-4"dc-"c-"ask":"wins"}"first"}"count"}'
    b'{"shape":"compare","sides":[{"shape":"totals","where":{"areas":["prefer":"higher"}"lower"}"place":1},"focus":"runner-up"}'
    b'"focus":"candidates"}"full"}"closeness"}"party"}"place"}]},"measures":["majority_share"]}"votes"]}"share"]}"change"]}'
    b'"position"]}"turnout"]}"electorate"]}"swing"]}"parties":["conservative"]"labour"]"liberal-democrat"]"green"]"reform-uk"]'
    b'"ukip"]"snp"]"plaid-cymru"]"independent"]},"expect":["people":["mnis-'
    b"-and-the-north-east-south-west-central-mid-upon-tyne-city-of-east-west-north-south-and-"
    b"stoke-on-trent-newcastle-upon-lyme-birmingham-liverpool-manchester-sheffield-bristol-leeds-hull-london-glasgow-edinburgh-"
    b'"when":{"type":"relative","anchor":{"type":"latest"},"step":-1},"when":{"type":"between","since":"1918-01-01",'
    b'"when":{"type":"day","day":"2017-02-23"2024-07-04"2019-12-12"2015-05-07","kind":"general"},"by-election"},'
    b'"when":{"type":"latest","kind":"by-election"},general"}"when":{"type":"any"}},"measures":["majority"]}'
    b'"],"when":{"type":"years","years":[2010]2015]2017]2019]2024]},}},{"shape":"figure","where":{"seats":["'
    b'"]}}{"shape":"result","where":{"seats":["'
)


class BadChoiceError(Exception):
    """A custom id that holds no query: forged, cut, or of a way of writing that is gone."""


def pack(query: Query) -> str | None:
    """``query`` as a custom id, or None where it does not fit."""
    data = json.dumps(_compact(query), separators=(",", ":"), ensure_ascii=False).encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zlib.Z_DEFAULT_STRATEGY, _DICTIONARY)
    packed = packer.compress(data) + packer.flush()
    custom_id = PREFIX + base64.b85encode(packed).decode("ascii")
    return custom_id if len(custom_id) <= CUSTOM_ID else None


def unpack(custom_id: str) -> Query:
    """The query that ``pack`` wrote. Raises ``BadChoiceError`` for anything else."""
    if not custom_id.startswith(PREFIX) or len(custom_id) > CUSTOM_ID:
        raise BadChoiceError
    try:
        packed = base64.b85decode(custom_id.removeprefix(PREFIX))
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS, _DICTIONARY)
        data = unpacker.decompress(packed, _LARGEST)
        if not unpacker.eof or unpacker.unused_data:
            raise BadChoiceError
        return from_data(json.loads(data))
    except (ValueError, zlib.error, RecursionError, ValidationError) as error:
        raise BadChoiceError from error


def _compact(value: Any) -> Any:
    """Plain data without what equals its default, but with the names of shapes and types, which tell models apart."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return {
            name: _compact(held)
            for name, held in value
            if name in {"shape", "type"} or fields[name].is_required() or held != fields[name].default
        }
    if isinstance(value, tuple):
        return [_compact(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
