-- What was written of contests and candidacies is there once, with what was worked out of it.
create view contests as
select
    contest as id, election, constituency, electorate, valid_votes, invalid_votes, majority, turnout, result,
    exact_party as winner, gain, coalesce(exact_lost, lost_party) as lost_by, declared_at, writ, cause,
    previous_member, seats, unopposed, detail, source
from contest_facts;

create view candidacies as
select
    f.contest, c.person, coalesce(c.published_name, c.name) as name, coalesce(c.other_party, c.party) as party, c.label,
    c.votes, c.share, c.change, c.position, c.elected, c.pooled
from candidacy_rows as c join contest_facts as f on f.id = c.contest_id;

create index contest_seat on contest_facts (seat, date);
create index contest_constituency on contest_facts (constituency, date);
create index contest_date on contest_facts (date);
create index contest_election on contest_facts (election);
create index contest_winner_party on contest_facts (winner_party, date);
create index contest_second_party on contest_facts (second_party, date);
create index contest_lost_party on contest_facts (lost_party, date);
create index contest_winner_person on contest_facts (winner_person);
create index contest_region on contest_facts (region, date);
create index contest_nation on contest_facts (nation, date);
create index contest_majority on contest_facts (kind, majority);
create index contest_majority_share on contest_facts (kind, majority_share);
create index contest_turnout on contest_facts (kind, turnout);
create index contest_electorate on contest_facts (kind, electorate);
create index contest_valid_votes on contest_facts (kind, valid_votes);
create index contest_swing on contest_facts (kind, swing);
create index contest_candidates on contest_facts (kind, candidates);
create index contest_declared on contest_facts (kind, declared_at);

create index candidacy_person on candidacy_rows (person);
create index candidacy_party on candidacy_rows (party, contest_id);
create index candidacy_party_votes on candidacy_rows (party, kind, votes);
create index candidacy_party_share on candidacy_rows (party, kind, share);
create index candidacy_election_party on candidacy_rows (election_id, party, share);
create index candidacy_election_votes on candidacy_rows (election_id, votes);
create index candidacy_election_share on candidacy_rows (election_id, share);
create index candidacy_election_change on candidacy_rows (election_id, change);
create index candidacy_other_party on candidacy_rows (election_id, party, other_party) where other_party is not null;
create index candidacy_votes on candidacy_rows (kind, votes);
create index candidacy_share on candidacy_rows (kind, share);

create index totals_party on totals (party, area, date);
create index totals_date on totals (date, area);
create index names_kind on names (kind, key);

-- Of one election there is one row: told so, SQLite reads its candidacies in the order of an index.
drop index elections_id;
create unique index elections_id on elections (id);
create index elections_date on elections (date);
create index elections_kind on elections (kind, date, id);
create index constituencies_ons on constituencies (ons);
create index people_mnis on people (mnis);
create index successions_old on successions (old);
create index successions_new on successions (new);
create index places_name on places (name);
create index places_seat on places (seat);
create index spells_person on spells (person, start);
create index spells_constituency on spells (constituency, start);
create index corrections_contest on corrections (contest);
create index quotes_person on quotes (person);
create index quotes_date on quotes (date);
create index referendum_counts_key on referendum_counts (referendum, area);

pragma analysis_limit = 1000;
analyze;

-- Hundreds of parties stood once or twice, so the average party is tiny; those asked about are not.
update sqlite_stat1 set stat = (
    select printf(case idx when 'candidacy_party' then '%d %d 1' else '%d %d %d 2' end, n, n / 12, n / 24)
    from (select count(*) as n from candidacy_rows)
) where idx in ('candidacy_party', 'candidacy_party_votes', 'candidacy_party_share');
