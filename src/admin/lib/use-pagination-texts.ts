import { useTranslation } from "react-i18next"

/** Words of the list footer, which Medusa's own screens have translated. */
export function usePaginationTexts(): Record<"of" | "results" | "pages" | "prev" | "next", string> {
  const { t } = useTranslation("translation")
  return { of: t("general.of"), results: t("general.results"), pages: t("general.pages"), prev: t("general.prev"), next: t("general.next") }
}
