import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { DemandRow } from "../../lib/demands"
import { formatDate, formatDecimal } from "../../lib/format"

/** What a line is promised, supply by supply. */
export const PromisesOf = ({ demand }: { demand: Pick<DemandRow, "promises" | "is_answer_due"> }) => {
  const { t, i18n } = useTranslation("kontor")
  return (
    <div className="flex flex-col gap-y-1 py-1">
      {demand.promises.map(({ supply_id, supply_number, expected_on, quantity, is_by_hand }) => (
        <div key={supply_id} className="flex items-center gap-x-2">
          <Link className="text-ui-fg-interactive" to={`/supplies/${supply_id}`} onClick={(event) => event.stopPropagation()}>
            {t("demands.promise", {
              quantity: formatDecimal(quantity, i18n.language),
              number: supply_number,
              day: expected_on ? formatDate(expected_on, i18n.language) : t("demands.noDay"),
            })}
          </Link>
          {is_by_hand && <Badge size="2xsmall">{t("demands.byHand")}</Badge>}
        </div>
      ))}
      {demand.promises.length === 0 && "–"}
      {demand.is_answer_due && <Text className="text-ui-tag-orange-text txt-small">{t("demands.answerDue")}</Text>}
    </div>
  )
}
