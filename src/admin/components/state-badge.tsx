import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

const COLOURS: Record<string, "green" | "red" | "orange" | "grey" | "blue"> = {
  active: "green",
  confirmed: "green",
  done: "green",
  accepted: "blue",
  completed: "green",
  declined: "red",
  submitted: "orange",
  more_requested: "grey",
  applied: "orange",
  under_review: "orange",
  pending: "orange",
  sent: "blue",
  running: "blue",
  blocked: "red",
  failed: "red",
  closed: "grey",
}

/** State of a legal entity, contract, person, application, exchange run or outbox row, by its machine name. */
export const StateBadge = ({ state }: { state: string }) => {
  const { t } = useTranslation("kontor")
  return <StatusBadge color={COLOURS[state] ?? "grey"}>{t(`state.${state}`, state)}</StatusBadge>
}
