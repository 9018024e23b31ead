-- One chain per committee, and one for the office itself: each entry holds the hash of the one before it.
create table audit (
  subdistrict_id uuid not null,
  chain text not null,
  seq integer not null,
  at timestamptz not null,
  account_id uuid not null,
  action text not null,
  subject text not null,
  facts jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (subdistrict_id, chain, seq)
);
call qz_tenant_table('audit');

-- Where each chain ends, so that a cut tail shows; its seal is keyed with a secret the database does not hold.
create table audit_head (
  subdistrict_id uuid not null,
  chain text not null,
  seq integer not null,
  hash text not null,
  seal text not null,
  primary key (subdistrict_id, chain)
);
call qz_tenant_table('audit_head');

-- The product can add entries and never change or remove one.
revoke update, delete on audit from qz_app;
revoke delete on audit_head from qz_app;
