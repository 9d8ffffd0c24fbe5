import { useTranslation } from "react-i18next"
import { reasonOf } from "./reason-of"

/** Why the server did not do what was asked, in the language of the reader. */
export function useReason() {
  const { t } = useTranslation("kontor")
  return (error: Error): string => reasonOf(t, error)
}
