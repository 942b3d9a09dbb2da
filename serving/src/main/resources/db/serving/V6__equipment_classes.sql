-- classes of machines that people have described; those of a simulated plant are declared anew at every start
create table serving.equipment_class (
    code text primary key,
    described jsonb not null -- what is measured on its machines, in the words of whoever described it
);
