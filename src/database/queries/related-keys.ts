import { isVisible, type Sight } from "./visible-entries"

/**
 * SQL: keys of what belongs to the product `p`, by kind, as one JSON value; null = nothing. Each product by its first entry that the dealer sees. What
 * the staff says stands before what the ERP says, and both before what another product says of itself and this one. Takes `:relations_shown`.
 */
export const RELATED_KEYS = (sight: Sight): string => `
  select jsonb_object_agg(list.kind, list.keys)
  from (
    select placed.kind, jsonb_agg(placed.key order by placed.place) as keys
    from (
      select named.kind, named.key, row_number() over (partition by named.kind order by named.turn, named.position, named.key) as place
      from (
        select distinct on (said.kind, said.product_id) said.kind, said.turn, said.position, shown.key
        from (
          select kind, to_product_id as product_id, case source when 'portal' then 1 else 2 end as turn, position
          from product_relation where from_product_id = p.id
          union all
          select kind, from_product_id, 3, position from product_relation where to_product_id = p.id and is_mutual
        ) said
        cross join lateral (
          select o.key from catalog_entry o where o.product_id = said.product_id and o.is_listed and ${isVisible(sight, "o.key")}
          order by o.sort_title, o.key limit 1
        ) shown
        order by said.kind, said.product_id, said.turn, said.position
      ) named
    ) placed
    where placed.place <= :relations_shown
    group by placed.kind
  ) list`
