import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AuditEntryRow } from "../lib/types"
import { AuditTable } from "./audit-table"
import { Section } from "./section"

/** What people did to a thing, newest first; a click shows what stood before and after. */
export const History = ({ entries, empty }: { entries: AuditEntryRow[]; empty: string }) => {
  const { t } = useTranslation("kontor")
  return (
    <Section title={t("adjustments.history")}>
      {entries.length === 0 ? <Text className="text-ui-fg-muted px-6 py-4">{empty}</Text> : <AuditTable entries={entries} />}
    </Section>
  )
}
