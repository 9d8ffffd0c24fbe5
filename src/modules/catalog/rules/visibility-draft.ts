import type { VisibilityScope, VisibilityTarget } from "./decide-visibility"

/** A rule of visibility as a person writes it. Of the target only what its kind says is given. */
export interface VisibilityDraft {
  name: string
  scope: { kind: VisibilityScope; id: string | null }
  target: {
    kind: VisibilityTarget
    category_id: string | null
    /** A brand, a label, or the value of a property. */
    value: string | null
    /** The property that has the value. */
    property: string | null
    variant_id: string | null
    /** Articles or SKUs of a list; undefined = as it stands. */
    articles?: string[] | undefined
  }
  shows: boolean
}

export type VisibilityFault = "visibility_scope_invalid" | "visibility_target_invalid"

const NEEDS: Record<VisibilityTarget, (target: VisibilityDraft["target"]) => boolean> = {
  entry: ({ variant_id }) => variant_id !== null,
  list: () => true,
  label: ({ value }) => value !== null,
  property: ({ value, property }) => value !== null && property !== null,
  brand: ({ value }) => value !== null,
  category: ({ category_id }) => category_id !== null,
  everything: () => true,
}

/** What cannot be right about a rule, whatever there is in the database; null = nothing. */
export function visibilityFault({ name, scope, target }: VisibilityDraft): { code: VisibilityFault; message: string } | null {
  if ((scope.kind === "everyone") !== (scope.id === null)) {
    return { code: "visibility_scope_invalid", message: `Rule «${name}» names whom it is for, unless that is everyone.` }
  }
  if (!NEEDS[target.kind](target)) {
    return { code: "visibility_target_invalid", message: `Rule «${name}» does not say which ${target.kind} it is about.` }
  }
  return null
}
