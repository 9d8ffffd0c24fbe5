/** A decimal number as text: `-?\d+(\.\d+)?`. */
export type DecimalString = string
