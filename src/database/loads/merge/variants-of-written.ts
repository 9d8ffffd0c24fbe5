/**
 * SQL: `variant_id` of all variants of the products that CTE `written` names by `product_id`, some of them twice. The index of variants by product has
 * none that were deleted; those that the catalogue knows are found by their entries.
 */
export const VARIANTS_OF_WRITTEN = `
  select v.id as variant_id from written join product_variant v on v.product_id = written.product_id and v.deleted_at is null
  union all
  select e.variant_id from written join catalog_entry e on e.product_id = written.product_id`
