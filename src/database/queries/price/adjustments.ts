/** Of whom a contract is one: what rules for clients name, the nearest first. A CTE after `terms` of terms.ts. */
export const SCOPE = `
  scope (nearness, kind, id) as materialized (
    select named.nearness, named.kind, named.id
    from terms cross join lateral (values
      (1, 'contract', contract_id), (2, 'legal_entity', legal_entity_id), (3, 'holding', holding_id), (5, 'region', region), (6, 'everyone', '')
    ) as named (nearness, kind, id)
    union all
    select 4, 'client_category', c.id from terms
    join legal_entity_category member on member.legal_entity_id = terms.legal_entity_id and member.deleted_at is null
    join client_category c on c.id = member.client_category_id and c.deleted_at is null
  )`

/** SQL: how near the scope of a row of price_adjustment is, as {@link SCOPE} has it. */
export const NEARNESS = `
  case scope_kind when 'contract' then 1 when 'legal_entity' then 2 when 'holding' then 3 when 'client_category' then 4 when 'region' then 5 else 6 end`

/**
 * SQL: another text whenever an adjustment, or the depth of a category, has changed, from the commit on; within the transaction that changes it from the change on.
 * See the migration that makes the table.
 */
export const ADJUSTMENTS_VERSION = `(select string_agg(token::text, ' ' order by token) from price_rule_change)`

/** JSON of one row, `WrittenScope` of the readers: whose adjustments hold for the contract, where they need not be brought. After {@link SCOPE}. */
export const SCOPE_LIST = `
  json_build_object('version', ${ADJUSTMENTS_VERSION}, 'currency_code', (select currency_code from terms),
    'scopes', (select json_agg(scope.kind || ' ' || scope.id order by scope.nearness) from scope where scope.id is not null))`

/**
 * The adjustments that a contract is in the scope of, on the day and in its currency. A CTE after those of terms.ts; `rank` is made of its columns
 * by {@link IN_ORDER_OF_RANK}. After {@link SCOPE}. What they aim at is not looked at: `rules/aim-adjustments.ts` meets them with entries by the thousand in less time
 * than the database needs to join them. Not materialised: of few entries it is read once, and hundreds of rows are not put by to be thrown away.
 */
export const SCOPED = `
  scoped as (
    select scope.nearness, a.key, a.id, a.category_key, a.trait_keys, a.specificity, a.kind, a.value, a.from_quantity, a.starts_on, a.is_stacking
    from scope join price_adjustment a on a.scope_kind = scope.kind and a.scope_id = scope.id and a.deleted_at is null
    where a.starts_on <= (select day from asked) and a.ends_on >= (select day from asked)
      and (a.currency_code is null or a.currency_code = (select currency_code from terms))
  )`

/** How deep the category of row `s` lies. */
const DEPTH = `
    (select length(c.mpath) - length(replace(c.mpath, '.', '')) from catalog_category k join product_category c on c.id = k.category_id
      where k.key = s.category_key)`

/**
 * The precedence of adjustments, as a total order of rows `s` of `scoped`. Scope, target, number of conditions and depth are one number: hundreds of
 * rows agree in the first of them, and comparing one column after another is most of what sorting takes.
 */
export const IN_ORDER_OF_RANK = `
  (cast(s.nearness * 8 + s.specificity as bigint) << 40)
    - (cast(cardinality(s.trait_keys) + (s.category_key is not null)::int as bigint) << 20)
    - coalesce(case when s.category_key is not null then 1 + ${DEPTH} end, 0),
  s.from_quantity desc, s.starts_on desc, s.id collate "C" desc`
