/**
 * SQL: categories `c` into which the product of a seen entry `e` is put, as far as dealers see them and all above them: the entry itself knows these by
 * their keys. Whoever sees the entry sees something in each of them.
 */
export const SEEN_PLACES = `
  product_category_product cp
  join product_category c on c.id = cp.product_category_id
  join catalog_category place on place.category_id = c.id and place.key = any (e.category_keys)
    and cp.product_id = e.product_id`
