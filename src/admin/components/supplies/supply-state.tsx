import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SupplyState } from "../../lib/supplies"

const COLOURS: Record<SupplyState, "green" | "red" | "orange" | "grey" | "blue"> = {
  planned: "grey",
  confirmed: "blue",
  in_transit: "blue",
  at_customs: "orange",
  arrived: "green",
  cancelled: "red",
}

/** Where a supply stands. */
export const SupplyStateBadge = ({ state }: { state: SupplyState }) => {
  const { t } = useTranslation("kontor")
  return <StatusBadge color={COLOURS[state]}>{t(`supplies.states.${state}`)}</StatusBadge>
}
