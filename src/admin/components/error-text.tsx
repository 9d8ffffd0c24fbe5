import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useReason } from "../lib/use-reason"

/** What went wrong; nothing while nothing has. */
export const ErrorText = ({ error }: { error: Error | null }) => {
  const { t } = useTranslation("kontor")
  const reasonOf = useReason()
  return error && <Text className="text-ui-fg-error px-6 py-4">{`${t("error")}: ${reasonOf(error)}`}</Text>
}
