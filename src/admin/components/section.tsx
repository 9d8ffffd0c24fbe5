import { Container, Heading } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A titled box with an optional button on the right. */
export const Section = ({ title, action, children }: { title: ReactNode; action?: ReactNode; children: ReactNode }) => (
  <Container className="divide-y p-0">
    <div className="flex items-center justify-between px-6 py-4">
      <Heading level="h2">{title}</Heading>
      {action}
    </div>
    {children}
  </Container>
)
