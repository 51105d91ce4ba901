-- Who came where in each contest, as row numbers of `candidacies`.

create temp table counted as
select id as party, coalesce(counts_as, id) as counts from parties;
create unique index temp.counted_party on counted (party);

-- Elected before beaten, named candidacies apart from pooled columns, each by votes.
create temp table ranked (
    contest text, pooled integer, place integer, candidacy integer, elected integer, votes integer, position integer,
    one_above integer, two_above integer,
    primary key (contest, pooled, place)
) without rowid;

insert into ranked
select
    contest, pooled, row_number() over contested, rowid, elected, votes, position,
    lag(elected) over contested, lag(elected, 2) over contested
from candidacies
window contested as (partition by contest, pooled order by elected desc, votes desc nulls last, position, rowid);

-- Second is the first of the beaten. A pooled column that outgrows it may hide a candidate with more votes: then who
-- came second is not known. Third likewise.
create temp table placed as
select
    contest, winner, named, cast_votes, most_pooled,
    case when second_votes is null or most_pooled is null or second_votes >= most_pooled then second end as second,
    case when third_votes is null or most_pooled is null or third_votes >= most_pooled then third end as third
from (
    select
        contest,
        coalesce(
            max(case when elected and not pooled and place = 1 then candidacy end),
            max(case when elected and pooled and place = 1 then candidacy end)
        ) as winner,
        max(case when is_second then candidacy end) as second,
        max(case when is_second then votes end) as second_votes,
        max(case when is_third then candidacy end) as third,
        max(case when is_third then votes end) as third_votes,
        max(case when pooled then votes end) as most_pooled,
        sum(not pooled) as named,
        case when count(votes) = count(*) then sum(votes) end as cast_votes
    from (
        select
            contest, candidacy, elected, pooled, votes, place,
            not elected and not pooled and coalesce(one_above, 1) and (votes is not null or position = 2) as is_second,
            not elected and not pooled and not one_above and coalesce(two_above, 1)
                and (votes is not null or position = 3) as is_third
        from ranked
    )
    group by contest
);
create unique index temp.placed_contest on placed (contest);
