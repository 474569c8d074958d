/**
 * An end to waiting for a database: one whose cable was cut sends no word, and its connection looks open for a quarter of
 * an hour. Slow ones get the time they need: a batch is five questions to PostgreSQL.
 *
 * @example
 * await within(store.add(batch)) // rejects after 30 seconds without an answer
 */
const PATIENCE_MS = 30_000

export async function within<T>(answer: Promise<T>): Promise<T> {
  let patience: ReturnType<typeof setTimeout> | undefined
  const none = new Promise<never>((_resolve, reject) => {
    patience = setTimeout(
      () => reject(new Error(`The database has not answered for ${PATIENCE_MS / 1000} seconds`)),
      PATIENCE_MS,
    )
  })
  return Promise.race([answer, none]).finally(() => clearTimeout(patience))
}
