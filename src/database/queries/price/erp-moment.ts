/**
 * When the ERP said the prices of a type, as an expression over `alias`, a row of `price_type`; null where the staff sets them: that moment is
 * no word of the ERP's, and is not told as one.
 */
export const erpMoment = (alias: string): string => `case when ${alias}.source = 'erp' then ${alias}.as_of end`
