/** SQL: an array of JSON, an empty one for anything else. */
export const jsonArray = (json: string): string => `case when jsonb_typeof(${json}) = 'array' then ${json} else '[]' end`
