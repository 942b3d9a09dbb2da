-- how powerful a machine is and how it stands, where somebody has said it
alter table serving.asset
    add column rated_kilowatts double precision check (rated_kilowatts > 0),
    add column support text check (support in ('rigid', 'flexible')),
    add check ((rated_kilowatts is null) = (support is null));
