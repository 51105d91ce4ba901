-- What is worked out of each candidacy. What its contest says as well is there once, and joined by the view below:
-- that makes the compiled file a third of the size, and rows of one contest, and of one day, lie together.
create table candidacy_rows (
    contest_id integer not null references contest_facts (id),
    election_id integer not null,
    kind text not null,
    person text,
    name text,
    published_name text,
    party text not null,
    other_party text,
    label text,
    votes integer,
    share real,
    change real,
    position integer,
    elected integer not null,
    deposit_lost integer,
    behind integer,
    pooled integer not null
);

-- A deposit was lost below one eighth of the valid votes until the Representation of the People Act 1985 made
-- it one twentieth; "not more than" in both, from the first polls after the Act, counted on whole votes.
-- Notional results had no deposits, and a party's column may add up several candidates.
-- A place is known where no pooled column can hide a candidate with more votes.
insert into candidacy_rows
select
    f.id, e.rowid, f.kind,
    c.person, coalesce(n.name, c.name), nullif(c.name, coalesce(n.name, c.name)),
    y.counts, nullif(c.party, y.counts), c.label, c.votes,
    coalesce(c.share, case when f.seats = 1 then c.votes * 1.0 / nullif(f.valid_votes, 0) end),
    c.change,
    coalesce(c.position, case
        when c.votes is null then null
        when f.detail = 'candidates' then r.place
        when f.seats = 1 and not c.pooled and c.votes >= coalesce(p.most_pooled, 0) then r.place
    end),
    c.elected,
    case when f.kind <> 'notional' and f.detail = 'candidates' and f.seats = 1 and f.valid_votes > 0
        then c.votes * case when f.date < '1985-10-01' then 8 else 20 end <= f.valid_votes end,
    case when f.seats = 1 then case when c.elected then f.second_votes else f.winner_votes end - c.votes end,
    c.pooled
from contest_facts as f
cross join ranked as r on r.contest = f.contest
join candidacies as c on c.rowid = r.candidacy
join elections as e on e.id = f.election
left join people as n on n.id = c.person
join counted as y on y.party = c.party
left join placed as p on p.contest = f.contest
order by f.id, r.pooled, r.place;

create index candidacy_contest on candidacy_rows (contest_id);

update contest_facts set deposits_lost = (
    select sum(d.deposit_lost) from candidacy_rows as d where d.contest_id = contest_facts.id
) where detail = 'candidates' and kind <> 'notional';

create view candidacy_facts as
select
    f.contest, e.id as election, f.date, c.kind, f.parliament, f.constituency, f.seat, f.seat_name, f.nation, f.region,
    c.person, c.name, c.published_name, (select n.family from people as n where n.id = c.person) as family,
    c.party, coalesce(c.other_party, c.party) as exact_party, c.label, c.votes, c.share, c.change, c.position,
    c.elected, c.deposit_lost, c.behind, f.winner_party, f.second_party, c.pooled, f.detail, f.candidates, f.source
from candidacy_rows as c
join contest_facts as f on f.id = c.contest_id
join elections as e on e.rowid = c.election_id;
