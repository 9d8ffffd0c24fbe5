import { Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatDateTime } from "../lib/format"
import type { AuditEntryRow } from "../lib/types"
import { AuditEntry, useActionName, useActorName } from "./audit-entry"
import { Section } from "./section"

/** What people did to a thing, newest first; a click shows what stood before and after. */
export const History = ({ entries, empty }: { entries: AuditEntryRow[]; empty: string }) => {
  const { t, i18n } = useTranslation("kontor")
  const nameOf = useActorName()
  const actionOf = useActionName()
  const [opened, setOpened] = useState<AuditEntryRow | null>(null)
  return (
    <Section title={t("adjustments.history")}>
      {entries.length === 0 && <Text className="text-ui-fg-muted px-6 py-4">{empty}</Text>}
      {entries.length > 0 && (
        <Table>
          <Table.Header>
            <Table.Row>
              {["at", "actor", "action"].map((name) => (
                <Table.HeaderCell key={name}>{t(`audit.${name}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {entries.map((entry) => (
              <Table.Row key={entry.id} className="cursor-pointer" onClick={() => setOpened(entry)}>
                <Table.Cell>{formatDateTime(entry.at, i18n.language)}</Table.Cell>
                <Table.Cell>{nameOf(entry)}</Table.Cell>
                <Table.Cell>{actionOf(entry.action)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
      <AuditEntry entry={opened} onClose={() => setOpened(null)} />
    </Section>
  )
}
