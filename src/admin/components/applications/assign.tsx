import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ApplicationCard } from "../../lib/application-types"
import type { StaffList } from "../../lib/types"
import { useAnswer } from "../../lib/use-answer"
import { useChange } from "../../lib/use-change"
import { Choice } from "../choice"
import { FormDrawer } from "../form-drawer"
import { FormField } from "../form-field"

const NOBODY = "nobody"
/** More users than any supplier has. */
const STAFF_MAX = 100

/** Gives an application to one of the staff. For heads of sales and administrators: the list of users is open to nobody else. */
export const AssignApplication = ({ application }: { application: ApplicationCard }) => {
  const { t } = useTranslation("kontor")
  const standing = application.manager?.user_id ?? NOBODY
  const [chosen, setChosen] = useState(standing)
  const { data } = useAnswer<StaffList>("/admin/staff", { limit: STAFF_MAX })
  const change = useChange()
  if (!data) {
    return null
  }
  const names = new Map(data.staff.map(({ user_id, name }) => [user_id, name]))
  const body = { user_id: chosen === NOBODY ? null : chosen }
  return (
    <FormDrawer
      title={t("applications.assign")}
      hint={t("applications.assignHint")}
      trigger={
        <Button size="small" variant="secondary" onClick={() => setChosen(standing)}>
          {t("applications.assign")}
        </Button>
      }
      isComplete={chosen !== standing}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: `/admin/applications/${application.id}/assign`, method: "POST", body })}
    >
      <FormField id="application-manager" label={t("applications.manager")}>
        <Choice
          id="application-manager"
          value={chosen}
          values={[NOBODY, ...names.keys()]}
          label={(id) => names.get(id) ?? t("applications.nobody")}
          onChange={setChosen}
        />
      </FormField>
    </FormDrawer>
  )
}
