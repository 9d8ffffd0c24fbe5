import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RuleReach } from "../lib/adjustment-types"
import { formatNumber } from "../lib/format"

/** How much a rule that is tried reaches. */
export const Touched = ({ touched }: { touched: RuleReach }) => {
  const { t, i18n } = useTranslation("kontor")
  return (
    <div className="grid grid-cols-3 gap-4">
      {(["products", "contracts", "clients"] as const).map((what) => (
        <div key={what} className="bg-ui-bg-subtle rounded-md p-3">
          <Text size="xlarge" weight="plus">
            {formatNumber(touched[what], i18n.language)}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`adjustments.touched.${what}`)}
          </Text>
        </div>
      ))}
    </div>
  )
}
