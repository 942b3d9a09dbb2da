-- machines that people have added; those of a simulated plant are declared anew at every start
create table serving.asset (
    id text primary key,
    name text not null,
    equipment_class text not null,
    site text not null,
    area text not null,
    system text not null,
    criticality smallint not null check (criticality between 1 and 5),
    schema_id bigint not null -- what is measured on it, as the log's topic of schemas has it
);
