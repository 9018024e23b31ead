-- A code that a screen without an account types once. It says whose it is, so it stands outside any tenant;
-- only its fingerprint is kept, for a quarter of an hour.
create table venue_pairing_code (
  code_hash bytea not null primary key,
  subdistrict_id uuid not null,
  committee_id uuid not null,
  account_id uuid not null,
  expires_at timestamptz not null
);
create index venue_pairing_code_by_end on venue_pairing_code (expires_at);

-- A fixed screen that shows a committee's venue by itself (固定分会场屏). Its credential is kept as a hash.
create table venue_screen (
  subdistrict_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  secret_hash bytea not null,
  name text not null,
  paired_at timestamptz not null,
  paired_by uuid not null,
  seen_at timestamptz not null,
  revoked_at timestamptz,
  primary key (subdistrict_id, id)
);
call qz_tenant_table('venue_screen');
