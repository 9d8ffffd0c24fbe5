import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { LegalEntityCard } from "../lib/types"
import { useChange } from "../lib/use-change"
import { ReasonDrawer } from "./reason-drawer"
import { StateBadge } from "./state-badge"

/** The state of an entity and the button that blocks or activates it; a closed one, and one that the ERP has blocked, has none. */
export const EntityState = ({ entity }: { entity: LegalEntityCard }) => {
  const { t } = useTranslation("kontor")
  const change = useChange()
  const wanted = entity.state === "active" ? "blocked" : "active"
  const path = `/admin/legal-entities/${entity.id}/state`
  const isErps = entity.state === "blocked" && entity.state_source === "erp"
  const label = t(wanted === "blocked" ? "entities.block" : "workplace.activate")
  return (
    <div className="flex items-center gap-x-2">
      <StateBadge state={entity.state} />
      {entity.state !== "closed" && !isErps && (
        <ReasonDrawer
          title={label}
          hint={t(wanted === "blocked" ? "workplace.blockHint" : "workplace.activateHint")}
          isPending={change.isPending}
          onSubmit={(reason) => change.mutateAsync({ path, method: "POST", body: { state: wanted, reason } })}
          trigger={
            <Button size="small" variant="secondary">
              {label}
            </Button>
          }
        />
      )}
    </div>
  )
}
