import { Button, FocusModal, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type AdjustmentForm as Form, bodyOf, formOf } from "../../lib/adjustment-draft"
import type { AdjustmentPreview, AdjustmentRow } from "../../lib/adjustment-types"
import { useChange } from "../../lib/use-change"
import { useLook } from "../../lib/use-look"
import { InputField } from "../input-field"
import { ChangeFields } from "./change-fields"
import { PreviewPanel } from "./preview"
import { ScopeFields, TargetFields } from "./target-fields"

const PATH = "/admin/price-adjustments"

interface Props {
  /** Null makes a new one. */
  adjustment: AdjustmentRow | null
  onClose: () => void
}

/** Makes or changes a discount or markup. What it does is looked at first: without a preview of just this there is nothing to save. */
export const AdjustmentForm = ({ adjustment, onClose }: Props) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState(() => formOf(adjustment))
  // The version that the form was filled from: what is read anew behind the form must not pass for it.
  const [version] = useState(adjustment && { id: adjustment.id, updated_at: adjustment.updated_at })
  const body = bodyOf(form)
  const question = body && { adjustment: body, ...(version ? { id: version.id } : {}) }
  const { look, answer, isPending } = useLook<{ preview: AdjustmentPreview }>(
    question && { path: `${PATH}/preview`, method: "POST", body: question }
  )
  const save = useChange({ onDone: onClose })
  const change = (part: Partial<Form>) => setForm((standing) => ({ ...standing, ...part }))
  const send = () =>
    save.mutate({
      path: version ? `${PATH}/${version.id}` : PATH,
      method: "POST",
      body: { ...body, ...(version ? { updated_at: version.updated_at } : {}) },
    })
  return (
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content>
        <FocusModal.Header>
          <div className="flex items-center gap-x-2">
            <Button size="small" variant="secondary" disabled={body === null || answer !== null} isLoading={isPending} onClick={look}>
              {t("adjustments.look")}
            </Button>
            <Button size="small" disabled={answer === null} isLoading={save.isPending} onClick={send}>
              {t("save")}
            </Button>
          </div>
        </FocusModal.Header>
        <FocusModal.Body className="flex-1 overflow-y-auto">
          <div className="mx-auto grid max-w-6xl grid-cols-1 gap-10 px-6 py-10 lg:grid-cols-2">
            <div className="flex flex-col gap-y-5">
              <FocusModal.Title asChild>
                <Heading>{t(adjustment ? "adjustments.change" : "adjustments.create")}</Heading>
              </FocusModal.Title>
              <InputField
                id="adjustment-name"
                label={t("entities.name")}
                maxLength={200}
                value={form.name}
                onChange={(name) => change({ name })}
              />
              <ChangeFields form={form} onChange={change} />
              <ScopeFields form={form} onChange={change} />
              <TargetFields form={form} onChange={change} />
            </div>
            <div>
              {answer ? (
                <PreviewPanel preview={answer.preview} />
              ) : (
                <FocusModal.Description asChild>
                  <Text className="text-ui-fg-muted">{t("adjustments.lookFirst")}</Text>
                </FocusModal.Description>
              )}
            </div>
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
