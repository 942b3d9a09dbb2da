-- What the rule of a fleet remembers between two decisions: how much it may yet call abnormal.
CREATE TABLE fleet (
    model_name  text   PRIMARY KEY,
    state       jsonb
);
