import { toast } from "@medusajs/ui"
import { type Query, useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { send } from "./send"
import { useReason } from "./use-reason"

export interface Change {
  path: string
  method: "POST" | "DELETE"
  query?: Record<string, string>
  body?: Record<string, unknown>
  form?: FormData
}

type Options<Result> =
  | {
      isQuestion?: false
      /** What is said when it is done; nothing when null. */
      notice?: string | null
      onDone?: (result: Result) => void
      /** Medusa's own answers that the change tells on, by the name of the resource. */
      stock?: readonly string[]
    }
  | {
      /**
       * Only asks what a change would do: nothing is said of it and nothing read anew. The answer is `data` and nothing is told when it comes:
       * after `reset()` what was asked before must not pass for the answer to something else.
       */
      isQuestion: true
      notice?: never
      onDone?: never
      stock?: never
    }

/** Keys of our answers begin with the path of their route; Medusa's own with the name of a resource. */
const isToldOn =
  (stock: readonly string[]) =>
  ({ queryKey: [path] }: Query): boolean =>
    typeof path === "string" && (path.startsWith("/admin/") || stock.includes(path))

/**
 * Sends a change and reads anew every answer of ours that is shown: a change on one screen tells on others (the list, the log of actions),
 * which the dashboard would otherwise show as they were for a minute and a half.
 */
export function useChange<Result = unknown>({ notice, isQuestion = false, onDone, stock = [] }: Options<Result> = {}) {
  const { t } = useTranslation("kontor")
  const reasonOf = useReason()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ path, ...request }: Change) => send<Result>(path, request),
    onSuccess: (result, { path, method }) => {
      if (notice !== null && !isQuestion) {
        toast.success(notice ?? t("entities.saved"))
      }
      onDone?.(result)
      const isToRead = isToldOn(stock)
      // What was removed is not read again, though the screen that showed it may still be leaving.
      const isGone = (query: Query) => method === "DELETE" && `${String(query.queryKey[0])}/`.startsWith(`${path}/`)
      return isQuestion ? undefined : queries.invalidateQueries({ predicate: (query) => isToRead(query) && !isGone(query) })
    },
    onError: (error) => toast.error(reasonOf(error)),
  })
}
