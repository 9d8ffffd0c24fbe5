import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Button, StatusBadge, Text } from "@medusajs/ui"
import { type ComponentProps, useState } from "react"
import { useTranslation } from "react-i18next"
import { ErrorText } from "../components/error-text"
import { ReservationActions } from "../components/reservations/actions"
import { Rows } from "../components/rows"
import { Section } from "../components/section"
import { formatDateTime, formatDecimal } from "../lib/format"
import type { OrderReservationAnswer } from "../lib/reservations"
import { useAnswer } from "../lib/use-answer"

type State = NonNullable<OrderReservationAnswer["reservation"]>["state"]

const COLOURS: Record<State, ComponentProps<typeof StatusBadge>["color"]> = {
  none: "grey",
  waiting: "orange",
  held: "green",
  expired: "red",
  leaving: "blue",
  ended: "grey",
}

/** An order may have thousands of lines. */
const SHOWN_AT_ONCE = 10
const SHOWN_MORE = 100

/** On the order: what of it is held in stock and until when, and what became of that. Not there where Medusa itself placed the order. */
const OrderReservationWidget = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  const { t, i18n } = useTranslation("kontor")
  const [shown, setShown] = useState(SHOWN_AT_ONCE)
  const { data, error } = useAnswer<OrderReservationAnswer>(`/admin/orders/${order.id}/reservation`)
  const reservation = data?.reservation
  if (!data || !reservation) {
    return <ErrorText error={error} />
  }
  const { state, reserved_until, end_reason } = reservation
  const moment = (at: string) => formatDateTime(at, i18n.language)
  const rows = data.lines.slice(0, shown).map(({ id, article, title, quantity, reserved, waiting }) => ({
    id,
    cells: [article ?? title, ...[quantity, reserved, waiting].map((amount) => formatDecimal(amount, i18n.language))],
  }))
  const rest = data.lines.length - rows.length
  const heads = ["product", "ordered", "held", "waiting"].map((head) => t(`reservations.heads.${head}`))
  return (
    <Section
      title={t("reservations.title")}
      action={<StatusBadge color={COLOURS[state]}>{t(`reservations.states.${end_reason ?? state}`)}</StatusBadge>}
    >
      <div className="flex items-center justify-between px-6 py-4">
        <Text size="small">
          {state === "held"
            ? reserved_until
              ? t("reservations.heldUntil", { moment: moment(reserved_until) })
              : t("reservations.heldOpen")
            : t(`reservations.explained.${state === "leaving" ? state : (end_reason ?? state)}`)}
        </Text>
        <ReservationActions orderId={order.id} answer={data} />
      </div>
      <Rows heads={heads} rows={rows} empty="" />
      {rest > 0 && (
        <div className="flex justify-center px-6 py-4">
          <Button size="small" variant="secondary" onClick={() => setShown(shown + SHOWN_MORE)}>
            {t("why.more", { rest })}
          </Button>
        </div>
      )}
      {data.changes.map(({ at, kind, reserved_until: until }) => (
        <Text key={`${at}-${kind}`} size="small" className="text-ui-fg-subtle px-6 py-1">
          {moment(at)}: {t(`reservations.kinds.${kind}`)}
          {until && `, ${t("reservations.untilMoment", { moment: moment(until) })}`}
        </Text>
      ))}
    </Section>
  )
}

export const config = defineWidgetConfig({ id: "kontor-order-reservation", zone: "order.details.before" })

export default OrderReservationWidget
