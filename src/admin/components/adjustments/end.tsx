import { Button, Text } from "@medusajs/ui"
import { useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdjustmentPreview, AdjustmentRow } from "../../lib/adjustment-types"
import { useChange } from "../../lib/use-change"
import { useLook } from "../../lib/use-look"
import { WholeScreen } from "../whole-screen"
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
    <WholeScreen
      title={t("adjustments.endOf", { name: adjustment.name })}
      hint={t("adjustments.endHint")}
      buttons={
        <Button
          size="small"
          variant="danger"
          disabled={answer === null}
          isLoading={end.isPending}
          onClick={() => end.mutate({ path: `${PATH}/${id}`, method: "DELETE", query: { updated_at } })}
        >
          {t("adjustments.end")}
        </Button>
      }
      onClose={onClose}
    >
      {answer && <PreviewPanel preview={answer.preview} />}
      {isError && (
        <div>
          <Button size="small" variant="secondary" onClick={look}>
            {t("adjustments.look")}
          </Button>
        </div>
      )}
      {!answer && !isError && <Text className="text-ui-fg-muted">{t("adjustments.looking")}</Text>}
    </WholeScreen>
  )
}
