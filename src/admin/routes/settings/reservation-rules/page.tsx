import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, createDataTableColumnHelper, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FilterChoice } from "../../../components/filter-choice"
import { PagedTable } from "../../../components/paged-table"
import { ReservationRuleForm } from "../../../components/reservations/rule-form"
import { SCOPES } from "../../../lib/adjustment-types"
import type { ReservationRuleList, ReservationRuleRow } from "../../../lib/reservations"
import { useAnswer } from "../../../lib/use-answer"
import { useChange } from "../../../lib/use-change"
import { usePageOf } from "../../../lib/use-page-of"

const PATH = "/admin/reservation-rules"
const columns = createDataTableColumnHelper<ReservationRuleRow>()

/** When and how long orders are reserved, by client. */
const ReservationRules = () => {
  const { t } = useTranslation("kontor")
  const prompt = usePrompt()
  const end = useChange({ notice: t("reservations.ruleEnded") })
  const [edited, setEdited] = useState<ReservationRuleRow | "new" | null>(null)
  const [scope_kind, setScopeKind] = useState<string>()
  const page = usePageOf<ReservationRuleList, ReservationRuleRow>(PATH, (answer) => answer.reservation_rules, { filters: { scope_kind } })
  const { data } = useAnswer<ReservationRuleList>(PATH, { limit: 1 })
  const nameOfScope = ({ scope }: ReservationRuleRow) => scope.name ?? t(`adjustments.scopes.${scope.kind}`)
  const hoursOf = (said: number | null, none: string) =>
    said === null ? "–" : said === 0 ? none : t("reservations.hoursOf", { count: said })
  const ask = async (rule: ReservationRuleRow) => {
    const question = { title: t("reservations.end"), description: t("reservations.endQuestion", { scope: nameOfScope(rule) }) }
    if (await prompt({ ...question, confirmText: t("reservations.end"), cancelText: t("cancel") })) {
      end.mutate({ path: `${PATH}/${rule.id}`, method: "DELETE" })
    }
  }
  const shown = [
    columns.accessor(nameOfScope, { id: "scope", header: t("adjustments.scope") }),
    columns.accessor(
      ({ starts, start_states }) => [starts ? t(`reservations.startsValues.${starts}`) : "–", ...(start_states ?? [])].join("; "),
      {
        id: "starts",
        header: t("reservations.starts"),
      }
    ),
    columns.accessor(({ hours }) => hoursOf(hours, t("reservations.untilShipped")), {
      id: "hours",
      header: t("reservations.columns.hours"),
    }),
    columns.accessor(({ warn_hours }) => hoursOf(warn_hours, t("reservations.neverTold")), {
      id: "warn_hours",
      header: t("reservations.columns.warn_hours"),
    }),
    columns.accessor(({ renewals }) => renewals ?? "–", { id: "renewals", header: t("reservations.columns.renewals") }),
    ...(["keep_states", "taken_states"] as const).map((field) =>
      columns.accessor(({ [field]: said }) => (said === null ? "–" : said.join("; ") || t("reservations.noStates")), {
        id: field,
        header: t(`reservations.columns.${field}`),
      })
    ),
    columns.action({
      actions: ({ row }) => [
        [{ label: t("reservations.change"), onClick: () => setEdited(row.original) }],
        [{ label: t("reservations.end"), onClick: () => void ask(row.original) }],
      ],
    }),
  ]
  return (
    <>
      <PagedTable
        title={t("reservations.rules")}
        page={page}
        columns={shown}
        rowId={(rule) => rule.id}
        onRowClick={setEdited}
        search={t("reservations.search")}
        tools={
          <>
            <FilterChoice
              label={t("adjustments.scope")}
              value={scope_kind}
              values={SCOPES}
              text={(value) => t(`adjustments.scopes.${value}`)}
              onChange={setScopeKind}
            />
            <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
              {t("reservations.add")}
            </Button>
          </>
        }
        empty={{ heading: t("reservations.empty"), description: t("reservations.emptyHint") }}
      />
      {edited && (
        <ReservationRuleForm rule={edited === "new" ? null : edited} erpStates={data?.erp_states ?? []} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

export const config = defineRouteConfig({ label: "reservations.rules", translationNs: "kontor" })

export default ReservationRules
