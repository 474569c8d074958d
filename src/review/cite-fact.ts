/**
 * A fact with the publications that say so, for people who check the line.
 *
 * @example
 * citeFact(line, fact) // 'Call if the legs are weak (Macmillan, Malignant spinal cord compression, 2023-04)'
 */
import type { TopicNode } from '../flow/topic.ts'
import type { Line } from '../line/line.ts'

export type Fact = TopicNode['facts'][number]

export function citeFact({ sources }: Line, { note, sources: ids }: Fact): string {
  const cited = ids.map((id) => {
    const source = sources[id]
    return source ? `${source.publisher}, ${source.title}, ${source.date}` : id
  })
  return `${note} (${cited.join('; ')})`
}
