/**
 * SQL of a field of a document `l`, of the row `t` that stands where the package did not mention it. In a document absent is "leave it",
 * JSON null is "none".
 */
export const said = (field: string, column = field) =>
  `case when l.record -> '${field}' is null then t.${column} else l.record ->> '${field}' end`
