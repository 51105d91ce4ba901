-- The parties that governed, day by day: of the government in office, or of the Prime Minister where no government
-- is held of that time. A day of change belongs to neither side.

create temp table cabinets as
select party, partners, formed as since, lead(formed) over (order by formed) as until from governments;

create temp table terms as
select o.party, o.start, coalesce(o."end", '9999-12-31') as "end"
from offices as o where o.office = 'prime-minister';

-- Some Liberals sat with these governments and others against them, under one party in the results.
create temp table split (party text, since text, until text);
insert into split values ('liberal', '1918-12-14', '1922-10-23'), ('liberal', '1931-11-05', '1935-11-14');

create table governing (party text not null, since text not null, until text not null, told_apart integer not null);

insert into governing
select distinct y.counts, x.since, x.until, not exists (
    select 1 from split as s where s.party = y.counts and s.since <= x.since and x.since < s.until
)
from (
    -- A government is over when its Prime Minister is; the dates of forming and of appointment differ by a few days.
    select g.party, g.partners, max(g.since, t.start) as since, min(coalesce(g.until, t."end"), t."end") as until
    from cabinets as g join terms as t
        on t.start < coalesce(g.until, '9999-12-31') and g.since < t."end" and t.start <= date(g.since, '+7 days')
    union all
    select t.party, null, t.start, t."end" from terms as t
    where not exists (
        select 1 from governments as g
        where g.formed >= date(t.start, '-7 days') and g.formed < t."end"
    )
) as x
join counted as y on y.party = x.party or y.party in (select value from json_each(x.partners))
where x.since < x.until;

create index governing_time on governing (since, until);
