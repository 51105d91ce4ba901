"""A question cut into tokens."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading.scan import MAX_QUESTION, Token, TokenKind, clean, scan


def only(text: str) -> Token:
    """The one token of ``text``."""
    (token,) = scan(clean(text))
    return token


def words(text: str) -> list[str]:
    """The folded words and numbers of ``text``."""
    return [token.text for token in scan(clean(text)) if token.kind is not TokenKind.BREAK]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2017-02-23", date(2017, 2, 23)),
        ("1918-12-14", date(1918, 12, 14)),
        ("23/02/2017", date(2017, 2, 23)),
        ("23.2.2017", date(2017, 2, 23)),
        ("4/7/24", date(2024, 7, 4)),
        ("5/7/45", date(2045, 7, 5)),
        ("18/6/70", date(1970, 6, 18)),
    ],
)
def test_dates(text: str, day: date) -> None:
    token = only(text)
    assert (token.kind, token.day) == (TokenKind.DATE, day)


@pytest.mark.parametrize("text", ["2017-02-30", "31/02/2017", "45/45/2017"])
def test_a_date_that_never_was_is_left_out(text: str) -> None:
    assert scan(clean(text)) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("2147", 2147, ""),
        ("2,147", 2147, ""),
        ("13,748,002", 13748002, ""),
        ("6.9", 6.9, ""),
        ("6.9%", 6.9, "%"),
        ("8k", 8000, "k"),
        ("2.5m", 2_500_000, "m"),
        ("3rd", 3, "rd"),
        ("1st", 1, "st"),
        ("22nd", 22, "nd"),
        ("4TH", 4, "th"),
        ("12pts", 12, "pts"),
        ("5pt", 5, "pt"),
        ("3pp", 3, "pp"),
        ("1980s", 1980, "s"),
    ],
)
def test_numbers(text: str, value: float, unit: str) -> None:
    token = only(text)
    assert (token.kind, token.value, token.unit) == (TokenKind.NUMBER, value, unit)


@pytest.mark.parametrize("text", ["'17", "’17", "‘17"])
def test_two_digits_behind_an_apostrophe_are_a_year(text: str) -> None:
    token = only(text)
    assert (token.kind, token.text, token.value) == (TokenKind.YEAR, "17", 17)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ge17", [(TokenKind.WORD, "ge"), (TokenKind.YEAR, "17")]),
        ("GE2017", [(TokenKind.WORD, "ge"), (TokenKind.YEAR, "2017")]),
        ("by17", [(TokenKind.WORD, "by"), (TokenKind.YEAR, "17")]),
        ("2017ge", [(TokenKind.NUMBER, "2017"), (TokenKind.WORD, "ge")]),
    ],
)
def test_kinds_of_election_written_together_with_a_year(text: str, expected: list[tuple[TokenKind, str]]) -> None:
    assert [(token.kind, token.text) for token in scan(clean(text))] == expected


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Copeland's", "copeland"),
        ("Copeland’s", "copeland"),
        ("Corbyn´s", "corbyn"),
        ("James's", "james"),
        ("Copeland", "copeland"),
    ],
)
def test_possessives(text: str, base: str) -> None:
    assert only(text).base == base


@pytest.mark.parametrize("text", ["tories'", "tories’"])
def test_an_apostrophe_behind_an_s(text: str) -> None:
    assert only(text).text == "tories"


def test_possessives_are_still_read_as_typed() -> None:
    assert only("King's").text == "kings"
    assert words("st john's") == ["st", "johns"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ynys Môn", ["ynys", "mon"]),
        ("MÖTLEY", ["motley"]),
        ("Sinn Féin", ["sinn", "fein"]),
        ("ＣＯＰＥＬＡＮＤ", ["copeland"]),
        ("Mo\u0302n", ["mon"]),
        ("bath&wells", ["bath", "and", "wells"]),
        ("lab + con", ["lab", "and", "con"]),
        ("lab -> con", ["lab", "to", "con"]),
        ("lab → con", ["lab", "to", "con"]),
        ("50 %", ["50", "percent"]),
        ("stoke-on-trent", ["stoke", "on", "trent"]),
        ("O'Neill", ["oneill"]),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_capitals_are_noticed() -> None:
    assert [token.capital for token in scan("who won Bath")] == [False, False, True]


@pytest.mark.parametrize("text", ['say "Labour have held this"', "say “Labour have held this”"])
def test_quoted_words_are_kept_whole_and_read_too(text: str) -> None:
    tokens = scan(clean(text))
    assert [token.text for token in tokens if token.kind is TokenKind.QUOTED] == ["Labour have held this"]
    assert [token.text for token in tokens if token.kind is TokenKind.WORD] == ["say", "labour", "have", "held", "this"]
    assert all(text[token.start : token.end].casefold() == token.text for token in tokens[2:])


def test_single_quote_marks_quote_nothing() -> None:
    assert not [token for token in scan("who won 'Bath' then") if token.kind is TokenKind.QUOTED]


@pytest.mark.parametrize("sign", [".", ",", ":", ";", "?", "!", "(", ")", "\n", " - ", " – ", " — ", "…"])
def test_punctuation_parts_clauses(sign: str) -> None:
    kinds = [token.kind for token in scan(f"bath{sign}wells")]
    assert kinds == [TokenKind.WORD, TokenKind.BREAK, TokenKind.WORD]


@pytest.mark.parametrize(
    "text",
    [
        "**who** won *bath*",
        "__who__ won ~~bath~~",
        "`who won bath`",
        "> who won bath",
        "||who won bath||",
        "```who won bath```",
        "<@123> who won bath",
        "<@!123> who won bath <@&456>",
        "<#789> who won bath",
        "who won <:vote:123> bath <a:party:99>",
        "</ask:123> who won bath",
        "who won bath https://example.org/a?b=c",
        "who\u200b won\u200d ba\u00adth",
        "\u202ewho won bath\u202c",
        "\ufeffwho won bath",
        "  who   won\tbath  ",
    ],
)
def test_what_is_no_part_of_a_question_is_left_out(text: str) -> None:
    assert words(text) == ["who", "won", "bath"]


def test_other_scripts_are_noticed_and_not_read() -> None:
    assert [token.kind for token in scan("кто won")] == [TokenKind.OTHER, TokenKind.WORD]
    assert scan("🎉🗳️") == []


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "<@1>", "***"])
def test_nothing_is_nothing(text: str) -> None:
    assert scan(clean(text)) == []


def test_a_question_is_capped() -> None:
    assert len(clean("a" * 5000)) == MAX_QUESTION == 300
    long = "who won bath " + "x " * 400
    assert words(long)[:3] == ["who", "won", "bath"]
    assert len(clean("\u200b" * 600 + "who won bath")) == len("who won bath")


def test_positions_lead_back_to_the_text() -> None:
    text = clean("Who won Bath's seat in '17, 2,147 votes?")
    for token in scan(text):
        assert 0 <= token.start < token.end <= len(text)
        if token.kind is TokenKind.WORD:
            assert text[token.start : token.end].casefold().replace("'", "") == token.text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("croydon nth by-e", ["croydon", "nth", "by", "election"]),
        ("selby b/e 23", ["selby", "by", "election", "23"]),
        ("bye e winner", ["by", "election", "winner"]),
        ("by-es in 2023", ["by", "elections", "in", "2023"]),
        ("belfast e", ["belfast", "e"]),
        ("selby by-elec", ["selby", "by", "elec"]),
    ],
)
def test_the_first_letter_of_an_election_is_no_east(text: str, meant: list[str]) -> None:
    assert words(text) == meant
