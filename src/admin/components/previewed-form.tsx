import { Button, FocusModal, Heading, Text } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { useChange } from "../lib/use-change"
import { useLook } from "../lib/use-look"

interface Props<Preview> {
  /** Where a new one is posted; changes go to `<path>/<id>`, the question what it would do to `<path>/preview`. */
  path: string
  /** Under which the question carries what the form says. */
  name: string
  /** The one that is changed; null makes a new one. */
  standing: { id: string; updated_at: string } | null
  /** What the form says; null = nothing that could be sent yet. */
  body: object | null
  title: string
  /** What stands in the place of the preview until there is one. */
  lookFirst: string
  panel: (preview: Preview) => ReactNode
  /** The fields. */
  children: ReactNode
  onClose: () => void
}

/** Makes or changes a rule whose effect is looked at first: without a preview of just what the form says there is nothing to save. */
export function PreviewedForm<Preview>({ path, name, standing, body, title, lookFirst, panel, children, onClose }: Props<Preview>) {
  const { t } = useTranslation("kontor")
  // The version that the form was filled from: what is read anew behind the form must not pass for it.
  const [version] = useState(standing && { id: standing.id, updated_at: standing.updated_at })
  const question = body && { [name]: body, ...(version ? { id: version.id } : {}) }
  const { look, answer, isPending } = useLook<{ preview: Preview }>(question && { path: `${path}/preview`, method: "POST", body: question })
  const save = useChange({ onDone: onClose })
  const send = () =>
    save.mutate({
      path: version ? `${path}/${version.id}` : path,
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
                <Heading>{title}</Heading>
              </FocusModal.Title>
              {children}
            </div>
            <div>
              {answer ? (
                panel(answer.preview)
              ) : (
                <FocusModal.Description asChild>
                  <Text className="text-ui-fg-muted">{lookFirst}</Text>
                </FocusModal.Description>
              )}
            </div>
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
