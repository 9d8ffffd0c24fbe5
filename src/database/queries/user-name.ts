/** SQL of the name of a Medusa user under this alias; null where he has given none. */
export const userName = (alias: string) => `nullif(trim(concat_ws(' ', ${alias}.first_name, ${alias}.last_name)), '')`
