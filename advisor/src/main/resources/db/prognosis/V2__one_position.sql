-- Paths are written in the alarm desk's transaction, and by its position.
DROP TABLE consumed;
