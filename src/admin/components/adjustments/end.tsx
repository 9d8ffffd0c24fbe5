import { Button, FocusModal, Heading, Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdjustmentPreview, AdjustmentRow } from "../../lib/adjustment-types"
import { useChange } from "../../lib/use-change"
import { PreviewPanel } from "./preview"

const PATH = "/admin/price-adjustments"

/** Ends a discount or markup, once it is seen which prices that changes. */
export const EndAdjustment = ({ adjustment, onClose, onDone }: { adjustment: AdjustmentRow; onClose: () => void; onDone: () => void }) => {
  const { t } = useTranslation("kontor")
  const [seen, setSeen] = useState<AdjustmentPreview | null>(null)
  const { mutate: look } = useChange<{ preview: AdjustmentPreview }>({ notice: null, onDone: ({ preview }) => setSeen(preview) })
  const end = useChange({ onDone })
  const { id, updated_at } = adjustment
  useEffect(() => look({ path: `${PATH}/preview`, method: "POST", body: { id, adjustment: null } }), [look, id])
  const version = new URLSearchParams({ updated_at }).toString()
  return (
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content>
        <FocusModal.Header>
          <Button
            size="small"
            variant="danger"
            disabled={!seen}
            isLoading={end.isPending}
            onClick={() => end.mutate({ path: `${PATH}/${id}?${version}`, method: "DELETE" })}
          >
            {t("adjustments.end")}
          </Button>
        </FocusModal.Header>
        <FocusModal.Body className="flex-1 overflow-y-auto">
          <div className="mx-auto flex max-w-3xl flex-col gap-y-6 px-6 py-10">
            <FocusModal.Title asChild>
              <Heading>{t("adjustments.endOf", { name: adjustment.name })}</Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text className="text-ui-fg-subtle">{t("adjustments.endHint")}</Text>
            </FocusModal.Description>
            {seen ? <PreviewPanel preview={seen} /> : <Text className="text-ui-fg-muted">{t("adjustments.looking")}</Text>}
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
