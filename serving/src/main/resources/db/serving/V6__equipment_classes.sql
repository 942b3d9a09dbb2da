-- classes of machines that people have described; those of a simulated plant are declared anew at every start
create table serving.equipment_class (
    code text primary key,
    schema_id bigint not null -- what is measured on its machines, as the log's topic of schemas has it
);
