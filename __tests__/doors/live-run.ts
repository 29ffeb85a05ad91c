import type { Report } from '../../src/reports/report.ts'
import { startCloud } from '../emulator/cloud.ts'
import { runBundle, type BundleResult, type BundleRun } from '../emulator/run-bundle.ts'
import type { FaultData } from '../emulator/world.ts'
import { oneGrantMissing, twoImages } from './deployments.ts'

/** A machine with other work to do is late at times; a run without a bound would take minutes. */
export const late = 12_000

export const reportOf = ({ stdout }: BundleResult): Report => JSON.parse(stdout) as Report

/** The bundle on two images, of which one may not be pulled, against an Azure with these faults. */
export async function live(faults: readonly FaultData[], run: Omit<BundleRun, 'cloud'>) {
  const cloud = await startCloud({ ...oneGrantMissing, faults })
  try {
    return await runBundle({ cloud, files: twoImages, ...run })
  } finally {
    await cloud.close()
  }
}
