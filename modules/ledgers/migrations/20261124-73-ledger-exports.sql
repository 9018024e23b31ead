-- A large export, or an inspection pack (迎检包): made in the background, fetched by whoever asked for it.
create table ledger_export (
  subdistrict_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  account_name text not null,
  -- The committee whose cadre asked; null: a department's.
  by_committee_id uuid,
  kind text not null check (kind in ('ledger', 'pack')),
  -- Several only for a pack.
  ledger_ids uuid[] not null,
  committee_id uuid,
  month text not null,
  until text,
  format text not null check (format in ('pdf', 'xlsx', 'csv')),
  -- A file for each committee instead of one for all.
  split boolean not null default false,
  purpose text not null,
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed')),
  -- Percent.
  progress integer not null default 0,
  row_count integer not null default 0,
  file_key text,
  file_name text,
  bytes bigint,
  failure text,
  asked_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (subdistrict_id, id)
);
call qz_tenant_table('ledger_export');
create index ledger_export_of_account on ledger_export (subdistrict_id, account_id, asked_at);
