import { Container, DataTable, Heading, Text, useDataTable } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { PageOf } from "../lib/use-page-of"
import { usePaginationTexts } from "../lib/use-pagination-texts"
import { ErrorText } from "./error-text"
import { Section } from "./section"

type Columns<Row> = Parameters<typeof useDataTable<Row>>[0]["columns"]

interface Props<Row> {
  title: string
  level?: "h1" | "h2"
  page: PageOf<Row>
  columns: Columns<Row>
  rowId: (row: Row) => string
  onRowClick?: (row: Row) => void
  /** What the search looks at; without it there is none. */
  search?: string
  /** Filters and buttons beside the title. */
  tools?: ReactNode
  /** What is said when there is nothing at all; a filter that leaves nothing over has words of its own. */
  empty: { heading: string; description: string }
}

/** Long texts take a second line where the screen is narrow: the table never writes below its own edge, where nobody looks for the last columns. */
const WRAPPED = "[&_td>div.truncate]:!whitespace-normal [&_td]:!whitespace-normal [&_td]:!py-1 [&_th]:!whitespace-normal"

/** The table gives its own row on a click, which holds the thing, though its type says that it gives the thing. */
function thingOf<Row>(row: Row): Row {
  return typeof row === "object" && row !== null && "original" in row ? (row.original as Row) : row
}

/** A list of things by pages, as on Medusa's own screens. One among other sections takes a line, not half a screen, while it is empty. */
export function PagedTable<Row>({ title, level = "h1", page, columns, rowId, onRowClick, search, tools, empty }: Props<Row>) {
  const { t } = useTranslation("kontor")
  const texts = usePaginationTexts()
  const nothingFound = { heading: t("nothingFound"), description: t("nothingFoundHint") }
  const table = useDataTable<Row>({
    data: page.rows,
    columns,
    getRowId: rowId,
    rowCount: page.count,
    isLoading: page.isLoading,
    pagination: page.pagination,
    ...(search ? { search: page.search } : {}),
    ...(onRowClick ? { onRowClick: (_event, row) => onRowClick(thingOf(row)) } : {}),
  })
  const isEmpty = page.count === 0 && !page.isLoading && !page.error && !page.isFiltered && page.search.state === ""
  if (level === "h2" && isEmpty) {
    return (
      <Section title={title} action={<div className="flex items-center gap-x-2">{tools}</div>}>
        <Text className="text-ui-fg-muted px-6 py-4">{`${empty.heading}. ${empty.description}`}</Text>
      </Section>
    )
  }
  // That nothing could be read is not that there is nothing. What was looked for stays, to be mended.
  const isUnread = page.error !== null && page.rows.length === 0
  return (
    <Container className={`p-0 ${WRAPPED}`}>
      <DataTable instance={table}>
        <DataTable.Toolbar className="flex flex-wrap items-center justify-between gap-2">
          <Heading level={level}>{title}</Heading>
          <div className="flex flex-wrap items-center gap-2">
            {tools}
            {search && (
              <div className="w-[270px]">
                <DataTable.Search placeholder={search} className="w-full" />
              </div>
            )}
          </div>
        </DataTable.Toolbar>
        {!isUnread && <DataTable.Table emptyState={{ empty: page.isFiltered ? nothingFound : empty, filtered: nothingFound }} />}
        {!isUnread && <DataTable.Pagination translations={texts} />}
      </DataTable>
      <ErrorText error={page.error} />
    </Container>
  )
}
