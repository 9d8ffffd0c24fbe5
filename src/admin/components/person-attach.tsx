import { Button, Label, Switch } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { LegalEntityCard } from "../lib/types"
import { useChange } from "../lib/use-change"
import { FormDrawer } from "./form-drawer"
import { PersonPicker } from "./person-picker"

/** Lets somebody of the holding, or of any client where there is none, work for this entity too. */
export const AttachPerson = ({ entity }: { entity: Pick<LegalEntityCard, "id" | "holding"> }) => {
  const { t } = useTranslation("kontor")
  const [chosen, setChosen] = useState("")
  const [isDefault, setDefault] = useState(false)
  const change = useChange()
  const forget = () => {
    setChosen("")
    setDefault(false)
  }
  const body = { legal_entity_id: entity.id, is_default: isDefault }
  return (
    <FormDrawer
      title={t("people.attach")}
      hint={t(entity.holding ? "people.attachHint" : "people.attachAnyHint")}
      trigger={
        <Button size="small" variant="secondary">
          {t("people.attach")}
        </Button>
      }
      submit={t("people.attachDo")}
      isComplete={chosen !== ""}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: `/admin/employees/${chosen}/memberships`, method: "POST", body })}
      onClose={forget}
    >
      <PersonPicker
        label={t("people.who")}
        within={entity.holding ? { holding_id: entity.holding.id } : {}}
        isOffered={({ legal_entities }) => legal_entities.every(({ id }) => id !== entity.id)}
        value={chosen}
        onChange={setChosen}
      />
      <div className="flex items-center gap-x-2">
        <Switch id="attach-default" size="small" checked={isDefault} onCheckedChange={setDefault} />
        <Label htmlFor="attach-default">{t("people.asDefault")}</Label>
      </div>
    </FormDrawer>
  )
}
