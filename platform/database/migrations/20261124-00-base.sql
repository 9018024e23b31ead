-- What every tenant table shares.

-- The product works as qz_app: it may change rows, never the schema.
grant usage on schema public to qz_app;
alter default privileges in schema public grant select, insert, update, delete on tables to qz_app;

-- Makes a table a tenant table: row-level security enabled and forced, rows of the current subdistrict only.
-- No tenant set means no rows.
create procedure qz_tenant_table(tenant_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy tenant on %s using (subdistrict_id = nullif(current_setting(''app.subdistrict'', true), '''')::uuid)',
    tenant_table);
end $$;
