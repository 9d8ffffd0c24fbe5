import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, createDataTableColumnHelper, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FilterChoice } from "../../../components/filter-choice"
import { PagedTable } from "../../../components/paged-table"
import { VisibilityRuleForm } from "../../../components/visibility-rule-form"
import { formatNumber } from "../../../lib/format"
import { useChange } from "../../../lib/use-change"
import { usePageOf } from "../../../lib/use-page-of"
import { EFFECTS, SIGHT_SCOPES, type VisibilityRuleList, type VisibilityRuleRow } from "../../../lib/visibility-rules"

const PATH = "/admin/visibility-rules"
const columns = createDataTableColumnHelper<VisibilityRuleRow>()

/** Who sees which goods: rules that hide and rules that show. Those of 1C are read; those made here are changed and ended. */
const VisibilityRules = () => {
  const { t, i18n } = useTranslation("kontor")
  const prompt = usePrompt()
  const end = useChange({ notice: t("visibility.ended") })
  const [edited, setEdited] = useState<VisibilityRuleRow | "new" | null>(null)
  const [effect, setEffect] = useState<string>()
  const [scope_kind, setScopeKind] = useState<string>()
  const page = usePageOf<VisibilityRuleList, VisibilityRuleRow>(PATH, (answer) => answer.visibility_rules, {
    filters: { effect, scope_kind },
  })
  const nameOfScope = ({ scope }: VisibilityRuleRow) => scope.name ?? t(`adjustments.scopes.${scope.kind}`)
  const nameOfTarget = ({ target: { kind, name, property, size } }: VisibilityRuleRow) =>
    [
      t(`visibility.targets.${kind}`),
      size === null
        ? property === null
          ? name
          : `${property}: ${name ?? ""}`
        : t("visibility.size", { total: formatNumber(size, i18n.language) }),
    ]
      .filter(Boolean)
      .join(" · ")
  const ask = async (rule: VisibilityRuleRow) => {
    const question = { title: t("visibility.end"), description: t("visibility.endQuestion", { name: rule.name, scope: nameOfScope(rule) }) }
    if (await prompt({ ...question, confirmText: t("visibility.end"), cancelText: t("cancel") })) {
      end.mutate({ path: `${PATH}/${rule.id}`, method: "DELETE" })
    }
  }
  const shown = [
    columns.accessor((rule) => t(`visibility.effects.${rule.shows ? "show" : "hide"}`), { id: "effect", header: t("visibility.effect") }),
    columns.accessor(nameOfTarget, { id: "target", header: t("visibility.target") }),
    columns.accessor(nameOfScope, { id: "scope", header: t("visibility.scope") }),
    columns.accessor((rule) => rule.name, { id: "name", header: t("visibility.name") }),
    columns.accessor((rule) => t(`factSource.${rule.source}`), { id: "source", header: t("clients.source") }),
    columns.action({
      actions: ({ row }) =>
        row.original.source === "erp"
          ? []
          : [
              [{ label: t("visibility.change"), onClick: () => setEdited(row.original) }],
              [{ label: t("visibility.end"), onClick: () => void ask(row.original) }],
            ],
    }),
  ]
  return (
    <>
      <PagedTable
        title={t("visibility.title")}
        page={page}
        columns={shown}
        rowId={(rule) => rule.id}
        onRowClick={(rule) => rule.source === "portal" && setEdited(rule)}
        search={t("visibility.search")}
        tools={
          <>
            <FilterChoice
              label={t("visibility.effect")}
              value={effect}
              values={EFFECTS}
              text={(value) => t(`visibility.effects.${value}`)}
              onChange={setEffect}
            />
            <FilterChoice
              label={t("visibility.scope")}
              value={scope_kind}
              values={SIGHT_SCOPES}
              text={(value) => t(`adjustments.scopes.${value}`)}
              onChange={setScopeKind}
            />
            <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
              {t("visibility.add")}
            </Button>
          </>
        }
        empty={{ heading: t("visibility.empty"), description: t("visibility.emptyHint") }}
      />
      {edited && <VisibilityRuleForm rule={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "visibility.title", translationNs: "kontor" })

export default VisibilityRules
