-- A data element an office added to its dictionary, from a form it keeps. Never edited or deleted: what was said
-- under it keeps its meaning.
create table element_added (
  subdistrict_id uuid not null,
  code text not null,
  zh text not null,
  type text not null
    check (type in ('text', 'longtext', 'int', 'decimal', 'money', 'date', 'time', 'bool', 'code', 'multi')),
  unit text,
  choices jsonb not null default '[]',
  -- 'office': offered to every ledger; 'ledger': a text that one form alone has.
  scope text not null check (scope in ('office', 'ledger')),
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz not null default now(),
  primary key (subdistrict_id, code)
);
call qz_tenant_table('element_added');
revoke update, delete on element_added from qz_app;
