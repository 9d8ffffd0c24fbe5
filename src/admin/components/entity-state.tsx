import { Button, toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { sdk } from "../lib/sdk"
import type { LegalEntityCard } from "../lib/types"
import { ReasonDrawer } from "./reason-drawer"
import { StateBadge } from "./state-badge"

/** The state of an entity and the button that blocks or activates it; a closed one, and one that the ERP has blocked, has none. */
export const EntityState = ({ entity }: { entity: LegalEntityCard }) => {
  const { t } = useTranslation("kontor")
  const queries = useQueryClient()
  const wanted = entity.state === "active" ? "blocked" : "active"
  const setState = useMutation({
    mutationFn: (reason: string) =>
      sdk.client.fetch(`/admin/legal-entities/${entity.id}/state`, { method: "POST", body: { state: wanted, reason } }),
    onSuccess: () => {
      toast.success(t("entities.saved"))
      return queries.invalidateQueries({ queryKey: ["legal-entity", entity.id] })
    },
    onError: (error) => toast.error(error.message),
  })
  const isErps = entity.state === "blocked" && entity.state_source === "erp"
  const label = t(wanted === "blocked" ? "entities.block" : "workplace.activate")
  return (
    <div className="flex items-center gap-x-2">
      <StateBadge state={entity.state} />
      {entity.state !== "closed" && !isErps && (
        <ReasonDrawer
          title={label}
          hint={t(wanted === "blocked" ? "workplace.blockHint" : "workplace.activateHint")}
          isPending={setState.isPending}
          onSubmit={(reason) => setState.mutateAsync(reason)}
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
