-- The signed copy (签发): a committee's month as it stood, frozen. Nothing of it is ever changed or deleted; a later
-- correction stands in the live view and shows against it.
create table ledger_issue (
  subdistrict_id uuid not null,
  id uuid not null,
  ledger_id uuid not null,
  version integer not null,
  committee_id uuid not null,
  month text not null,
  -- 1, 2, …: a month signed again keeps the copies before.
  number integer not null,
  row_count integer not null,
  -- SHA-256 over the hashes of the rows in their order.
  rows_hash text not null,
  issued_by uuid not null,
  issued_by_name text not null,
  issued_at timestamptz not null default now(),
  primary key (subdistrict_id, id),
  unique (subdistrict_id, ledger_id, committee_id, month, number),
  foreign key (subdistrict_id, ledger_id, version) references ledger_version (subdistrict_id, ledger_id, version),
  foreign key (subdistrict_id, committee_id) references committee (subdistrict_id, id)
);
call qz_tenant_table('ledger_issue');
revoke update, delete on ledger_issue from qz_app;

create table ledger_issue_row (
  subdistrict_id uuid not null,
  issue_id uuid not null,
  -- Its place on the paper.
  number integer not null,
  -- What it is a row of: an act, a person, a committee's month.
  row_key text not null,
  record_id uuid,
  revision integer,
  -- What was printed, sealed: it holds names and phones.
  cells bytea not null,
  hash text not null,
  primary key (subdistrict_id, issue_id, number),
  foreign key (subdistrict_id, issue_id) references ledger_issue (subdistrict_id, id)
);
call qz_tenant_table('ledger_issue_row');
revoke update, delete on ledger_issue_row from qz_app;

create table ledger_issue_file (
  subdistrict_id uuid not null,
  issue_id uuid not null,
  kind text not null check (kind in ('pdf', 'xlsx')),
  file_key text not null,
  -- Of the file as it was handed out; in the store it lies sealed.
  sha256 text not null,
  bytes integer not null,
  pages integer,
  primary key (subdistrict_id, issue_id, kind),
  foreign key (subdistrict_id, issue_id) references ledger_issue (subdistrict_id, id)
);
call qz_tenant_table('ledger_issue_file');
revoke update, delete on ledger_issue_file from qz_app;

-- Signing is a sign of use too.
alter table ledger_event drop constraint ledger_event_kind_check;
alter table ledger_event add constraint ledger_event_kind_check
  check (kind in ('opened', 'revealed', 'exported', 'printed', 'issued'));
