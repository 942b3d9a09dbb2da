-- How far each partition of the assessments has been taken in.
CREATE TABLE consumed (
    partition   integer PRIMARY KEY,
    next_offset bigint  NOT NULL
);

-- The path of one machine's condition as one detector sees it.
CREATE TABLE path (
    asset text    NOT NULL,
    model text    NOT NULL,
    seen  bigint  NOT NULL, -- end of the last judged window, in epoch nanoseconds
    open  boolean NOT NULL, -- whether an episode is open, and with it a path
    state jsonb   NOT NULL,
    PRIMARY KEY (asset, model)
);
CREATE INDEX path_open ON path (asset) WHERE open;
