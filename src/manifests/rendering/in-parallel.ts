/** Works on all items, at most `limit` at a time; the answers keep the order of the items. */
export async function inParallel<Item, Answer>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, index: number) => Promise<Answer>
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  const waiting = items.entries()
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) answers[index] = await work(item, index)
  }
  await Promise.all(Array.from({ length: limit }, lane))
  return answers
}
