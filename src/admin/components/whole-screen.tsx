import { FocusModal, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface Props {
  title: string
  hint: string
  /** At the top, always in sight. */
  buttons: ReactNode
  children: ReactNode
  onClose: () => void
}

/** Something that takes the whole screen until it is done or closed. */
export const WholeScreen = ({ title, hint, buttons, children, onClose }: Props) => (
  <FocusModal open onOpenChange={(open) => !open && onClose()}>
    <FocusModal.Content>
      <FocusModal.Header>
        <div className="flex items-center gap-x-2">{buttons}</div>
      </FocusModal.Header>
      <FocusModal.Body className="flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-5xl flex-col gap-y-6 px-6 py-10">
          <FocusModal.Title asChild>
            <Heading>{title}</Heading>
          </FocusModal.Title>
          <FocusModal.Description asChild>
            <Text className="text-ui-fg-subtle">{hint}</Text>
          </FocusModal.Description>
          {children}
        </div>
      </FocusModal.Body>
    </FocusModal.Content>
  </FocusModal>
)
