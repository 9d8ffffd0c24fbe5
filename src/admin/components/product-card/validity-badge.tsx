import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { DocumentRow } from "../../lib/product-documents"

const COLOURS = { expired: "red", expiring: "orange", valid: "green" } as const

/** How long a document holds, in a word. */
export const ValidityBadge = ({ validity }: { validity: DocumentRow["validity"] }) => {
  const { t } = useTranslation("kontor")
  return <StatusBadge color={COLOURS[validity]}>{t(`productCard.documents.validities.${validity}`)}</StatusBadge>
}
