-- A department's own form as it was brought in (导入的表): the file, what was read of it, what a person decided, and
-- what came of it. The file and its reading lie sealed in the file store: they hold names and numbers.
create table ledger_form (
  subdistrict_id uuid not null,
  id uuid not null,
  department_id uuid not null,
  account_id uuid not null,
  account_name text not null,
  -- SHA-256 of the file: the same one again is this form again.
  sha256 text not null,
  kind text not null check (kind in ('xlsx', 'xls', 'csv')),
  bytes integer not null,
  file_key text not null,
  reading_key text not null,
  form text not null check (form in ('list', 'card', 'summary')),
  row_count integer not null,
  -- What each column becomes, and of which ledger and committee the rows are; null until a person confirmed it.
  choices jsonb,
  about jsonb,
  ledger_id uuid,
  version integer,
  -- What was decided about rows that were asked about: numbers of rows, ids and reasons.
  decisions jsonb not null default '{"rows":{},"all":{}}',
  state text not null default 'read'
    check (state in ('read', 'declared', 'writing', 'written', 'failed', 'undoing', 'undone')),
  -- Percent of the rows.
  progress integer not null default 0,
  failure text,
  uploaded_at timestamptz not null default now(),
  written_at timestamptz,
  primary key (subdistrict_id, id),
  foreign key (subdistrict_id, department_id) references department (subdistrict_id, id),
  foreign key (subdistrict_id, ledger_id) references ledger (subdistrict_id, id)
);
call qz_tenant_table('ledger_form');
create unique index ledger_form_once on ledger_form (subdistrict_id, department_id, sha256) where state <> 'undone';
create index ledger_form_of_ledger on ledger_form (subdistrict_id, ledger_id);
revoke delete on ledger_form from qz_app;

-- Which record a row of a form became, or put right: by this an import is shown and taken back as one.
create table ledger_form_row (
  subdistrict_id uuid not null,
  form_id uuid not null,
  number integer not null,
  record_id uuid not null,
  -- What the record's revision was when the row was written.
  revision integer not null,
  made boolean not null,
  taken_back boolean not null default false,
  primary key (subdistrict_id, form_id, number),
  foreign key (subdistrict_id, form_id) references ledger_form (subdistrict_id, id)
);
call qz_tenant_table('ledger_form_row');
create index ledger_form_row_of_record on ledger_form_row (subdistrict_id, record_id);
revoke delete on ledger_form_row from qz_app;
