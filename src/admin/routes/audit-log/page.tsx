import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentText } from "@medusajs/icons"
import { Button, Container, Heading, Input, Label, Select, Table, Text } from "@medusajs/ui"
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { AuditEntry, useActorName } from "../../components/audit-entry"
import { formatDateTime } from "../../lib/format"
import { sdk } from "../../lib/sdk"
import type { AuditEntryList, AuditEntryRow } from "../../lib/types"

const ALL = "all"
/** Kinds of actions by the beginning of their names. */
const KINDS = ["employee.", "legal_entity.", "acting_session.", "order.", "staff_member.", "exchange_account.", "exchange_run."] as const
const EMPTY = { q: "", action: ALL, from: "", to: "" }
const DAY_MS = 86_400_000

/** Days are those of the reader; the last one is included. */
const toQuery = ({ q, action, from, to }: typeof EMPTY) => ({
  ...(q.trim().length >= 2 ? { q: q.trim() } : {}),
  ...(action === ALL ? {} : { action }),
  ...(from ? { from: new Date(`${from}T00:00`).toISOString() } : {}),
  ...(to ? { to: new Date(new Date(`${to}T00:00`).getTime() + DAY_MS).toISOString() } : {}),
})

const Filter = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <div className="flex flex-col gap-y-1">
    <Label size="xsmall" htmlFor={id}>
      {label}
    </Label>
    {children}
  </div>
)

const AuditLog = () => {
  const { t, i18n } = useTranslation("kontor")
  const nameOf = useActorName()
  const [filters, setFilters] = useState(EMPTY)
  const [opened, setOpened] = useState<AuditEntryRow | null>(null)
  const query = toQuery(filters)
  const log = useInfiniteQuery({
    queryKey: ["audit-entries", query],
    queryFn: ({ pageParam }) =>
      sdk.client.fetch<AuditEntryList>("/admin/audit-entries", { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  })
  const entries = log.data?.pages.flatMap((page) => page.audit_entries) ?? []
  const set = (name: keyof typeof EMPTY) => (value: string) => setFilters({ ...filters, [name]: value })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-end justify-between gap-2 px-6 py-4">
        <Heading>{t("audit.title")}</Heading>
        <div className="flex flex-wrap items-end gap-2">
          <Filter id="audit-q" label={t("audit.search")}>
            <Input id="audit-q" size="small" type="search" value={filters.q} onChange={(event) => set("q")(event.target.value)} />
          </Filter>
          <Filter id="audit-action" label={t("audit.what")}>
            <Select size="small" value={filters.action} onValueChange={set("action")}>
              <Select.Trigger id="audit-action" className="min-w-[170px]">
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                <Select.Item value={ALL}>{t("audit.everything")}</Select.Item>
                {KINDS.map((kind) => (
                  <Select.Item key={kind} value={kind}>
                    {t(`audit.groups.${kind.slice(0, -1)}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          </Filter>
          <Filter id="audit-from" label={t("audit.from")}>
            <Input id="audit-from" size="small" type="date" value={filters.from} onChange={(event) => set("from")(event.target.value)} />
          </Filter>
          <Filter id="audit-to" label={t("audit.to")}>
            <Input id="audit-to" size="small" type="date" value={filters.to} onChange={(event) => set("to")(event.target.value)} />
          </Filter>
        </div>
      </div>
      {log.error && <Text className="text-ui-fg-error px-6 py-4">{`${t("error")}: ${log.error.message}`}</Text>}
      {log.isSuccess && entries.length === 0 && <Text className="text-ui-fg-muted px-6 py-4">{t("nothingFound")}</Text>}
      {entries.length > 0 && (
        <Table>
          <Table.Header>
            <Table.Row>
              {["at", "actor", "action", "subject", "entity"].map((name) => (
                <Table.HeaderCell key={name}>{t(`audit.${name}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {entries.map((entry) => (
              <Table.Row key={entry.id} className="cursor-pointer" onClick={() => setOpened(entry)}>
                <Table.Cell>{formatDateTime(entry.at, i18n.language)}</Table.Cell>
                <Table.Cell>{nameOf(entry)}</Table.Cell>
                <Table.Cell>{t(`audit.actions.${entry.action.replace(/\./g, "_")}`, entry.action)}</Table.Cell>
                <Table.Cell>{entry.subject.name ?? entry.subject.id}</Table.Cell>
                <Table.Cell>{entry.legal_entity?.name ?? "–"}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
      {log.hasNextPage && (
        <div className="flex justify-center px-6 py-4">
          <Button size="small" variant="secondary" isLoading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t("audit.more")}
          </Button>
        </div>
      )}
      <AuditEntry entry={opened} onClose={() => setOpened(null)} />
    </Container>
  )
}

export const config = defineRouteConfig({ label: "audit.title", translationNs: "kontor", icon: DocumentText })

export default AuditLog
