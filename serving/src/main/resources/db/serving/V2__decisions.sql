-- The cases of a decision are written together, read together and never one by one: arrays keep them in one row, which is
-- replaced as a whole, takes 11 bytes a case before compression, and can still be taken apart with unnest.
create table serving.decision (
    name text primary key,
    description text not null,
    bad_approved double precision not null check (bad_approved > 0),
    good_refused double precision not null check (good_refused > 0),
    groups text[] not null,
    risk double precision[] not null,
    bad boolean[] not null,
    group_position smallint[] not null, -- in groups, from 1
    cases integer not null generated always as (cardinality(risk)) stored,
    check (cardinality(risk) > 0 and cardinality(bad) = cardinality(risk) and cardinality(group_position) = cardinality(risk))
);
