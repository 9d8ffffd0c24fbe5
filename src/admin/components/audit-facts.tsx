import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { factWord, fieldWord } from "../lib/fact-words"
import type { AuditEntryRow } from "../lib/types"

/** What stood in each field before and what stands there after, side by side. */
export const AuditFacts = ({ before, after, names }: Pick<AuditEntryRow, "before" | "after" | "names">) => {
  const { t, i18n } = useTranslation("kontor")
  const context = { t: (key: string, fallback: string) => t(key, fallback), language: i18n.language, names }
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
            <Table.Cell>{fieldWord(field, context)}</Table.Cell>
            <Table.Cell className="whitespace-normal break-words">{factWord(field, before?.[field], context)}</Table.Cell>
            <Table.Cell className="whitespace-normal break-words">{factWord(field, after?.[field], context)}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}
