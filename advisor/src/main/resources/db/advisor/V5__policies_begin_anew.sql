-- What a policy remembers of a machine and of a fleet is kept in another shape: it begins anew. Open episodes stay open.
UPDATE watch SET state = jsonb_set(state, '{policy}', 'null') WHERE jsonb_typeof(state) = 'object';
UPDATE fleet SET state = NULL;
