import { Container, createDataTableColumnHelper, DataTable, Heading, Text, useDataTable } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate, useParams } from "react-router-dom"
import { Field } from "../../../components/field"
import { Managers } from "../../../components/managers"
import { Section } from "../../../components/section"
import { StateBadge } from "../../../components/state-badge"
import { formatDateTime, formatNumber } from "../../../lib/format"
import { sdk } from "../../../lib/sdk"
import type { HoldingCard, LegalEntityList, LegalEntityRow } from "../../../lib/types"
import { usePageOf } from "../../../lib/use-page-of"
import { usePaginationTexts } from "../../../lib/use-pagination-texts"

const columns = createDataTableColumnHelper<LegalEntityRow>()

const Entities = ({ holdingId }: { holdingId: string }) => {
  const { t } = useTranslation("kontor")
  const navigate = useNavigate()
  const texts = usePaginationTexts()
  const page = usePageOf<LegalEntityList, LegalEntityRow>("/admin/legal-entities", (answer) => answer.legal_entities, {
    holding_id: holdingId,
  })
  const table = useDataTable({
    data: page.rows,
    columns: useMemo(
      () => [
        columns.accessor("name", {
          header: t("entities.name"),
          cell: ({ row }) => `${row.original.name}${row.original.is_head ? ` (${t("entities.head")})` : ""}`,
        }),
        columns.accessor("inn", { header: t("entities.inn") }),
        columns.accessor("kpp", { header: t("entities.kpp") }),
        columns.accessor("state", { header: t("entities.state"), cell: ({ row }) => <StateBadge state={row.original.state} /> }),
      ],
      [t]
    ),
    getRowId: (row) => row.id,
    rowCount: page.count,
    isLoading: page.isLoading,
    pagination: page.pagination,
    search: page.search,
    onRowClick: (_event, row) => navigate(`/legal-entities/${row.id}`),
  })
  return (
    <Container className="p-0">
      <DataTable instance={table}>
        <DataTable.Toolbar className="flex items-center justify-between">
          <Heading level="h2">{t("entities.title")}</Heading>
          <DataTable.Search placeholder={t("entities.search")} />
        </DataTable.Toolbar>
        <DataTable.Table emptyState={{ filtered: { heading: t("nothingFound"), description: t("nothingFoundHint") } }} />
        <DataTable.Pagination translations={texts} />
      </DataTable>
      {page.error && <Text className="text-ui-fg-error px-6 pb-4">{`${t("error")}: ${page.error.message}`}</Text>}
    </Container>
  )
}

const Holding = () => {
  const { id = "" } = useParams()
  const { t, i18n } = useTranslation("kontor")
  const { data, error } = useQuery({
    queryKey: ["holding", id],
    queryFn: () => sdk.client.fetch<{ holding: HoldingCard }>(`/admin/holdings/${id}`),
  })
  if (error) {
    return <Text className="text-ui-fg-error">{`${t("error")}: ${error.message}`}</Text>
  }
  if (!data) {
    return null
  }
  const { holding } = data
  return (
    <div className="flex flex-col gap-y-3">
      <Section title={<Heading>{holding.name}</Heading>}>
        <Field label={t("clients.headEntity")}>
          {holding.head && (
            <Link className="text-ui-fg-interactive" to={`/legal-entities/${holding.head.id}`}>
              {holding.head.name}
            </Link>
          )}
        </Field>
        <Field label={t("clients.entityCount")}>{formatNumber(holding.entity_count, i18n.language)}</Field>
        <Field label={t("entities.asOf")}>{formatDateTime(holding.as_of, i18n.language)}</Field>
      </Section>
      <Managers path={`/admin/holdings/${id}`} queryKey={["holding", id]} managers={holding.managers} isHolding />
      <Entities holdingId={id} />
    </div>
  )
}

export default Holding
