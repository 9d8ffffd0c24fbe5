import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** What went wrong, in the words of the server; nothing while nothing has. */
export const ErrorText = ({ error }: { error: Error | null }) => {
  const { t } = useTranslation("kontor")
  return error && <Text className="text-ui-fg-error px-6 py-4">{`${t("error")}: ${error.message}`}</Text>
}
