import { groupBy } from '../base/group-by.ts'
import { memoizeForObjects } from '../base/memoize.ts'
import type { Finding } from '../checks/check.ts'
import { hostOf, placeText } from './places.ts'
import { ranked } from './ranking.ts'
import type { Report, ReportImage, ReportVerdict } from './report.ts'

type Places = ReadonlyMap<string, readonly string[]>

const placesByImage = ({ images }: Pick<Report, 'images'>): Places =>
  new Map(images.map(({ reference, uses }: ReportImage) => [reference, uses.map(placeText)]))

/** A registry's one finding has a place for each use, an image has few. */
const placesOf = memoizeForObjects(
  ({ locations }: Finding): ReadonlySet<string> => new Set(locations.map(placeText))
)

/** A finding about all images of a registry names none of them; its places do. */
const concerns = (finding: Finding, { image, registry }: ReportVerdict, places: Places): boolean =>
  finding.image === null
    ? (finding.registry === null || hostOf(finding.registry) === hostOf(registry)) &&
      (places.get(image) ?? []).some(place => placesOf(finding).has(place))
    : finding.image === image

/** The findings that say why a verdict is what it is, as the judgement has it, worst first; none for a pull. */
export function causesIn(report: Report): (verdict: ReportVerdict) => readonly Finding[] {
  const places = placesByImage(report)
  const byCheck = groupBy(ranked(report.findings), ({ check }) => check)
  return verdict =>
    verdict.checks.flatMap(check =>
      (byCheck.get(check) ?? []).filter(
        finding =>
          (finding.cluster === null || finding.cluster === verdict.cluster) &&
          concerns(finding, verdict, places)
      )
    )
}
