/** A currency rate as the service gives it; days and decimals as text, so that neither a time zone nor a float touches them. */
export const CURRENCY_RATE_COLUMNS =
  "id, currency_code, in_currency, on_date::text as on_date, trim_scale(rate)::text as rate, source, as_of"
