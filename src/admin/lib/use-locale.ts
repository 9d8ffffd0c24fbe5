import { useTranslation } from "react-i18next"

/** The language in which the server is asked for its texts. */
export function useLocale(): "ru" | "en" {
  return useTranslation("kontor").i18n.language.startsWith("ru") ? "ru" : "en"
}
