import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, createDataTableColumnHelper, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FilterChoice } from "../../components/filter-choice"
import { OrderRuleForm } from "../../components/order-rules/form"
import { PagedTable } from "../../components/paged-table"
import { SCOPES } from "../../lib/adjustment-types"
import { formatDecimal } from "../../lib/format"
import { type OrderRuleList, type OrderRuleRow, RULE_FIELDS, RULE_TARGETS } from "../../lib/order-rules"
import { productName } from "../../lib/product-name"
import { useChange } from "../../lib/use-change"
import { usePageOf } from "../../lib/use-page-of"

const PATH = "/admin/order-rules"
const columns = createDataTableColumnHelper<OrderRuleRow>()

/** Rules of multiplicity, minimum and maximum. Those of 1C are read; those made here are changed and ended. */
const OrderRules = () => {
  const { t, i18n } = useTranslation("kontor")
  const prompt = usePrompt()
  const end = useChange({ notice: t("orderRules.ended") })
  const [edited, setEdited] = useState<OrderRuleRow | "new" | null>(null)
  const [scope_kind, setScopeKind] = useState<string>()
  const [target_kind, setTargetKind] = useState<string>()
  const page = usePageOf<OrderRuleList, OrderRuleRow>(PATH, (answer) => answer.order_rules, { filters: { scope_kind, target_kind } })
  const nameOfScope = ({ scope }: OrderRuleRow) => scope.name ?? t(`adjustments.scopes.${scope.kind}`)
  const nameOfTarget = ({ target: { product, category } }: OrderRuleRow) =>
    product ? [product.article, productName(product)].filter(Boolean).join(" · ") : (category?.name ?? t("orderRules.targets.everything"))
  const ask = async (rule: OrderRuleRow) => {
    const description = t("orderRules.endQuestion", { scope: nameOfScope(rule), target: nameOfTarget(rule) })
    if (await prompt({ title: t("orderRules.end"), description, confirmText: t("orderRules.end"), cancelText: t("cancel") })) {
      end.mutate({ path: `${PATH}/${rule.id}`, method: "DELETE" })
    }
  }
  const shown = [
    columns.accessor(nameOfTarget, { id: "target", header: t("orderRules.target") }),
    columns.accessor(nameOfScope, { id: "scope", header: t("adjustments.scope") }),
    ...RULE_FIELDS.map((field) =>
      columns.accessor(({ [field]: said }) => (said === null ? "–" : formatDecimal(said, i18n.language)), {
        id: field,
        header: t(`orderRules.${field}`),
      })
    ),
    columns.accessor((rule) => rule.unit?.name ?? t("orderRules.baseUnit"), { id: "unit", header: t("orderRules.unit") }),
    columns.accessor((rule) => t(`factSource.${rule.source}`), { id: "source", header: t("clients.source") }),
    columns.action({
      actions: ({ row }) =>
        row.original.source === "erp"
          ? []
          : [
              [{ label: t("orderRules.changeIt"), onClick: () => setEdited(row.original) }],
              [{ label: t("orderRules.end"), onClick: () => void ask(row.original) }],
            ],
    }),
  ]
  return (
    <>
      <PagedTable
        title={t("orderRules.title")}
        page={page}
        columns={shown}
        rowId={(rule) => rule.id}
        onRowClick={(rule) => rule.source === "portal" && setEdited(rule)}
        search={t("orderRules.search")}
        tools={
          <>
            <FilterChoice
              label={t("adjustments.scope")}
              value={scope_kind}
              values={SCOPES}
              text={(value) => t(`adjustments.scopes.${value}`)}
              onChange={setScopeKind}
            />
            <FilterChoice
              label={t("orderRules.target")}
              value={target_kind}
              values={RULE_TARGETS}
              text={(value) => t(`orderRules.targets.${value}`)}
              onChange={setTargetKind}
            />
            <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
              {t("orderRules.add")}
            </Button>
          </>
        }
        empty={{ heading: t("orderRules.empty"), description: t("orderRules.emptyHint") }}
      />
      {edited && <OrderRuleForm rule={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "orderRules.title", translationNs: "kontor", nested: "/products" })

export default OrderRules
