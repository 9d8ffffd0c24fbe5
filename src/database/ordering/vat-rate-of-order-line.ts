/**
 * SQL: percent of VAT of a line `li` of an order, as it was when the order was placed; what the catalogue `entry` says now where that was not kept.
 * Both are aliases. Null = without VAT, or not told.
 */
export const vatRateOfOrderLine = (li: string, entry: string) => `
    case when jsonb_exists(${li}.metadata #> '{kontor,price}', 'vat_rate') then ${li}.metadata #>> '{kontor,price,vat_rate}'
      else trim_scale(${entry}.vat_rate)::text end`
