CREATE TABLE model_version (
    name       text        NOT NULL,
    version    integer     NOT NULL,
    kind       text        NOT NULL,
    sha256     text        NOT NULL,
    provenance jsonb       NOT NULL,
    metrics    jsonb       NOT NULL,
    registered timestamptz NOT NULL,
    PRIMARY KEY (name, version)
);

-- The champion of a name is its newest promotion; revisions are counted under a lock, so they appear in order.
CREATE TABLE promotion (
    revision bigint      PRIMARY KEY,
    name     text        NOT NULL,
    version  integer     NOT NULL,
    actor    text        NOT NULL,
    reason   text        NOT NULL,
    at       timestamptz NOT NULL,
    FOREIGN KEY (name, version) REFERENCES model_version (name, version)
);
CREATE INDEX promotion_newest ON promotion (name, revision DESC);

CREATE TABLE training_job (
    id            uuid        PRIMARY KEY,
    job           jsonb       NOT NULL,
    state         text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
    attempts      integer     NOT NULL,
    submitted     timestamptz NOT NULL,
    changed       timestamptz NOT NULL,
    model_name    text,
    model_version integer,
    reason        text
);
CREATE INDEX training_job_newest ON training_job (submitted DESC);

-- The table of db-scheduler, as its version 16 expects it.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
