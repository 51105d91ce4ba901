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
    b'"conditions":[{"measure":"operator":"value":"gender":"female""lost_by":["outcome":"gain""hold""runner_up":["winner":["'
    b'"step":-1"anchor":"kind":"by-election""general-election""notional""referendum""since":"until":"month":2'
    b'"shape":"several","parts":["shape":"claims","shape":"government","shape":"office","office":"prime-minister"'
    b'"shape":"explain","term":"shape":"fate","ask":"became""made-from""exists""shape":"what-if","transfers":['
    b'"shape":"compare","sides":["shape":"aggregate","function":"average""shape":"count","shape":"list","of":"candidacies"'
    b'"shape":"rank","of":"contests","highest":false,"limit":10,"nth":2"shape":"totals","areas":["united-kingdom","scotland"'
    b'"wales""england""northern-ireland""london""north-west""yorkshire-and-the-humber""shape":"check","expect":[{"type":"won"'
    b'"shape":"quotes","speakers":["mnis-","words":"topic":"contests":["parl."shape":"career","where":{"people":["mnis-'
    b'"dc-"c-"shape":"history","ask":"last-change""members""won-by""held-since""results""shape":"holder","at":"20"relation":'
    b'"turnout""electorate""majority_share""votes""share""change""swing""position""focus":"runner-up""candidates""full""party"'
    b'"parties":["conservative"]"labour"]"liberal-democrat"]"green"]"reform-uk"]"ukip"]"snp"]"plaid-cymru"]'
    b"-and-the-north-east-south-west-central-mid-upon-tyne-city-of-east-west-north-south-and-"
    b"stoke-on-trent-newcastle-upon-lyme-birmingham-liverpool-manchester-sheffield-bristol-leeds-hull-london-glasgow-edinburgh-"
    b'"measures":["majority"]"when":{"type":"day","day":"2024-07-04""when":{"type":"any"}"when":{"type":"latest","kind":"'
    b'"when":{"type":"years","years":[2010]2015]2017]2019]2024]}}{"shape":"figure","where":{"seats":["'
    b'{"shape":"result","where":{"seats":["'
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
