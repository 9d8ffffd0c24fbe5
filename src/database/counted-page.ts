type Counted<Row> = { total_count: number } & Row

/** A row of a page that bears how many there are in all; an empty page comes as one row without an id, so that the count comes with it too. */
export type CountedRow<Row extends { id: string }> = Counted<Row> | Counted<{ id: null }>

/** The rows of a page, and how many there are in all. */
export function countedPage<Row extends { id: string }>(
  counted: CountedRow<Row>[]
): { rows: Omit<Counted<Row>, "total_count">[]; count: number } {
  const rows = counted.filter(isRow).map(({ total_count: _, ...row }) => row)
  return { rows, count: counted[0]?.total_count ?? 0 }
}

function isRow<Row extends { id: string }>(row: CountedRow<Row>): row is Counted<Row> {
  return row.id !== null
}
