import { createDataTableColumnHelper, Heading, Switch } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate, useParams } from "react-router-dom"
import { ErrorText } from "../../../components/error-text"
import { Field } from "../../../components/field"
import { Managers } from "../../../components/managers"
import { PagedTable } from "../../../components/paged-table"
import { RoleTable } from "../../../components/role-table"
import { Section } from "../../../components/section"
import { StateBadge } from "../../../components/state-badge"
import { formatDateTime, formatNumber } from "../../../lib/format"
import type { HoldingCard, LegalEntityList, LegalEntityRow } from "../../../lib/types"
import { useAnswer } from "../../../lib/use-answer"
import { useChange } from "../../../lib/use-change"
import { usePageOf } from "../../../lib/use-page-of"
import { useWithHead } from "../../../lib/use-with-head"

const columns = createDataTableColumnHelper<LegalEntityRow>()

const Entities = ({ holdingId }: { holdingId: string }) => {
  const { t } = useTranslation("kontor")
  const navigate = useNavigate()
  const withHead = useWithHead()
  const page = usePageOf<LegalEntityList, LegalEntityRow>("/admin/legal-entities", (answer) => answer.legal_entities, {
    within: { holding_id: holdingId },
  })
  const shown = useMemo(
    () => [
      columns.accessor("name", {
        header: t("entities.name"),
        cell: ({ row }) => withHead(row.original.name, row.original.is_head),
      }),
      columns.accessor("inn", { header: t("entities.inn") }),
      columns.accessor("kpp", { header: t("entities.kpp") }),
      columns.accessor("state", { header: t("entities.state"), cell: ({ row }) => <StateBadge state={row.original.state} /> }),
    ],
    [t, withHead]
  )
  return (
    <PagedTable
      title={t("entities.title")}
      level="h2"
      page={page}
      columns={shown}
      rowId={(row) => row.id}
      onRowClick={(row) => navigate(`/legal-entities/${row.id}`)}
      search={t("entities.search")}
      empty={{ heading: t("entities.empty"), description: t("entities.emptyHint") }}
    />
  )
}

const Holding = () => {
  const { id = "" } = useParams()
  const { t, i18n } = useTranslation("kontor")
  const path = `/admin/holdings/${id}`
  const change = useChange()
  const { data, error } = useAnswer<{ holding: HoldingCard }>(path)
  if (!data) {
    return <ErrorText error={error} />
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
        <Field label={t("clients.sharedNumbers")}>
          <Switch
            checked={holding.shares_part_numbers}
            disabled={change.isPending}
            aria-label={t("clients.sharedNumbers")}
            onCheckedChange={(shares_part_numbers) => change.mutate({ path, method: "POST", body: { shares_part_numbers } })}
          />
        </Field>
        <Field label={t("entities.asOf")}>{formatDateTime(holding.as_of, i18n.language)}</Field>
      </Section>
      <Managers path={path} managers={holding.managers} isHolding />
      <Entities holdingId={id} />
      <RoleTable holdingId={id} />
    </div>
  )
}

export default Holding
