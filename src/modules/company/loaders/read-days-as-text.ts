import { types } from "@medusajs/framework/pg"

/**
 * Reads `date` columns as the text they are, YYYY-MM-DD. The driver would make them moments at midnight of the server's time zone,
 * which is another day elsewhere. It holds for the whole process; no table of Medusa has a `date` column.
 */
export default async function readDaysAsText(): Promise<void> {
  types.setTypeParser(types.builtins.DATE, (day) => day)
}
