"""A tiny set of packs, correct in itself, that tests write out, break and build."""

from __future__ import annotations

from pathlib import Path

HEAD = """\
id = "tiny"
title = "Two seats at two elections"
licence = "CC0"
as_of = 2024-07-05
about = "Made up for tests, after real places."

[files]
{files}

[[sources]]
id = "tiny-source"
publisher = "Testers"
title = "Made-up results"
address = "https://example.org/"
licence = "CC0"
as_of = 2024-07-05
"""

ROWS = {
    "elections.csv": """\
id,kind,date,name,parliament
parl.2019-12-12,general,2019-12-12,2019 general election,58
parl.by.2021-05-06,by-election,2021-05-06,by-elections of 6 May 2021,58
""",
    "regions.csv": """\
id,name,part_of
united-kingdom,United Kingdom,
england,England,united-kingdom
wales,Wales,united-kingdom
north-west,North West,england
""",
    "constituencies.csv": """\
id,seat,name,name_cy,nation,region,boundary_set,first,abolished
bath.2010,bath,Bath,,england,north-west,2010,2010-05-06,2024-07-04
ynys-mon.2010,ynys-mon,Ynys Môn,Sir Fôn,wales,,2010,2010-05-06,2024-07-04
""",
    "parties.csv": """\
id,name,short,plural,counts_as
conservative,Conservative,Con,Conservatives,
labour,Labour,Lab,,
labour-coop,Labour and Co-operative,Lab Co-op,,labour
green,Green,Green,Greens,
""",
    "people.csv": """\
id,name,family
mnis-1,Ann Able,Able
mnis-2,Bob Baker,Baker
dc-3,Cat Cook,Cook
dc-4,Dan Drew,Drew
""",
    "contests.csv": """\
id,election,constituency,electorate,valid_votes,invalid_votes,majority,result,winner,gain,lost_by,previous_member
parl.bath.2019-12-12,parl.2019-12-12,bath.2010,2000,1000,5,100,Con gain from Lab,conservative,true,labour,
parl.ynys-mon.2019-12-12,parl.2019-12-12,ynys-mon.2010,1000,800,2,300,Lab Co-op hold,labour-coop,false,,
parl.bath.by.2021-05-06,parl.by.2021-05-06,bath.2010,2000,500,1,50,Lab gain from Con,labour,true,conservative,mnis-1
""",
    "candidacies.csv": """\
contest,person,name,party,votes,share,change,position,elected
parl.bath.2019-12-12,mnis-1,Ann Able,conservative,520,0.52,0.04,1,true
parl.bath.2019-12-12,mnis-2,Robert Baker,labour,420,0.42,-0.06,2,false
parl.bath.2019-12-12,dc-3,Cat Cook,green,60,0.06,0.02,3,false
parl.ynys-mon.2019-12-12,dc-4,Dan Drew,labour-coop,530,0.6625,0.01,1,true
parl.ynys-mon.2019-12-12,,Eve Earl,conservative,230,0.2875,-0.01,2,false
parl.ynys-mon.2019-12-12,,Fay Ford,green,40,0.05,,3,false
parl.bath.by.2021-05-06,mnis-2,Bob Baker,labour,275,0.55,0.13,1,true
parl.bath.by.2021-05-06,,Guy Gray,conservative,225,0.45,-0.07,2,false
""",
}


def write_pack(
    root: Path, changes: dict[str, tuple[str, str]] | None = None, extra: dict[str, str] | None = None
) -> Path:
    """Write the tiny pack below ``root`` with ``extra`` files and ``changes`` (file -> old text, new text)."""
    files = {**ROWS, **(extra or {})}
    for file, (old, new) in (changes or {}).items():
        assert old in files[file], f"{old!r} is not in {file}"
        files[file] = files[file].replace(old, new)
    folder = root / "tiny"
    folder.mkdir(parents=True, exist_ok=True)
    stems = "\n".join(f'{file.partition(".")[0]} = "tiny-source"' for file in files if not file.startswith("pack"))
    (folder / "pack.toml").write_text(HEAD.format(files=stems), encoding="utf-8")
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8")
    return folder
