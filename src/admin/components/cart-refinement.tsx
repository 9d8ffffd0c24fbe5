import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatDateTime } from "../lib/format"
import type { ClientCartRow } from "../lib/types"

/** Whether the prices of a cart are the word of 1C itself, since when, and what that changed; or why not. */
export const CartRefinement = ({ refinement }: Pick<ClientCartRow, "refinement">) => {
  const { t, i18n } = useTranslation("kontor")
  if (refinement === null) {
    return "–"
  }
  const { refined, not_refined, changed_lines, own_lines } = refinement
  const moment = (at: string) => formatDateTime(at, i18n.language)
  return (
    <span className="flex flex-col whitespace-normal py-1">
      <StatusBadge color={refined ? "green" : "orange"}>{t(refined ? "refined.holds" : "refined.doesNotHold")}</StatusBadge>
      <span className="text-ui-fg-subtle txt-small flex flex-col">
        {refined && <span>{[moment(refined.at), refined.document].filter(Boolean).join(" · ")}</span>}
        {refined && <span>{t("refined.lines", { changed: changed_lines, own: own_lines })}</span>}
        {not_refined && (
          <span>
            {[not_refined.at && moment(not_refined.at), t(`refined.codes.${not_refined.code}`, not_refined.code)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        )}
      </span>
    </span>
  )
}
