import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PromotionTypes } from "@medusajs/framework/types"

const GROUPS = `
  select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.id)
  from customer_group_customer m join customer_group g on g.id = m.customer_group_id and g.deleted_at is null
  where m.customer_id = c.customer_id and m.deleted_at is null`

const HEAD = `
  select c.id, c.email, c.currency_code, c.region_id, c.sales_channel_id, c.locale, c.metadata, c.customer_id,
    (select jsonb_build_object('id', r.id, 'name', r.name, 'currency_code', r.currency_code) from region r where r.id = c.region_id) as region,
    (select to_jsonb(a) from cart_address a where a.id = c.shipping_address_id and a.deleted_at is null) as shipping_address,
    (select jsonb_build_object('id', u.id, 'email', u.email, 'company_name', u.company_name, 'has_account', u.has_account, 'metadata', u.metadata,
      'groups', coalesce((${GROUPS}), '[]')) from customer u where u.id = c.customer_id) as customer,
    (select trim_scale(coalesce(sum(l.unit_price * l.quantity), 0))::text from cart_line_item l where l.cart_id = c.id and l.deleted_at is null) as amount
  from cart c where c.id = :cart_id`

/** What rules of promotions may ask of a line: all that Medusa's own refresh of a cart puts into it, but no tax, which dealers' carts have none of. */
const LINES = `
  select l.id, l.variant_id, l.variant_sku, l.product_id, l.product_handle, l.product_type, l.product_type_id, l.product_collection, l.requires_shipping, l.is_giftcard,
    l.is_discountable, l.is_tax_inclusive, l.metadata, l.quantity, trim_scale(l.unit_price)::text as unit_price,
    trim_scale(l.unit_price * l.quantity)::text as subtotal, trim_scale(l.unit_price * l.quantity)::text as original_total,
    jsonb_build_object('id', p.id, 'is_giftcard', p.is_giftcard, 'collection_id', p.collection_id, 'type_id', p.type_id, 'weight', p.weight,
      'categories', coalesce((select jsonb_agg(jsonb_build_object('id', k.product_category_id)) from product_category_product k where k.product_id = p.id), '[]'),
      'tags', coalesce((select jsonb_agg(jsonb_build_object('id', t.product_tag_id)) from product_tags t where t.product_id = p.id), '[]')) as product,
    jsonb_build_object('id', v.id, 'weight', v.weight, 'length', v.length, 'height', v.height, 'width', v.width, 'material', v.material,
      'product', jsonb_build_object('id', p.id)) as variant
  from cart_line_item l
  left join product p on p.id = l.product_id
  left join product_variant v on v.id = l.variant_id
  where l.cart_id = :cart_id and l.deleted_at is null
  order by l.created_at, l.id`

type Head = PromotionTypes.ComputeActionContext & { amount: string }

/** A cart as Medusa's promotions look at it, at the prices that its lines have now; sums are those before promotions. */
export async function cartContext(db: Knex, cartId: string): Promise<PromotionTypes.ComputeActionContext> {
  const heads = await db.raw<{ rows: [Head] }>(HEAD, { cart_id: cartId })
  const lines = await db.raw<{ rows: PromotionTypes.ComputeActionItemLine[] }>(LINES, { cart_id: cartId })
  const { amount, ...head } = heads.rows[0]
  const sums = {
    subtotal: amount,
    item_subtotal: amount,
    original_item_subtotal: amount,
    item_total: amount,
    original_item_total: amount,
    total: amount,
  }
  return { ...head, ...sums, items: lines.rows, shipping_methods: [] }
}
