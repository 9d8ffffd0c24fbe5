import { useTranslation } from "react-i18next"
import { Refused } from "./send"

/** Why the server did not do what was asked: in the language of the reader where its code has a text, in the words of the server otherwise. */
export function useReason() {
  const { t } = useTranslation("kontor")
  return (error: Error): string => (error instanceof Refused && error.code ? t(`refused.${error.code}`, error.message) : error.message)
}
