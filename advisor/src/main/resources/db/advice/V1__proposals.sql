CREATE TABLE proposal (
    id               uuid             PRIMARY KEY,
    asset            text             NOT NULL,
    episode          uuid             NOT NULL,
    failure_mode     text             NOT NULL,
    task             text             NOT NULL,
    urgency          text             NOT NULL CHECK (urgency IN ('NOW', 'SOON', 'PLANNED')),
    act_by           timestamptz      NOT NULL,
    work_from        timestamptz      NOT NULL,
    work_by          timestamptz      NOT NULL,
    downtime_seconds bigint           NOT NULL,
    cost             double precision NOT NULL,
    failure_cost     double precision NOT NULL,
    state            text             NOT NULL CHECK (state IN ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    proposed         timestamptz      NOT NULL,
    decided_by       text,
    decided          timestamptz,
    remark           text             NOT NULL,
    CHECK ((state = 'PROPOSED') = (decided_by IS NULL AND decided IS NULL))
);
CREATE INDEX proposal_by_asset ON proposal (asset, proposed DESC);
CREATE INDEX proposal_waiting ON proposal (act_by) WHERE state = 'PROPOSED';

-- The terms that people have set for single machines; all others follow the configured table.
CREATE TABLE terms (
    asset  text        PRIMARY KEY,
    terms  jsonb       NOT NULL,
    set_by text        NOT NULL,
    set_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE audit (
    sequence   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    proposal   uuid        NOT NULL REFERENCES proposal (id),
    at         timestamptz NOT NULL,
    actor      text        NOT NULL,
    from_state text        NOT NULL,
    to_state   text        NOT NULL,
    remark     text        NOT NULL
);
CREATE INDEX audit_by_proposal ON audit (proposal, sequence);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is append-only: % on % is refused', TG_OP, TG_TABLE_NAME;
END
$$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
