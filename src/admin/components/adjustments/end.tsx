import { Button, FocusModal, Heading, Text } from "@medusajs/ui"
import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdjustmentPreview, AdjustmentRow } from "../../lib/adjustment-types"
import { useChange } from "../../lib/use-change"
import { useLook } from "../../lib/use-look"
import { PreviewPanel } from "./preview"

const PATH = "/admin/price-adjustments"

/** Ends a discount or markup, once it is seen which prices that changes. */
export const EndAdjustment = ({ adjustment, onClose, onDone }: { adjustment: AdjustmentRow; onClose: () => void; onDone: () => void }) => {
  const { t } = useTranslation("kontor")
  // The version that was looked at: what is read anew behind the dialog must not pass for it.
  const [{ id, updated_at }] = useState(adjustment)
  const question = useMemo(() => ({ path: `${PATH}/preview`, method: "POST" as const, body: { id, adjustment: null } }), [id])
  const { ask, look, answer, isError } = useLook<{ preview: AdjustmentPreview }>(question)
  const end = useChange({ onDone })
  useEffect(() => ask(question), [ask, question])
  return (
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content>
        <FocusModal.Header>
          <Button
            size="small"
            variant="danger"
            disabled={answer === null}
            isLoading={end.isPending}
            onClick={() => end.mutate({ path: `${PATH}/${id}`, method: "DELETE", query: { updated_at } })}
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
            {answer && <PreviewPanel preview={answer.preview} />}
            {isError && (
              <div>
                <Button size="small" variant="secondary" onClick={look}>
                  {t("adjustments.look")}
                </Button>
              </div>
            )}
            {!answer && !isError && <Text className="text-ui-fg-muted">{t("adjustments.looking")}</Text>}
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
