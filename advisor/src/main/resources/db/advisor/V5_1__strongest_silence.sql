-- Of the silences of several models for one purpose the strongest stays: one that somebody has to end, or else the one that
-- lasts longest. A database that is beyond version 6 has one for each purpose already, and is not asked.
DELETE FROM silence USING (
    SELECT asset, model_name, row_number() OVER (
        PARTITION BY asset, split_part(model_name, '/', 1) ORDER BY until DESC NULLS FIRST, model_name) AS place
    FROM silence) AS ranked
WHERE silence.asset = ranked.asset AND silence.model_name = ranked.model_name AND place > 1;
