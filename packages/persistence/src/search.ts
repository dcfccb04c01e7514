import { type Sql, type SqlParams, allOf } from './sql.ts';
import { isolateTenants } from './tenant-isolation.ts';

/**
 * Search for a part of a text, of any length and in any script, by one GIN index: the text is kept as its pairs of
 * neighbouring characters with their places, so that a phrase of pairs is exactly a substring. Word search cannot do
 * that for Chinese, and trigrams cannot find two characters.
 *
 * The operators of full-text search are not leakproof and would not use their index under row-level security: so the
 * search functions run with the owner's rights and carry the tenant themselves.
 */
export const createSearchSql = `
  create function search_form(value text) returns text language sql immutable parallel safe
    set search_path = pg_catalog
    return trim(regexp_replace(lower(normalize(value, NFKC)), '\\s+', ' ', 'g'));

  create function search_pairs(value text) returns tsvector language sql immutable parallel safe
    set search_path = pg_catalog, public
    as $$
      select coalesce(string_agg(quote_literal(replace(substr(form, place, 2), '\\', '/')) || ':' || place, ' '), '')::tsvector
        from (select public.search_form(value) || ' ' as form) f,
             generate_series(1, least(length(form) - 1, 16000)) as place
    $$;

  create function search_query(value text) returns tsquery language sql immutable parallel safe
    set search_path = pg_catalog, public
    as $$
      select case when length(form) = 0 then null
                  when length(form) = 1 then (quote_literal(replace(form, '\\', '/')) || ':*')::tsquery
                  else (select string_agg(quote_literal(replace(substr(form, place, 2), '\\', '/')), ' <-> ' order by place)
                          from generate_series(1, length(form) - 1) as place)::tsquery end
        from (select public.search_form(value) as form) f
    $$;

  create table search_document (
    tenant_id uuid not null,
    record_type text not null,
    record_id uuid not null,
    pairs tsvector not null,
    primary key (tenant_id, record_type, record_id)
  );
  create index search_document_pairs on search_document using gin (pairs);
  ${isolateTenants('search_document')}
  create policy owner_sees_all on search_document to current_user using (true);

  create function search_records(of_type text, phrases text[]) returns setof uuid language sql stable
    -- A search that is worth anything finds few: then rows are fetched by their ids, and no table is read through.
    rows 100 security definer set search_path = pg_catalog, public
    as $$
      select record_id from search_document
       where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
         and record_type = of_type
         and pairs @@ (select coalesce(string_agg('(' || q::text || ')', ' & ')::tsquery, ''::tsquery)
                         from unnest(phrases) p, public.search_query(p) q where q is not null)
    $$;
  revoke execute on function search_records from public;
`;

/** Keeps the texts by which a record is found. `kind` tells apart texts that not everybody may search by. */
export const indexForSearch = async (sql: Sql, kind: string, id: string, texts: readonly (string | null)[]) => {
  await sql.query(
    `insert into search_document (tenant_id, record_type, record_id, pairs)
     values (nullif(current_setting('app.tenant', true), '')::uuid, $1, $2, search_pairs($3))
     on conflict (tenant_id, record_type, record_id) do update set pairs = excluded.pairs`,
    // A line feed becomes a space between texts, so that no phrase runs over from one into the next unnoticed.
    [kind, id, texts.filter(Boolean).join(' \n ')],
  );
};

/** Forgets the texts of these kinds by which a record was found. */
export const forgetForSearch = async (sql: Sql, kinds: readonly string[], id: string) => {
  await sql.query('delete from search_document where record_type = any($1) and record_id = $2', [kinds, id]);
};

/** The condition "found by all of these words", each a part of any text; `id` is a column of the caller's. */
export const foundBy = (id: string, kinds: readonly string[], words: string, params: SqlParams): string => {
  const found = words
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const phrase = params.add([word]);
      const hits = kinds.map((kind) => `select search_records(${params.add(kind)}::text, ${phrase}::text[])`);
      return `${id} in (${hits.join(' union ')})`;
    });
  return allOf(found);
};
