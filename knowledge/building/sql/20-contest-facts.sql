create table contest_facts (
    id integer primary key,
    contest text not null unique,
    election text not null,
    date text not null,
    kind text not null,
    parliament integer,
    constituency text not null,
    seat text not null,
    seat_name text not null,
    nation text not null,
    region text,
    boundary_set text not null,
    electorate integer,
    valid_votes integer,
    invalid_votes integer,
    turnout real,
    majority integer,
    majority_share real,
    result text,
    gain integer,
    winner_party text,
    exact_party text,
    winner_person text,
    winner_name text,
    winner_votes integer,
    second_party text,
    second_person text,
    second_name text,
    second_votes integer,
    third_party text,
    lost_party text,
    candidates integer,
    deposits_lost integer,
    swing real,
    declared_at text,
    writ text,
    cause text,
    previous_member text,
    previous_name text,
    seats integer not null,
    unopposed integer not null,
    detail text not null,
    source text not null
);

-- A pooled column that outgrows a named one may hide a candidate with more votes: then the place is not known.
-- Several members returned share their votes, so neither a turnout nor a majority follows from them.
insert into contest_facts
select
    row_number() over (order by e.date, c.id), c.id, e.id, e.date, e.kind, e.parliament,
    k.id, k.seat, k.name, k.nation, k.region, k.boundary_set,
    c.electorate,
    coalesce(c.valid_votes, case when c.detail = 'candidates' then p.cast_votes end) as valid,
    c.invalid_votes,
    case
        when c.seats = 1 and c.electorate > 0 and coalesce(c.valid_votes, case when c.detail = 'candidates' then p.cast_votes end) > 0
            then coalesce(c.valid_votes, p.cast_votes) * 1.0 / c.electorate
        else c.turnout
    end,
    coalesce(c.majority, case when c.detail = 'candidates' and c.seats = 1 then w.votes - s.votes end),
    case when c.seats = 1 then
        coalesce(c.majority, case when c.detail = 'candidates' then w.votes - s.votes end) * 1.0
        / nullif(coalesce(c.valid_votes, case when c.detail = 'candidates' then p.cast_votes end), 0)
    end,
    c.result, c.gain,
    wp.counts, coalesce(w.party, c.winner), w.person, coalesce(wn.name, w.name), w.votes,
    case when s.known then sp.counts end,
    case when s.known then s.person end,
    case when s.known then coalesce(sn.name, s.name) end,
    case when s.known then s.votes end,
    case when t.known then tp.counts end,
    lp.counts,
    case when c.detail = 'candidates' then p.named end,
    null,
    case when s.known then (w.change - s.change) / 2.0 end,
    c.declared_at, c.writ, c.cause, c.previous_member, pn.name,
    c.seats, c.unopposed, c.detail, c.source
from contests as c
join elections as e on e.id = c.election
join constituencies as k on k.id = c.constituency
left join placed as p on p.contest = c.id
left join candidacies as w on w.rowid = p.winner
left join (
    select q.contest, x.*, (x.votes is null or q.most_pooled is null or x.votes >= q.most_pooled) as known
    from placed as q join candidacies as x on x.rowid = q.second
) as s on s.contest = c.id and c.seats = 1
left join (
    select q.contest, x.party, (x.votes is null or q.most_pooled is null or x.votes >= q.most_pooled) as known
    from placed as q join candidacies as x on x.rowid = q.third
) as t on t.contest = c.id and c.seats = 1
left join people as wn on wn.id = w.person
left join people as sn on sn.id = s.person
left join people as pn on pn.id = c.previous_member
left join counted as wp on wp.party = coalesce(w.party, c.winner)
left join counted as sp on sp.party = s.party
left join counted as tp on tp.party = t.party
left join counted as lp on lp.party = c.lost_by
order by e.date, c.id;
