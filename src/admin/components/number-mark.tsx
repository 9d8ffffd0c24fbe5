import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** A number of a company with a mark when its form or its control digits are wrong; nothing is said of one that is missing. */
export const NumberMark = ({ value, faults, field }: { value: string | null; faults: string[]; field: string }) => {
  const { t } = useTranslation("kontor")
  if (!value) {
    return <>–</>
  }
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {value}
      {faults.includes(`${field}_invalid`) && <StatusBadge color="red">{t("clients.cannotBeRight")}</StatusBadge>}
    </span>
  )
}
