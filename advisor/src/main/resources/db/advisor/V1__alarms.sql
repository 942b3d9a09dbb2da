-- How far each partition of the assessments has been taken in.
CREATE TABLE consumed (
    partition   integer PRIMARY KEY,
    next_offset bigint  NOT NULL
);

-- What is remembered of one machine and one detector between two windows.
CREATE TABLE watch (
    asset       text   NOT NULL,
    model_name  text   NOT NULL,
    state       jsonb,
    PRIMARY KEY (asset, model_name)
);

CREATE TABLE episode (
    id            uuid             PRIMARY KEY,
    asset         text             NOT NULL,
    model_name    text             NOT NULL,
    model_version integer          NOT NULL,
    onset         bigint           NOT NULL,
    updated       bigint           NOT NULL,
    closed        bigint,
    peak_score    double precision NOT NULL,
    contributions jsonb            NOT NULL
);
CREATE INDEX episode_by_asset ON episode (asset, onset DESC);

-- One row for each alarm point (a machine together with a detector) that is silenced.
CREATE TABLE silence (
    asset      text NOT NULL,
    model_name text NOT NULL,
    state      text NOT NULL CHECK (state IN ('SHELVED', 'SUPPRESSED', 'OUT_OF_SERVICE')),
    until      timestamptz,
    reason     text NOT NULL,
    actor      text NOT NULL,
    PRIMARY KEY (asset, model_name),
    CHECK ((state = 'SHELVED') = (until IS NOT NULL))
);

CREATE TABLE alarm (
    id               uuid        PRIMARY KEY REFERENCES episode (id),
    asset            text        NOT NULL,
    model_name       text        NOT NULL,
    priority         text        NOT NULL,
    state            text        NOT NULL,
    message          text        NOT NULL,
    raised           timestamptz NOT NULL,
    changed          timestamptz NOT NULL,
    acknowledged_by  text,
    diagnosis        jsonb       NOT NULL,
    -- by the number of windows of the episode: which diagnosis is wanted, and which has been worked out
    diagnosis_wanted integer     NOT NULL,
    diagnosis_done   integer     NOT NULL
);
CREATE INDEX alarm_open ON alarm (asset, model_name) WHERE state <> 'NORMAL';
CREATE INDEX alarm_newest ON alarm (raised DESC);
CREATE INDEX alarm_undiagnosed ON alarm (raised DESC) WHERE diagnosis_wanted > diagnosis_done;

CREATE TABLE audit (
    sequence   bigint      PRIMARY KEY,
    alarm      uuid        NOT NULL REFERENCES alarm (id),
    at         timestamptz NOT NULL,
    actor      text        NOT NULL,
    action     text        NOT NULL,
    from_state text        NOT NULL,
    to_state   text        NOT NULL,
    reason     text        NOT NULL,
    prev_hash  bytea       NOT NULL,
    hash       bytea       NOT NULL
);
CREATE INDEX audit_by_alarm ON audit (alarm, sequence);
CREATE INDEX audit_calls ON audit (at) WHERE to_state = 'UNACKNOWLEDGED';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is append-only: % on % is refused', TG_OP, TG_TABLE_NAME;
END
$$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
