/**
 * SQL: how many base units of the line `li` of an order are held in stock, as text: as many as all its items are held for.
 *
 * @param li alias of `order_line_item`
 */
export const RESERVED_OF_LINE = (li: string) => `
  coalesce((
    select trim_scale(min(held.units))::text from (
      select sum(ri.quantity) / coalesce(max(part.required_quantity), 1) as units
      from reservation_item ri
      left join product_variant_inventory_item part on part.variant_id = ${li}.variant_id and part.inventory_item_id = ri.inventory_item_id
        and part.deleted_at is null
      where ri.line_item_id = ${li}.id and ri.deleted_at is null group by ri.inventory_item_id) held), '0')`
