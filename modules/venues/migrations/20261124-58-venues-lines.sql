-- What each venue's own screen last said of its line; of the moment, so one row is written over.
create table venue_line (
  subdistrict_id uuid not null,
  sitting_id uuid not null,
  venue text not null,
  line jsonb not null,
  at timestamptz not null,
  primary key (subdistrict_id, sitting_id, venue)
);
call qz_tenant_table('venue_line');
