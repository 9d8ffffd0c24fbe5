import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentText } from "@medusajs/icons"
import { Button, Container, Heading, Input, Label, Select, Text } from "@medusajs/ui"
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { AuditTable } from "../../components/audit-table"
import { ErrorText } from "../../components/error-text"
import texts from "../../i18n/en"
import { type AuditFilters, auditQuery } from "../../lib/audit-query"
import { send } from "../../lib/send"
import type { AuditEntryList } from "../../lib/types"
import { useDelayed } from "../../lib/use-delayed"

const PATH = "/admin/audit-entries"
const ALL = "all"
/** Kinds of actions, by what their names begin with. Each has a text, so that none is left out of the list. */
const KINDS = Object.keys(texts.audit.groups)
const LAST_DAY = "9999-12-31"
const EMPTY: AuditFilters = { q: "", action: "", from: "", to: "" }

const Filter = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <div className="flex flex-col gap-y-1">
    <Label size="xsmall" htmlFor={id}>
      {label}
    </Label>
    {children}
  </div>
)

const AuditLog = () => {
  const { t } = useTranslation("kontor")
  const [filters, setFilters] = useState(EMPTY)
  const query = auditQuery({ ...filters, q: useDelayed(filters.q) })
  const log = useInfiniteQuery({
    queryKey: [PATH, query],
    queryFn: ({ pageParam }) =>
      send<AuditEntryList>(PATH, { method: "GET", query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }),
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
            <Select size="small" value={filters.action || ALL} onValueChange={(action) => set("action")(action === ALL ? "" : action)}>
              <Select.Trigger id="audit-action" className="min-w-[170px]">
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                <Select.Item value={ALL}>{t("audit.everything")}</Select.Item>
                {KINDS.map((kind) => (
                  <Select.Item key={kind} value={`${kind}.`}>
                    {t(`audit.groups.${kind}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          </Filter>
          <Filter id="audit-from" label={t("audit.from")}>
            <Input
              id="audit-from"
              size="small"
              type="date"
              max={LAST_DAY}
              value={filters.from}
              onChange={(event) => set("from")(event.target.value)}
            />
          </Filter>
          <Filter id="audit-to" label={t("audit.to")}>
            <Input
              id="audit-to"
              size="small"
              type="date"
              max={LAST_DAY}
              value={filters.to}
              onChange={(event) => set("to")(event.target.value)}
            />
          </Filter>
        </div>
      </div>
      <ErrorText error={log.error} />
      {log.isSuccess && entries.length === 0 && <Text className="text-ui-fg-muted px-6 py-4">{t("nothingFound")}</Text>}
      {entries.length > 0 && <AuditTable entries={entries} withSubject />}
      {log.hasNextPage && (
        <div className="flex justify-center px-6 py-4">
          <Button size="small" variant="secondary" isLoading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t("audit.more")}
          </Button>
        </div>
      )}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "audit.title", translationNs: "kontor", icon: DocumentText })

export default AuditLog
