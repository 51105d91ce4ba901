"""What is known of the best-known parties beyond the files: id, names as commonly used, and colour on maps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Known:
    """A party's id and presentation. ``published`` are its names in the files, the first one its own."""

    id: str
    published: tuple[str, ...]
    colour: str | None = None
    plural: str | None = None
    name: str | None = None
    """The name shown, where it is not the published one."""
    short: str | None = None
    counts_as: str | None = None


KNOWN: tuple[Known, ...] = (
    Known("conservative", ("Conservative",), "#0087dc", "Conservatives"),
    Known("labour", ("Labour", "Labour Party"), "#e4003b", "Labour"),
    Known("labour-coop", ("Labour and Co-operative",), "#e4003b", "Labour", short="Lab Co-op", counts_as="labour"),
    Known("liberal-democrat", ("Liberal Democrat",), "#faa61a", "Liberal Democrats"),
    Known("snp", ("Scottish National Party",), "#fdf38e", "SNP"),
    Known("plaid-cymru", ("Plaid Cymru",), "#005b54", "Plaid Cymru"),
    Known("green", ("Green Party", "Green"), "#02a95b", "Greens"),
    Known("scottish-green-party", ("Scottish Green Party",), "#02a95b", "Scottish Greens", counts_as="green"),
    Known("green-party-northern-ireland", ("Green Party Northern Ireland",), "#02a95b", "Greens", counts_as="green"),
    Known("reform-uk", ("Reform UK",), "#12b6cf", "Reform UK"),
    Known("brexit-party", ("The Brexit Party",), "#12b6cf", "Brexit Party", name="Brexit Party"),
    Known("ukip", ("UK Independence Party", "United Kingdom Independence Party"), "#6d3177", "UKIP"),
    Known("dup", ("Democratic Unionist Party",), "#d46a4c", "DUP"),
    Known("sinn-fein", ("Sinn Féin", "Sinn Fein"), "#326760", "Sinn Féin"),
    Known("sdlp", ("Social Democratic and Labour Party", "Social Democratic & Labour Party"), "#2aa82c", "SDLP"),
    Known("uup", ("Ulster Unionist Party",), "#48a5ee", "Ulster Unionists"),
    Known(
        "ulster-conservatives-and-unionists-new-force",
        ("Ulster Conservatives and Unionists - New Force",),
        "#48a5ee",
        short="UCUNF",
        counts_as="uup",
    ),
    Known("alliance", ("Alliance", "Alliance Party"), "#f6cb2f", "Alliance"),
    Known("traditional-unionist-voice", ("Traditional Unionist Voice",), "#0c3a6a", "TUV"),
    Known("speaker", ("Speaker", "Commons Speaker"), "#666666"),
    Known("independent", ("Independent", "Independent 2 etc."), "#888888", "independents"),
    Known("liberal", ("Liberal",), "#eb7a43", "Liberals"),
    Known("others", ("Others",), "#aaaaaa", "others", short="Oth"),
    Known("british-national-party", ("British National Party",), "#2e3b74", "BNP"),
    Known("english-democrats", ("English Democrats",), "#915f6d", "English Democrats"),
    Known("respect-party", ("Respect Party",), "#46801c", "Respect"),
    Known("workers-party-of-britain", ("Workers Party of Britain",), "#780021", "Workers Party"),
    Known("trade-unionist-and-socialist-coalition", ("Trade Unionist and Socialist Coalition",), "#ec008c", "TUSC"),
    Known("social-democratic-party", ("Social Democratic Party",), "#d25469", "SDP"),
    Known("the-yorkshire-party", ("The Yorkshire Party",), "#00aeef", name="Yorkshire Party"),
    Known("yorkshire-first", ("Yorkshire First", "The Yorkshire Party (was Yorkshire First)"), "#00aeef"),
    Known("alba-party", ("Alba Party",), "#005eb8", "Alba"),
    Known("scottish-socialist-party", ("Scottish Socialist Party",), "#ff0000", "SSP"),
    Known("official-monster-raving-loony-party", ("Official Monster Raving Loony Party",), "#fff000", "Loonies"),
    Known("count-binface-party", ("Count Binface Party",), "#a9a9a9"),
    Known("christian-peoples-alliance", ("Christian Peoples Alliance", "Christian Peoples Alliance Party"), "#813887"),
    Known("heritage-party", ("Heritage Party",), "#0d7eba"),
    Known("womens-equality-party", ("Women's Equality Party",), "#432360"),
    Known("national-health-action-party", ("National Health Action Party",), "#0071bb"),
    Known("animal-welfare-party", ("Animal Welfare Party",), "#ed174b"),
    Known("rejoin-eu", ("Rejoin EU",), "#03499e"),
    Known("aontu", ("Aontú",), "#44532a"),
    Known("people-before-profit-alliance", ("People Before Profit Alliance", "People Before Profit"), "#e91d50"),
    Known("mebyon-kernow-the-party-for-cornwall", ("Mebyon Kernow - The Party for Cornwall",), "#d5c229"),
    Known("national-front", ("National Front",), "#191970"),
    Known("socialist-labour-party", ("Socialist Labour Party",), "#ee1c25"),
    Known("the-independent-group-for-change", ("The Independent Group for Change",), "#222221"),
    Known("ashfield-independents", ("Ashfield Independents",), "#808080"),
    Known("blaenau-gwent-peoples-voice", ("Blaenau Gwent People's Voice",), "#888888"),
    Known(
        "independent-kidderminster-hospital-and-health-concern",
        ("Independent Kidderminster Hospital and Health Concern",),
        "#db7093",
    ),
    Known("lincolnshire-independents-lincolnshire-first", ("Lincolnshire Independents Lincolnshire First",)),
    Known("common-good", ("Common Good",)),
)

KNOWN_BY_NAME: Mapping[str, Known] = MappingProxyType({name: known for known in KNOWN for name in known.published})
