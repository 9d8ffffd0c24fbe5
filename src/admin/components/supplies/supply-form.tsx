import { Button, Hint, Textarea, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  bodyOf,
  faultyLines,
  formOf,
  statesAfter,
  SUPPLY_STATES,
  type SupplyFormState,
  type SupplyLineRow,
  type SupplyRow,
} from "../../lib/supplies"
import { useChange } from "../../lib/use-change"
import { Choice } from "../choice"
import { FormDrawer } from "../form-drawer"
import { FormField } from "../form-field"
import { InputField } from "../input-field"
import { WarehouseField } from "./warehouse-field"

const PATH = "/admin/supplies"

interface Props {
  /** Null: a new one. */
  supply: SupplyRow | null
  /** All its lines; null where they are too many to be typed. */
  lines: SupplyLineRow[] | null
  onDone?: (supply: SupplyRow) => void
}

/** Makes a supply, or changes one that was made here. */
export const SupplyForm = ({ supply, lines, onDone }: Props) => {
  const { t } = useTranslation("kontor")
  const start = formOf(supply, lines)
  const [form, setForm] = useState(start)
  const set = (change: Partial<SupplyFormState>) => setForm({ ...form, ...change })
  const save = useChange<{ supply: SupplyRow }>({ onDone: (answer) => onDone?.(answer.supply) })
  const keepsLines = supply !== null && lines === null
  const body = bodyOf(form, { keepsLines })
  const path = supply ? `${PATH}/${supply.id}` : PATH
  const version = supply ? { updated_at: supply.updated_at } : {}
  const faulty = faultyLines(form.lines)
  const prompt = usePrompt()
  // What has ended is changed no more, so an end that a list offers beside the other states is asked for.
  const isMeant = () =>
    supply === null || (form.state !== "arrived" && form.state !== "cancelled")
      ? Promise.resolve(true)
      : prompt({
          title: t(`supplies.states.${form.state}`),
          description: t(`supplies.endQuestion.${form.state}`, { number: supply.number }),
          confirmText: t("save"),
          cancelText: t("cancel"),
        })
  const send = async () =>
    (await isMeant()) ? save.mutateAsync({ path, method: "POST", body: { ...body, ...version } }) : Promise.reject(new Error("not meant"))
  return (
    <FormDrawer
      title={t(supply ? "supplies.change" : "supplies.add")}
      hint={t("supplies.formHint")}
      trigger={
        <Button size="small" variant="secondary">
          {t(supply ? "supplies.change" : "supplies.add")}
        </Button>
      }
      isComplete={body !== null}
      isPending={save.isPending}
      onSubmit={send}
      onClose={() => setForm(start)}
    >
      <InputField
        id="supply-number"
        label={t("supplies.number")}
        maxLength={100}
        value={form.number}
        onChange={(number) => set({ number })}
      />
      <FormField id="supply-state" label={t("supplies.state")}>
        <Choice
          id="supply-state"
          value={form.state}
          values={supply ? statesAfter(supply.state) : SUPPLY_STATES}
          label={(state) => t(`supplies.states.${state}`)}
          onChange={(state) => set({ state: SUPPLY_STATES.find((each) => each === state) ?? form.state })}
        />
      </FormField>
      <InputField
        id="supply-expected"
        label={t("supplies.expected")}
        type="date"
        value={form.expectedOn}
        onChange={(expectedOn) => set({ expectedOn })}
      />
      <WarehouseField id="supply-warehouse" value={form.warehouseId} onChange={(warehouseId) => set({ warehouseId })} />
      <InputField
        id="supply-supplier"
        label={t("supplies.supplier")}
        maxLength={500}
        value={form.supplierName}
        onChange={(supplierName) => set({ supplierName })}
      />
      <InputField
        id="supply-comment"
        label={t("supplies.comment")}
        maxLength={500}
        value={form.comment}
        onChange={(comment) => set({ comment })}
      />
      <FormField id="supply-lines" label={t("supplies.lines")} hint={t(keepsLines ? "supplies.linesKept" : "supplies.linesHint")}>
        <Textarea
          id="supply-lines"
          rows={8}
          disabled={keepsLines}
          value={form.lines}
          onChange={(event) => set({ lines: event.target.value })}
        />
        {faulty.length > 0 && <Hint variant="error">{t("supplies.linesFaulty", { lines: faulty.slice(0, 20).join(", ") })}</Hint>}
      </FormField>
    </FormDrawer>
  )
}
