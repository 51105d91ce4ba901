create table candidacy_facts (
    contest text not null,
    election text not null,
    date text not null,
    kind text not null,
    parliament integer,
    constituency text not null,
    seat text not null,
    seat_name text not null,
    nation text not null,
    region text,
    person text,
    name text,
    published_name text,
    family text,
    party text not null,
    exact_party text not null,
    label text,
    votes integer,
    share real,
    change real,
    position integer,
    elected integer not null,
    deposit_lost integer,
    behind integer,
    winner_party text,
    second_party text,
    pooled integer not null,
    detail text not null,
    candidates integer,
    source text not null
);

-- A deposit was lost below one eighth of the valid votes until the Representation of the People Act 1985 made
-- it one twentieth; "not more than" in both, from the first polls after the Act, counted on whole votes.
-- Notional results had no deposits, and a party's column may add up several candidates.
insert into candidacy_facts
select
    f.contest, f.election, f.date, f.kind, f.parliament, f.constituency, f.seat, f.seat_name, f.nation, f.region,
    c.person, coalesce(n.name, c.name), nullif(c.name, coalesce(n.name, c.name)), n.family,
    y.counts, c.party, c.label, c.votes,
    coalesce(c.share, case when f.seats = 1 then c.votes * 1.0 / nullif(f.valid_votes, 0) end),
    c.change,
    coalesce(c.position, case when f.detail = 'candidates' and c.votes is not null then r.place end),
    c.elected,
    case when f.kind <> 'notional' and f.detail = 'candidates' and f.seats = 1 and f.valid_votes > 0
        then c.votes * case when f.date < '1985-10-01' then 8 else 20 end <= f.valid_votes end,
    case when f.seats = 1 then case when c.elected then f.second_votes else f.winner_votes end - c.votes end,
    f.winner_party, f.second_party, c.pooled, f.detail, f.candidates, f.source
from candidacies as c
join contest_facts as f on f.contest = c.contest
join ranked as r on r.candidacy = c.rowid
left join people as n on n.id = c.person
left join counted as y on y.party = c.party
order by f.date, f.contest, r.pooled, r.place;

create index candidacy_contest on candidacy_facts (contest);

update contest_facts set deposits_lost = (
    select sum(d.deposit_lost) from candidacy_facts as d where d.contest = contest_facts.contest
) where detail = 'candidates' and kind <> 'notional';
