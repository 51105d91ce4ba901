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
    exact_lost text,
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
    source text not null,
    exact_previous text
);

-- Several members returned share their votes, so neither a turnout nor a majority follows from them.
insert into contest_facts (
    contest, election, date, kind, parliament, constituency, seat, seat_name, nation, region, boundary_set,
    electorate, valid_votes, invalid_votes, turnout, majority, majority_share, result, gain, winner_party,
    exact_party, winner_person, winner_name, winner_votes, second_party, second_person, second_name,
    second_votes, third_party, lost_party, exact_lost, candidates, deposits_lost, swing, declared_at, writ,
    cause, previous_member, previous_name, seats, unopposed, detail, source,
    exact_previous
)
select
    c.id, e.id, e.date, e.kind, e.parliament,
    k.id, k.seat, k.name, k.nation, k.region, k.boundary_set,
    c.electorate, c.valid, c.invalid_votes,
    case when c.seats = 1 and c.electorate > 0 and c.valid > 0 then c.valid * 1.0 / c.electorate else c.turnout end,
    coalesce(c.majority, case when c.detail = 'candidates' then w.votes - s.votes end),
    case when c.seats = 1 then
        coalesce(c.majority, case when c.detail = 'candidates' then w.votes - s.votes end) * 1.0 / nullif(c.valid, 0)
    end,
    c.result, c.gain,
    wp.counts, coalesce(w.party, c.winner), w.person, coalesce(wn.name, w.name), w.votes,
    sp.counts, s.person, coalesce(sn.name, s.name), s.votes,
    tp.counts, lp.counts, nullif(c.lost_by, lp.counts),
    case when c.detail = 'candidates' then c.named end,
    null,
    (w.change - s.change) / 2.0,
    c.declared_at, c.writ, c.cause, c.previous_member, pn.name,
    c.seats, c.unopposed, c.detail, c.source, b.party
from (
    select c.*, p.winner as first, p.second, p.third, p.named,
        coalesce(c.valid_votes, case when c.detail = 'candidates' then p.cast_votes end) as valid
    from contests as c left join placed as p on p.contest = c.id
) as c
join elections as e on e.id = c.election
join constituencies as k on k.id = c.constituency
left join candidacies as w on w.rowid = c.first
left join candidacies as s on s.rowid = c.second and c.seats = 1
left join candidacies as t on t.rowid = c.third and c.seats = 1
left join people as wn on wn.id = w.person
left join people as sn on sn.id = s.person
left join people as pn on pn.id = c.previous_member
-- A member may have changed parties since the election: the last spell before the by-election says for whom they sat.
left join (
    select c.id, s.party, row_number() over (partition by c.id order by s.start desc) as back
    from contests as c join elections as e on e.id = c.election
    join spells as s on s.person = c.previous_member and s.start < e.date
) as b on b.id = c.id and b.back = 1
left join counted as wp on wp.party = coalesce(w.party, c.winner)
left join counted as sp on sp.party = s.party
left join counted as tp on tp.party = t.party
left join counted as lp on lp.party = c.lost_by
order by e.date, c.id;

-- Published changes at by-elections are often rounded to a tenth of a point, and half of two such is a tenth out: where
-- the shares of both sides and of the general election before bear the published swing out, theirs is exact.
update contest_facts as f
set swing = x.exact
from (
    select k.contest, ((w.share - wb.share) - (s.share - sb.share)) / 2.0 as exact
    from (
        select b.contest, (
            select g.contest from contest_facts as g
            where g.constituency = b.constituency and g.kind = 'general-election' and g.date < b.date
            order by g.date desc limit 1
        ) as before
        from contest_facts as b
        where b.kind = 'by-election' and b.swing is not null
    ) as k
    join placed as p on p.contest = k.contest
    join candidacies as w on w.rowid = p.winner
    join candidacies as s on s.rowid = p.second
    join counted as wp on wp.party = w.party
    join counted as sp on sp.party = s.party
    join candidacies as wb on wb.contest = k.before
    join counted as wbp on wbp.party = wb.party and wbp.counts = wp.counts
    join candidacies as sb on sb.contest = k.before
    join counted as sbp on sbp.party = sb.party and sbp.counts = sp.counts
    where wp.counts <> sp.counts and wp.counts <> 'independent' and sp.counts <> 'independent'
) as x
where x.contest = f.contest and abs(x.exact - f.swing) < 0.0015;
