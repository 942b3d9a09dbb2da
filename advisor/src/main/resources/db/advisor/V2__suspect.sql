-- Whom the windows of an episode speak against: MACHINE, SENSOR or UNDETERMINED.
ALTER TABLE episode ADD COLUMN suspect text NOT NULL DEFAULT 'UNDETERMINED'
    CHECK (suspect IN ('MACHINE', 'SENSOR', 'UNDETERMINED'));
ALTER TABLE episode ALTER COLUMN suspect DROP DEFAULT;

-- What is remembered between two windows says so too from now on.
UPDATE watch SET state = jsonb_set(state, '{glimpses}', coalesce(
    (SELECT jsonb_agg(glimpse || '{"suspect": "UNDETERMINED"}') FROM jsonb_array_elements(state -> 'glimpses') AS glimpse),
    '[]'))
WHERE jsonb_typeof(state -> 'glimpses') = 'array';
UPDATE watch SET state = jsonb_set(state, '{running,suspect}', '"UNDETERMINED"')
WHERE jsonb_typeof(state -> 'running') = 'object';
