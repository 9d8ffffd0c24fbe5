import type { DataTablePaginationState } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { sdk } from "./sdk"

export interface PageOf<Row> {
  rows: Row[]
  count: number
}

/** One page of a list with search and filters; a change of either goes back to the first page. */
export function usePageOf<Answer extends { count: number }, Row>(
  path: string,
  pick: (answer: Answer) => Row[],
  filters: Record<string, string | undefined> = {}
) {
  const [pagination, setPagination] = useState<DataTablePaginationState>({ pageIndex: 0, pageSize: 20 })
  const [search, setSearch] = useState("")
  const query = {
    limit: pagination.pageSize,
    offset: pagination.pageIndex * pagination.pageSize,
    ...(search ? { q: search } : {}),
    ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value)),
  }
  const { data, isLoading, error } = useQuery({
    queryKey: [path, query],
    queryFn: () => sdk.client.fetch<Answer>(path, { query }),
    placeholderData: keepPreviousData,
  })
  return {
    rows: data ? pick(data) : [],
    count: data?.count ?? 0,
    isLoading,
    error,
    pagination: { state: pagination, onPaginationChange: setPagination },
    search: {
      state: search,
      onSearchChange: (text: string) => {
        setSearch(text)
        setPagination((page) => ({ ...page, pageIndex: 0 }))
      },
    },
    toFirstPage: () => setPagination((page) => ({ ...page, pageIndex: 0 })),
  }
}
