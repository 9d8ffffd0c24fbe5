/** SQL: what is kept with a cart line `l` in `metadata.kontor`; nothing where its dealer, whose the metadata is, has written something else in its place. */
export const KEPT = `case when jsonb_typeof(l.metadata -> 'kontor') = 'object' then l.metadata -> 'kontor' else '{}' end`

const IS_AMOUNT = `~ '^[0-9]+([.][0-9]+){0,1}$'`

/** SQL: the notice among it, if it is one. */
export const NOTICE = `
  case when l.metadata #>> '{kontor,price_notice,code}' in ('price_changed', 'no_price') and l.metadata #>> '{kontor,price_notice,from}' ${IS_AMOUNT}
    and coalesce(l.metadata #>> '{kontor,price_notice,to}', '0') ${IS_AMOUNT} then l.metadata #> '{kontor,price_notice}' end`
