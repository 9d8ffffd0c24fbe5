/** SQL: the integer key of a category that dealers may see; no row when there is none. Takes `:category_id`. */
export const CATEGORY_KEY = `
  select k.key from catalog_category k
  join product_category c on c.id = k.category_id and c.deleted_at is null and c.is_active and not c.is_internal
  where k.category_id = :category_id`
