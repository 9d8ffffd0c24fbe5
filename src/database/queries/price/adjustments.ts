/**
 * Adjustments of one contract on one day, after the CTEs of terms.ts and `line` (position, entry_key, quantity); takes `:day`.
 *
 * - `ranked`: all that the contract is in the scope of, each with its `rank` in the precedence: 1 is the nearest, and no two are equal.
 *   `change` is what a stacking one does;
 * - `blanket`: those of them that aim at everything, without the ones that a nearer one always covers. They are not held against each line;
 * - `hit`: which of the others aim at which line (position, rank, is_stacking, from_quantity, change). By joins from the category and from
 *   the first trait of an adjustment; its other conditions are looked up. `wanted` leaves out quantities that are not asked about.
 */
export const adjustments = (wanted: string) => `
  scope (nearness, kind, id) as materialized (
    select 1, 'contract', contract_id from terms
    union all select 2, 'legal_entity', legal_entity_id from terms
    union all select 3, 'holding', holding_id from terms
    union all
    select 4, 'client_category', c.id from terms
    join legal_entity_category member on member.legal_entity_id = terms.legal_entity_id and member.deleted_at is null
    join client_category c on c.id = member.client_category_id and c.deleted_at is null
    union all select 5, 'region', region from terms
    union all select 6, 'everyone', '' from terms
  ),
  ranked as materialized (
    select *, case when is_stacking then jsonb_build_object('rank', rank, 'key', key, 'kind', kind, 'value', value::text) end as change
    from (
      select a.key, a.category_key, a.trait_keys, a.kind, a.value, a.is_stacking, a.from_quantity,
        a.category_key is null and a.trait_keys = '{}' as is_blanket,
        row_number() over (
          order by scope.nearness, a.specificity, cardinality(a.trait_keys) + (a.category_key is not null)::int desc,
            case when a.category_key is not null then
              (select length(c.mpath) - length(replace(c.mpath, '.', '')) from catalog_category k join product_category c on c.id = k.category_id
                where k.key = a.category_key) end desc nulls last,
            a.from_quantity desc, a.starts_on desc, a.id collate "C" desc
        )::int as rank
      from scope
      join price_adjustment a on a.scope_kind = scope.kind and a.scope_id = scope.id and a.deleted_at is null
      where a.starts_on <= cast(:day as date) and a.ends_on >= cast(:day as date)
        and (a.currency_code is null or a.currency_code = (select currency_code from terms))
    ) scoped
  ),
  blanket as materialized (
    select rank, is_stacking, from_quantity, change
    from (
      select *, min(from_quantity) filter (where not is_stacking) over (order by rank rows between unbounded preceding and 1 preceding) as covered_from
      from ranked where is_blanket
    ) b
    where is_stacking or covered_from is null or from_quantity < covered_from
  ),
  placed as materialized (
    select line.position, line.entry_key, line.quantity, e.category_keys from line join catalog_entry e on e.key = line.entry_key
  ),
  hit as materialized (
    select placed.position, r.rank, r.is_stacking, r.from_quantity, r.change
    from placed cross join unnest(placed.category_keys) as named (category_key)
    join ranked r on r.category_key = named.category_key and r.trait_keys = '{}'
    where ${wanted}
    union all
    select placed.position, r.rank, r.is_stacking, r.from_quantity, r.change
    from placed
    join trait_entry t on t.entry_key = placed.entry_key
    join ranked r on r.trait_keys[1] = t.trait_key
    where (r.category_key is null or r.category_key = any (placed.category_keys))
      and (cardinality(r.trait_keys) = 1
        or r.trait_keys <@ array(select other.trait_key from trait_entry other where other.entry_key = placed.entry_key))
      and ${wanted}
  )`
