-- A department's own file (.xlsx, .docx) that a ledger's rows are written into, with the columns a person confirmed.
-- The file lies sealed in the file store: a form of years may hold names.
create table ledger_template (
  subdistrict_id uuid not null,
  id uuid not null,
  ledger_id uuid not null,
  -- The ledger's version its columns were confirmed for.
  version integer not null,
  kind text not null check (kind in ('xlsx', 'docx')),
  name text not null,
  file_key text not null,
  sha256 text not null,
  bytes integer not null,
  -- What was found in the file: its sheet, places for columns, lines to fill.
  reading jsonb not null,
  -- What each place takes; null until a person confirmed it.
  filling jsonb,
  -- Of a ledger and kind one is in use: the last confirmed.
  in_use boolean not null default false,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz not null default now(),
  primary key (subdistrict_id, id),
  foreign key (subdistrict_id, ledger_id, version) references ledger_version (subdistrict_id, ledger_id, version)
);
call qz_tenant_table('ledger_template');
create unique index ledger_template_in_use on ledger_template (subdistrict_id, ledger_id, kind) where in_use;
create index ledger_template_of_ledger on ledger_template (subdistrict_id, ledger_id, added_at);

-- Exports as .docx, into a department's own file, with the pictures of the acts; and given up on the way.
alter table ledger_export drop constraint ledger_export_format_check;
alter table ledger_export add constraint ledger_export_format_check check (format in ('pdf', 'xlsx', 'docx', 'csv'));
alter table ledger_export drop constraint ledger_export_state_check;
alter table ledger_export add constraint ledger_export_state_check
  check (state in ('waiting', 'working', 'done', 'failed', 'cancelled'));
alter table ledger_export
  add column own boolean not null default false,
  add column pictures boolean not null default false;
