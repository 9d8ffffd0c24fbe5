import type { DataTablePaginationState } from "@medusajs/ui"
import { useAnswer } from "./use-answer"
import { useKept } from "./use-kept"

interface Narrowing {
  /** What the list is about, e.g. the entities of one holding. */
  within?: Record<string, string>
  /** What the reader has chosen; undefined where he has not. */
  filters?: Record<string, string | undefined>
}

export type PageOf<Row> = ReturnType<typeof usePageOf<{ count: number }, Row>>

/**
 * One page of a list with search and filters; when either changes, or the list itself, it is the first page again. By "back" it is the page
 * that was left, where the filters are kept as well.
 */
export function usePageOf<Answer extends { count: number }, Row>(
  path: string,
  pick: (answer: Answer) => Row[],
  { within = {}, filters = {} }: Narrowing = {}
) {
  const about = JSON.stringify([path, within])
  const [search, setSearch] = useKept(`search ${about}`, "")
  const list = JSON.stringify([path, within, filters, search])
  const [turned, setTurned] = useKept<DataTablePaginationState & { list: string }>(`page ${about}`, { pageIndex: 0, pageSize: 20, list })
  if (turned.list !== list) {
    setTurned({ ...turned, pageIndex: 0, list })
  }
  const { pageIndex, pageSize } = turned
  const chosen = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  const { data, isLoading, error } = useAnswer<Answer>(
    path,
    {
      limit: pageSize,
      offset: pageIndex * pageSize,
      ...(search ? { q: search } : {}),
      ...within,
      ...Object.fromEntries(chosen),
    },
    { keepPrevious: true }
  )
  return {
    /** All that was answered, for what a list says besides its rows. */
    answer: data,
    rows: data ? pick(data) : [],
    count: data?.count ?? 0,
    isLoading,
    isFiltered: chosen.length > 0,
    error,
    pagination: {
      state: { pageIndex, pageSize },
      onPaginationChange: (page: DataTablePaginationState) => setTurned({ ...page, list }),
    },
    search: { state: search, onSearchChange: setSearch },
  }
}
