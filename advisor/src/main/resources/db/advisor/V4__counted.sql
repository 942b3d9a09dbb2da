-- How many of an open episode's windows its sums are over: all of them so far.
UPDATE watch SET state = jsonb_set(state, '{running,counted}', state -> 'running' -> 'windows')
WHERE jsonb_typeof(state -> 'running') = 'object';
