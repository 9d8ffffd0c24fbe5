import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatNumber } from "../lib/format"
import type { PurchaseGapList, PurchaseGapRow } from "../lib/purchase-gaps"
import type { ContractRow } from "../lib/types"
import { useAnswer } from "../lib/use-answer"
import { useLocale } from "../lib/use-locale"
import { Choice } from "./choice"
import { ErrorText } from "./error-text"
import { Rows } from "./rows"
import { Section } from "./section"

/** What a client does not take of what he sees, by category. */
export const PurchaseGaps = ({ entityId, contracts }: { entityId: string; contracts: ContractRow[] }) => {
  const first = contracts.find(({ usable }) => usable) ?? contracts[0]
  return first ? <Gaps entityId={entityId} contracts={contracts} first={first.id} /> : null
}

const Gaps = ({ entityId, contracts, first }: { entityId: string; contracts: ContractRow[]; first: string }) => {
  const { t, i18n } = useTranslation("kontor")
  const locale = useLocale()
  const [contract_id, setContract] = useState(first)
  const [open, setOpen] = useState<string | null>(null)
  const path = `/admin/legal-entities/${entityId}/purchase-gaps`
  const { data, error } = useAnswer<PurchaseGapList>(path, { contract_id })
  const categories = data?.categories ?? []
  const number = (value: number) => formatNumber(value, i18n.language)
  const fileOf = (category: PurchaseGapRow | null) =>
    `${path}/file?${new URLSearchParams({ contract_id, locale, ...(category ? { category_id: category.id } : {}) }).toString()}`
  const file = (category: PurchaseGapRow | null) => (
    <Button size="small" variant="transparent" asChild>
      <a href={fileOf(category)}>{t("priceFiles.download")}</a>
    </Button>
  )
  const parent = categories.find(({ id }) => id === open)
  const name = (category: PurchaseGapRow) =>
    categories.some(({ parent_id }) => parent_id === category.id) ? (
      <button type="button" className="text-ui-fg-interactive" onClick={() => setOpen(category.id)}>
        {category.name}
      </button>
    ) : (
      category.name
    )
  return (
    <Section title={parent ? `${t("gaps.title")}: ${parent.name}` : t("gaps.title")} action={file(parent ?? null)}>
      <ErrorText error={error} />
      {(contracts.length > 1 || parent) && (
        <div className="flex items-center gap-x-3 px-6 py-3">
          {parent && (
            <Button size="small" variant="secondary" onClick={() => setOpen(parent.parent_id)}>
              {t("gaps.above")}
            </Button>
          )}
          {contracts.length > 1 && (
            <Choice
              id="gaps-contract"
              value={contract_id}
              values={contracts.map(({ id }) => id)}
              label={(id) => contracts.find((each) => each.id === id)?.number ?? id}
              onChange={setContract}
            />
          )}
        </div>
      )}
      {data && (
        <Rows
          heads={[t("gaps.category"), t("gaps.seen"), t("gaps.bought"), t("gaps.never"), ""]}
          rows={categories
            .filter(({ parent_id }) => parent_id === (parent?.id ?? null))
            .map((category) => ({
              id: category.id,
              cells: [
                name(category),
                number(category.entry_count),
                number(category.bought_count),
                number(category.never_count),
                file(category),
              ],
            }))}
          empty={t("gaps.empty")}
        />
      )}
    </Section>
  )
}
