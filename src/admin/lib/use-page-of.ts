import type { DataTablePaginationState } from "@medusajs/ui"
import { useState } from "react"
import { useAnswer } from "./use-answer"

interface Narrowing {
  /** What the list is about, e.g. the entities of one holding. */
  within?: Record<string, string>
  /** What the reader has chosen; undefined where he has not. */
  filters?: Record<string, string | undefined>
}

export type PageOf<Row> = ReturnType<typeof usePageOf<{ count: number }, Row>>

/** One page of a list with search and filters; a change of either goes back to the first page. */
export function usePageOf<Answer extends { count: number }, Row>(
  path: string,
  pick: (answer: Answer) => Row[],
  { within = {}, filters = {} }: Narrowing = {}
) {
  const [pagination, setPagination] = useState<DataTablePaginationState>({ pageIndex: 0, pageSize: 20 })
  const [search, setSearch] = useState("")
  const chosen = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  const { data, isLoading, error } = useAnswer<Answer>(
    path,
    {
      limit: pagination.pageSize,
      offset: pagination.pageIndex * pagination.pageSize,
      ...(search ? { q: search } : {}),
      ...within,
      ...Object.fromEntries(chosen),
    },
    { keepPrevious: true }
  )
  const toFirstPage = () => setPagination((page) => ({ ...page, pageIndex: 0 }))
  return {
    /** All that was answered, for what a list says besides its rows. */
    answer: data,
    rows: data ? pick(data) : [],
    count: data?.count ?? 0,
    isLoading,
    isFiltered: chosen.length > 0,
    error,
    pagination: { state: pagination, onPaginationChange: setPagination },
    search: {
      state: search,
      onSearchChange: (text: string) => {
        setSearch(text)
        toFirstPage()
      },
    },
    toFirstPage,
  }
}
