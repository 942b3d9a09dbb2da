ALTER TABLE silence RENAME COLUMN model_name TO purpose;
