import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AuditEntryRow } from "../lib/types"

const shown = (value: unknown): string => {
  if (value === null || value === undefined) {
    return "–"
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

/** What stood in each field before and what stands there after, side by side. */
export const AuditFacts = ({ before, after }: Pick<AuditEntryRow, "before" | "after">) => {
  const { t } = useTranslation("kontor")
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  if (fields.length === 0) {
    return <Text className="text-ui-fg-muted">{t("audit.noFacts")}</Text>
  }
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          {["field", "before", "after"].map((name) => (
            <Table.HeaderCell key={name}>{t(`audit.${name}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {fields.map((field) => (
          <Table.Row key={field}>
            <Table.Cell>{t(`audit.fields.${field}`, field)}</Table.Cell>
            <Table.Cell className="break-all">{shown(before?.[field])}</Table.Cell>
            <Table.Cell className="break-all">{shown(after?.[field])}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}
