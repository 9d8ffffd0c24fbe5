import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A label and its value, as in the sections of Medusa's own screens. */
export const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="text-ui-fg-subtle grid grid-cols-2 items-start gap-x-4 px-6 py-3">
    <Text size="small" leading="compact" weight="plus">
      {label}
    </Text>
    <Text size="small" leading="compact" className="break-words">
      {children === null || children === undefined || children === "" ? "–" : children}
    </Text>
  </div>
)
