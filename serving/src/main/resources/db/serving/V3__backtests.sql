-- What was asked and what came of it, as JSON: both are shown as a whole and never searched by their parts.
create table serving.backtest (
    id uuid primary key,
    submitted timestamptz not null,
    submitted_by text not null,
    state text not null check (state in ('queued', 'running', 'done', 'failed')),
    asked jsonb not null,
    result jsonb check ((state = 'done') = (result is not null)),
    failure text check ((state = 'failed') = (failure is not null))
);
create index backtest_newest on serving.backtest (submitted desc);
