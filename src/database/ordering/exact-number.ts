/** SQL: Medusa's shape of an exact number, which stands beside its numeric column. `text` is an expression of decimal text, or null. */
export const exactNumber = (text: string) => `case when ${text} is not null then jsonb_build_object('value', ${text}, 'precision', 20) end`
