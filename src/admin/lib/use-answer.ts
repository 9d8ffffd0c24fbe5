import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { send } from "./send"

type Query = Record<string, string | number>

/**
 * What a route of the admin API answers. The key is the path with its query, and nothing else, so that {@link useChange} finds every answer
 * of ours. `keepPrevious` shows the last answer until that to a changed query has come.
 */
export function useAnswer<Answer>(path: string, query: Query = {}, { keepPrevious = false }: { keepPrevious?: boolean } = {}) {
  return useQuery({
    queryKey: [path, query],
    queryFn: () => send<Answer>(path, { method: "GET", query }),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}
