-- Totals by area of general elections and notional ones: first by the smallest parts, then rolled up.

create temp table parts as
select distinct election, kind, date, nation, region from contest_facts where kind in ('general', 'notional');

create temp table part_areas as
select election, nation, region, nation as area from parts
union all select election, nation, region, region from parts where region is not null and region <> nation
union all select election, nation, region, 'great-britain' from parts where nation in ('england', 'scotland', 'wales')
union all select election, nation, region, 'united-kingdom' from parts;

-- Whether every candidate of every contest is held; published totals then have nothing to add.
create temp table whole as
select election, min(date) as date, min(kind) as kind, min(detail = 'candidates') as held, max(source) as source
from contest_facts where kind in ('general', 'notional') group by election;

create temp table area_sums as
select
    a.election, a.area,
    case when count(f.electorate) = count(*) then sum(f.electorate) end as electorate,
    case when count(f.valid_votes) + sum(f.unopposed) >= count(*) then sum(f.valid_votes) end as valid_votes,
    case when count(f.invalid_votes) = count(*) then sum(f.invalid_votes) end as invalid_votes,
    sum(f.seats) as seats,
    case when count(f.candidates) = count(*) then sum(f.candidates) end as candidates,
    case when count(f.deposits_lost) = count(*) then sum(f.deposits_lost) end as deposits_lost
from contest_facts as f
join part_areas as a on a.election = f.election and a.nation = f.nation and a.region is f.region
group by a.election, a.area;

create table area_facts (
    election text not null, date text not null, kind text not null, area text not null,
    electorate integer, valid_votes integer, invalid_votes integer, turnout real,
    seats integer, candidates integer, deposits_lost integer, women_elected integer,
    worked_out integer not null, source text not null,
    primary key (election, area)
) without rowid;

insert into area_facts
select
    k.election, e.date, e.kind, k.area,
    coalesce(t.electorate, s.electorate), coalesce(t.valid_votes, s.valid_votes), s.invalid_votes,
    coalesce(t.turnout, coalesce(t.valid_votes, s.valid_votes) * 1.0 / nullif(coalesce(t.electorate, s.electorate), 0)),
    coalesce(t.seats, s.seats), coalesce(t.candidates, s.candidates), s.deposits_lost, w.women_elected,
    t.election is null, coalesce(t.source, h.source)
from (select election, area from area_sums union select election, area from area_totals) as k
join elections as e on e.id = k.election
left join whole as h on h.election = k.election
left join area_sums as s on s.election = k.election and s.area = k.area
left join area_totals as w on w.election = k.election and w.area = k.area
left join area_totals as t on t.election = k.election and t.area = k.area and not coalesce(h.held, 0)
where t.election is not null or s.election is not null;

-- Votes that are not held of a party's candidate who was opposed make its sum too small to be told.
create temp table party_parts as
select
    f.election, f.nation, f.region, c.party,
    sum(c.votes) as votes, sum(c.votes is null and not f.unopposed) as without_votes, sum(c.elected) as seats,
    sum(c.person is not null or c.name is not null) as candidates, sum(c.deposit_lost) as deposits_lost
from candidacy_rows as c join contest_facts as f on f.id = c.contest_id
where c.kind in ('general', 'notional')
group by f.election, f.nation, f.region, c.party;

create temp table seat_parts as
select election, nation, region, second_party as party, 1 as seconds, 0 as gains, 0 as losses
from contest_facts where kind in ('general', 'notional') and second_party is not null
union all
select election, nation, region, winner_party, 0, 1, 0
from contest_facts where kind in ('general', 'notional') and gain and winner_party is not null
union all
select election, nation, region, lost_party, 0, 0, 1
from contest_facts where kind in ('general', 'notional') and gain and lost_party is not null;

-- Hold or gain is held for an election as a whole or not at all.
create temp table with_gains as
select distinct election from contest_facts where gain is not null;

create temp table party_sums as
select
    a.election, a.area, x.party,
    case when sum(x.without_votes) = 0 then sum(x.votes) end as votes, sum(x.seats) as seats,
    sum(x.candidates) as candidates, sum(x.deposits_lost) as deposits_lost,
    sum(x.seconds) as seconds, sum(x.gains) as gains, sum(x.losses) as losses
from (
    select
        election, nation, region, party, votes, without_votes, seats, candidates, deposits_lost,
        0 as seconds, 0 as gains, 0 as losses
    from party_parts
    union all
    select election, nation, region, party, null, 0, 0, 0, null, sum(seconds), sum(gains), sum(losses)
    from seat_parts group by election, nation, region, party
) as x
join part_areas as a on a.election = x.election and a.nation = x.nation and a.region is x.region
group by a.election, a.area, x.party;
create unique index temp.party_sums_key on party_sums (election, area, party);

create temp table party_published as
select
    t.election, t.area, y.counts as party,
    sum(t.votes) as votes, sum(t.share) as share, sum(t.seats) as seats, sum(t.candidates) as candidates,
    max(t.source) as source
from party_totals as t
join counted as y on y.party = t.party
left join whole as h on h.election = t.election
where not coalesce(h.held, 0)
group by t.election, t.area, y.counts;
create unique index temp.party_published_key on party_published (election, area, party);

-- Members whom a published total counts with another party than the results name.
create temp table party_included as
select t.election, t.area, i.value as party
from party_totals as t join json_each(t.including) as i
left join whole as h on h.election = t.election
where not coalesce(h.held, 0);

create table totals (
    election text not null, date text not null, kind text not null, area text not null, party text not null,
    votes integer, share real, seats integer, candidates integer,
    deposits_lost integer, seconds integer, gains integer, losses integer,
    worked_out integer not null, source text not null,
    primary key (election, area, party)
) without rowid;

insert into totals
select
    k.election, e.date, e.kind, k.area, k.party,
    coalesce(t.votes, s.votes),
    coalesce(t.share, coalesce(t.votes, s.votes) * 1.0 / nullif(a.valid_votes, 0)),
    coalesce(t.seats, s.seats),
    coalesce(t.candidates, case when h.held then s.candidates end),
    s.deposits_lost,
    case when h.held then coalesce(s.seconds, 0) end,
    case when g.election is not null then coalesce(s.gains, 0) end,
    case when g.election is not null then coalesce(s.losses, 0) end,
    t.election is null, coalesce(t.source, h.source)
from (select election, area, party from party_sums union select election, area, party from party_published) as k
join elections as e on e.id = k.election
left join whole as h on h.election = k.election
left join with_gains as g on g.election = k.election
left join area_facts as a on a.election = k.election and a.area = k.area
left join party_sums as s on s.election = k.election and s.area = k.area and s.party = k.party
left join party_published as t on t.election = k.election and t.area = k.area and t.party = k.party
where not exists (
    select 1 from party_included as i where i.election = k.election and i.area = k.area and i.party = k.party
);
