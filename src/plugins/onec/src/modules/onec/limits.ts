/** Least length of a secret that an administrator chooses; generated ones are longer. */
export const MIN_SECRET_LENGTH = 12
