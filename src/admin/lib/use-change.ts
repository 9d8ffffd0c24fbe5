import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { sdk } from "./sdk"

export interface Change {
  path: string
  method: "POST" | "DELETE"
  body?: Record<string, unknown>
}

/** Sends a change and reads anew what is kept under the key. A refusal is told in the words of the server. */
export function useChange(queryKey: string[], onDone: () => void = () => undefined) {
  const { t } = useTranslation("kontor")
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ path, ...request }: Change) => sdk.client.fetch(path, request),
    onSuccess: () => {
      toast.success(t("entities.saved"))
      onDone()
      return queries.invalidateQueries({ queryKey })
    },
    onError: (error) => toast.error(error.message),
  })
}
