-- A picture of an act of work; never needed. It lies sealed in the file store, without where and when it was taken.
create table record_picture (
  subdistrict_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  file_key text not null,
  -- Of the picture as it was sent: the same one twice is kept once.
  sha256 text not null,
  bytes integer not null,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz not null default now(),
  primary key (subdistrict_id, id),
  unique (subdistrict_id, record_id, sha256),
  foreign key (subdistrict_id, record_id) references record (subdistrict_id, id)
);
call qz_tenant_table('record_picture');
revoke update on record_picture from qz_app;
