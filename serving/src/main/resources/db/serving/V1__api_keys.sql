create table serving.api_key (
    id text primary key,
    name text not null,
    role text not null check (role in ('viewer', 'operator', 'engineer', 'admin', 'gateway')),
    sha256 bytea not null check (length(sha256) = 32),
    created timestamptz not null,
    revoked timestamptz
);
