-- A silence is of a machine and of what it is judged for (anomaly), whichever model judges it.
DELETE FROM silence USING silence AS other
WHERE silence.asset = other.asset AND silence.model_name > other.model_name
  AND split_part(silence.model_name, '/', 1) = split_part(other.model_name, '/', 1);
UPDATE silence SET model_name = split_part(model_name, '/', 1);
