/**
 * SQL: what a cart is made of, lines and quantities, as one short text; changes with any of them, whoever changes them and by whatever route.
 * `cartId` is an expression.
 */
export const cartLinesDigest = (cartId: string) => `(
    select md5(coalesce(string_agg(d.id || ' ' || coalesce(d.variant_id, '') || ' ' || d.quantity, ',' order by d.id collate "C"), ''))
    from cart_line_item d where d.cart_id = ${cartId} and d.deleted_at is null)`
