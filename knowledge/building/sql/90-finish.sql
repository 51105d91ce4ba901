create view candidacies as
select
    contest, person, coalesce(published_name, name) as name, exact_party as party, label, votes, share, change,
    position, elected, pooled
from candidacy_facts;

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

create index candidacy_seat on candidacy_facts (seat, date);
create index candidacy_person on candidacy_facts (person, date);
create index candidacy_party on candidacy_facts (party, election, region);
create index candidacy_party_votes on candidacy_facts (party, kind, votes);
create index candidacy_party_share on candidacy_facts (party, kind, share);
create index candidacy_election_votes on candidacy_facts (election, votes);
create index candidacy_election_share on candidacy_facts (election, share);
create index candidacy_election_change on candidacy_facts (election, change);
create index candidacy_votes on candidacy_facts (kind, votes);
create index candidacy_share on candidacy_facts (kind, share);

create index totals_party on totals (party, area, date);
create index totals_date on totals (date, area);
create index names_key on names (key);
create index names_ref on names (kind, ref);

create index elections_date on elections (date);
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

analyze;
