import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface Props {
  value: string | null
  /** The outcome of the check of its form and control digits; undefined where nothing is to be said of it. */
  isRight: boolean | undefined
}

/** A number of a company with what the check of it says; nothing is said of one that is missing. */
export const NumberMark = ({ value, isRight }: Props) => {
  const { t } = useTranslation("kontor")
  if (!value) {
    return <>–</>
  }
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {value}
      {isRight !== undefined && (
        <StatusBadge color={isRight ? "green" : "red"}>{t(isRight ? "applications.checked" : "clients.cannotBeRight")}</StatusBadge>
      )}
    </span>
  )
}

/** For a list of faults, which names only what is wrong: `isRight` of a field. */
export const unlessFaulty = (faults: string[], field: string): false | undefined =>
  faults.includes(`${field}_invalid`) ? false : undefined
