import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type ChoosableSupplies, type DemandRow, handPromises, offeredSupplies } from "../../lib/demands"
import { formatDate, formatDecimal } from "../../lib/format"
import { useAnswer } from "../../lib/use-answer"
import { useChange } from "../../lib/use-change"
import { FormDrawer } from "../form-drawer"
import { InputField } from "../input-field"

/** A button that promises a line by hand. */
export const PromiseForm = ({ demand }: { demand: DemandRow }) => {
  const { t } = useTranslation("kontor")
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="small" variant="secondary" onClick={() => setIsOpen(true)}>
        {t("demands.bind")}
      </Button>
      {isOpen && <PromiseDrawer demand={demand} onClose={() => setIsOpen(false)} />}
    </>
  )
}

const PromiseDrawer = ({ demand, onClose }: { demand: DemandRow; onClose: () => void }) => {
  const { t, i18n } = useTranslation("kontor")
  const { data } = useAnswer<ChoosableSupplies>(`/admin/demands/${demand.id}/supplies`)
  const [typed, setTyped] = useState<Record<string, string>>(
    Object.fromEntries(demand.promises.map(({ supply_id, quantity }) => [supply_id, quantity]))
  )
  const change = useChange()
  const promises = handPromises(typed)
  const supplies = data ? offeredSupplies(demand, data.supplies) : []
  return (
    <FormDrawer
      title={`${demand.article ?? demand.title}, ${demand.order.number}`}
      hint={t("demands.bindHint")}
      isComplete={data !== undefined && promises !== null}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: `/admin/demands/${demand.id}/promises`, method: "POST", body: { promises } })}
      onClose={onClose}
    >
      {data && supplies.length === 0 && <Text className="text-ui-fg-muted">{t("demands.nothingFree")}</Text>}
      {supplies.map(({ supply_id, number, expected_on, free }) => (
        <InputField
          key={supply_id}
          id={`promise-${supply_id}`}
          label={number}
          hint={t("demands.free", {
            free: formatDecimal(free, i18n.language),
            day: expected_on ? formatDate(expected_on, i18n.language) : t("demands.noDay"),
          })}
          inputMode="decimal"
          value={typed[supply_id] ?? ""}
          onChange={(text) => setTyped({ ...typed, [supply_id]: text })}
        />
      ))}
    </FormDrawer>
  )
}
