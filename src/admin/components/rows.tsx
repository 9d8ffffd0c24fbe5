import { Table, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A plain table of a section: heads, and a row of cells for each thing; a sentence where there is none. */
export const Rows = ({ heads, rows, empty }: { heads: string[]; rows: { id: string; cells: ReactNode[] }[]; empty: string }) => {
  if (rows.length === 0) {
    return <Text className="text-ui-fg-muted px-6 py-4">{empty}</Text>
  }
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          {heads.map((head, position) => (
            <Table.HeaderCell key={`${position}-${head}`}>{head}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {rows.map(({ id, cells }) => (
          <Table.Row key={id}>
            {cells.map((cell, position) => (
              <Table.Cell key={position} className="py-2">
                {cell === null || cell === "" ? "–" : cell}
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}
