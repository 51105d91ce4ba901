-- Who came where in each contest, as row numbers of `candidacies`.

create temp table counted as
select id as party, coalesce(counts_as, id) as counts from parties;
create unique index temp.counted_party on counted (party);

-- Elected before beaten, named candidacies apart from pooled columns, each by votes.
create temp table ranked as
select
    rowid as candidacy, contest, elected, pooled, votes, position,
    row_number() over contested as place,
    sum(elected) over (partition by contest, pooled order by elected desc) as chosen
from candidacies
window contested as (partition by contest, pooled order by elected desc, votes desc nulls last, position, rowid);

create temp table placed as
select
    contest,
    coalesce(
        max(case when elected and not pooled and place = 1 then candidacy end),
        max(case when elected and pooled and place = 1 then candidacy end)
    ) as winner,
    max(case when not elected and not pooled and place = chosen + 1 and (votes is not null or position = 2)
        then candidacy end) as second,
    max(case when not elected and not pooled and place = chosen + 2 and (votes is not null or position = 3)
        then candidacy end) as third,
    max(case when pooled then votes end) as most_pooled,
    sum(not pooled) as named,
    case when count(votes) = count(*) then sum(votes) end as cast_votes
from ranked
group by contest;
create unique index temp.placed_contest on placed (contest);
