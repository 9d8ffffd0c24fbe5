import { Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatDateTime } from "../lib/format"
import type { AuditEntryRow } from "../lib/types"
import { AuditEntry, useActionName, useActorName } from "./audit-entry"

interface Props {
  entries: AuditEntryRow[]
  /** Says of what and of whom each is; needless where all are of one thing. */
  withSubject?: boolean
}

/** Entries of the log, newest first; a click shows one in whole. */
export const AuditTable = ({ entries, withSubject = false }: Props) => {
  const { t, i18n } = useTranslation("kontor")
  const nameOf = useActorName()
  const actionOf = useActionName()
  const [opened, setOpened] = useState<AuditEntryRow | null>(null)
  return (
    <>
      <Table>
        <Table.Header>
          <Table.Row>
            {["at", "actor", "action", ...(withSubject ? ["subject", "entity"] : [])].map((name) => (
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
              {withSubject && <Table.Cell>{entry.subject.name ?? entry.subject.id}</Table.Cell>}
              {withSubject && <Table.Cell>{entry.legal_entity?.name ?? "–"}</Table.Cell>}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <AuditEntry entry={opened} onClose={() => setOpened(null)} />
    </>
  )
}
