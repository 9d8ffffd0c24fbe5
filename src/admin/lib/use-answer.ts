import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query"
import { send } from "./send"

type Query = Record<string, string | number>

/** The key is the path with its query, and nothing else, so that {@link useChange} finds every answer of ours. */
const answerTo = <Answer>(path: string, query: Query) => ({
  queryKey: [path, query],
  queryFn: () => send<Answer>(path, { method: "GET", query }),
})

/** What a route of the admin API answers. `keepPrevious` shows the last answer until that to a changed query has come. */
export function useAnswer<Answer>(path: string, query: Query = {}, { keepPrevious = false }: { keepPrevious?: boolean } = {}) {
  return useQuery({ ...answerTo<Answer>(path, query), ...(keepPrevious ? { placeholderData: keepPreviousData } : {}) })
}

/** The same for several queries of one route, such as pages that are shown together. */
export function useAnswers<Answer>(path: string, queries: readonly Query[]) {
  return useQueries({ queries: queries.map((query) => answerTo<Answer>(path, query)) })
}
