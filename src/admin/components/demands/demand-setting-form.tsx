import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { DEMAND_ALLOWED, type DemandAllowed, type DemandSettingAnswer } from "../../lib/demands"
import { decimalIn, isDecimal } from "../../lib/typed"
import { useAnswer } from "../../lib/use-answer"
import { useChange } from "../../lib/use-change"
import { Choice } from "../choice"
import { FormDrawer } from "../form-drawer"
import { FormField } from "../form-field"
import { InputField } from "../input-field"

const PATH = "/admin/demand-settings"

const isPercent = (text: string) => isDecimal(text, 3, 2) && Number(decimalIn(text)) > 0 && Number(decimalIn(text)) <= 100

/** Where goods may be ordered beyond stock, and how much of a supply line one client may be promised. */
export const DemandSettingForm = () => {
  const { t } = useTranslation("kontor")
  const [isOpen, setIsOpen] = useState(false)
  const { data } = useAnswer<DemandSettingAnswer>(PATH)
  return (
    <>
      <Button size="small" variant="secondary" disabled={!data} onClick={() => setIsOpen(true)}>
        {t("demands.settings")}
      </Button>
      {isOpen && data && <SettingDrawer setting={data.demand_setting} onClose={() => setIsOpen(false)} />}
    </>
  )
}

const SettingDrawer = ({ setting, onClose }: { setting: DemandSettingAnswer["demand_setting"]; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [allowed, setAllowed] = useState(setting.allowed)
  const [share, setShare] = useState(setting.share_percent ?? "")
  const change = useChange()
  const body = { allowed, share_percent: share.trim() === "" ? null : decimalIn(share) }
  return (
    <FormDrawer
      title={t("demands.settings")}
      hint={t("demands.settingsHint")}
      isComplete={share.trim() === "" || isPercent(share)}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: PATH, method: "POST", body })}
      onClose={onClose}
    >
      <FormField id="demand-allowed" label={t("demands.allowed")}>
        <Choice
          id="demand-allowed"
          value={allowed}
          values={DEMAND_ALLOWED}
          label={(value) => t(`demands.allowedValues.${value}`)}
          onChange={(value) => setAllowed(value as DemandAllowed)}
        />
      </FormField>
      <InputField
        id="demand-share"
        label={t("demands.share")}
        hint={t("demands.shareHint")}
        inputMode="decimal"
        value={share}
        onChange={setShare}
      />
    </FormDrawer>
  )
}
