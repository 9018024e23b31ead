-- A document (材料) brought to a sitting: its pages as pictures, sealed in the store. Taken away, its row stays.
create table venue_document (
  subdistrict_id uuid not null,
  id uuid not null,
  sitting_id uuid not null,
  item_id uuid,
  title text not null,
  pages integer not null check (pages between 1 and 200),
  added_at timestamptz not null,
  added_by uuid not null,
  added_by_name text not null,
  removed_at timestamptz,
  removed_by_name text,
  primary key (subdistrict_id, id),
  foreign key (subdistrict_id, sitting_id) references venue_state (subdistrict_id, sitting_id)
);
create index venue_document_by_sitting on venue_document (subdistrict_id, sitting_id, added_at);
call qz_tenant_table('venue_document');
revoke delete on venue_document from qz_app;

create table venue_document_page (
  subdistrict_id uuid not null,
  document_id uuid not null,
  page integer not null check (page between 1 and 200),
  file_key text not null,
  type text not null check (type in ('image/png', 'image/jpeg')),
  bytes integer not null,
  width integer not null,
  height integer not null,
  primary key (subdistrict_id, document_id, page),
  foreign key (subdistrict_id, document_id) references venue_document (subdistrict_id, id)
);
call qz_tenant_table('venue_document_page');
