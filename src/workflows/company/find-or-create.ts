/**
 * Gives the row that is there, or makes it. Of several who make it at once a unique index lets one through; the others are given his row,
 * as if they had come a moment later.
 */
export async function findOrCreate<Row>(
  find: () => Promise<Row | undefined>,
  create: () => Promise<Row>
): Promise<{ row: Row; is_new: boolean }> {
  const standing = await find()
  if (standing !== undefined) {
    return { row: standing, is_new: false }
  }
  try {
    return { row: await create(), is_new: true }
  } catch (error) {
    const made = await find()
    if (made === undefined) {
      throw error
    }
    return { row: made, is_new: false }
  }
}
