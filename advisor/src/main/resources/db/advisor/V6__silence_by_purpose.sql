-- A silence is of a machine and of what it is judged for (anomaly), whichever model judges it. Of several the strongest
-- stays: one that somebody has to end, or else the one that lasts longest.
DELETE FROM silence USING (
    SELECT asset, model_name, row_number() OVER (
        PARTITION BY asset, split_part(model_name, '/', 1) ORDER BY until DESC NULLS FIRST, model_name) AS place
    FROM silence) AS ranked
WHERE silence.asset = ranked.asset AND silence.model_name = ranked.model_name AND place > 1;
UPDATE silence SET model_name = split_part(model_name, '/', 1);
ALTER TABLE silence RENAME COLUMN model_name TO purpose;
