/**
 * What hangs on each new variant of `load_variant`: its mapping, inventory item and price set with the links that tie them. In this
 * order, parents first.
 */
export const INSERT_VARIANT_PARTS = [
  `insert into erp_mapping (source, kind, external_id, internal_id)
   select :source, 'offer', external_id, id from load_variant where is_new order by external_id`,
  `insert into inventory_item (id, sku, title, requires_shipping)
   select inventory_item_id, sku, title, true from load_variant where is_new order by seq`,
  `insert into product_variant_inventory_item (id, variant_id, inventory_item_id, required_quantity)
   select kontor_id('pvitem', :moment), id, inventory_item_id, 1 from load_variant where is_new order by seq`,
  `insert into price_set (id) select price_set_id from load_variant where is_new order by seq`,
  `insert into product_variant_price_set (id, variant_id, price_set_id)
   select kontor_id('pvps', :moment), id, price_set_id from load_variant where is_new order by seq`,
]

/** The inventory item repeats the SKU of its variant. */
export const UPDATE_INVENTORY_SKU = `
  update inventory_item i set sku = l.sku, updated_at = now()
  from load_variant l join product_variant_inventory_item link on link.variant_id = l.id and link.deleted_at is null
  where not l.is_new and i.id = link.inventory_item_id and i.sku is distinct from l.sku`
