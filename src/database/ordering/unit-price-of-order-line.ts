/**
 * SQL: what one base unit of an order's line `li` costs in the version that item `i` is of, as text: a change of the order keeps another price with the item
 * alone.
 */
export const UNIT_PRICE_OF_ORDER_LINE = `coalesce(i.raw_unit_price ->> 'value', i.unit_price::text, li.raw_unit_price ->> 'value', li.unit_price::text)`
