import { useCallback } from "react"
import { useTranslation } from "react-i18next"

/** Writes a name with a mark where it belongs to the head of a holding. */
export function useWithHead(): (name: string, isHead: boolean) => string {
  const { t } = useTranslation("kontor")
  return useCallback((name, isHead) => (isHead ? `${name} (${t("entities.head")})` : name), [t])
}
