import { mostUses } from '../kubernetes/images/use-collector.ts'

/** What one run may take of the machine, so that a hostile file ends in a sentence and not in a hang. */
export const limits = {
  /** As kube-linter: larger files are no manifests that a person wrote. */
  fileBytes: 10 * 1024 * 1024,
  /** Of standard input, whose objects are read one at a time: what kubectl prints of a large cluster. */
  pipedBytes: 256 * 1024 * 1024,
  /** Of all files that are read by themselves; a run with more looks after its memory. Most repositories have a fifth. */
  ordinaryCharacters: 5_000_000,
  /** The same of one render. */
  ordinaryOutput: 1_000_000,
  /** Of what Helm or kustomize gets a copy of: files, directories and links, and their bytes. An ordinary chart has a hundred files. */
  copied: { entries: 20_000, bytes: 100 * 1024 * 1024 },
  /** Places that name an image, of all files of a run. */
  uses: mostUses,
  renderMilliseconds: 60_000,
  renderOutputBytes: 12 * 1024 * 1024,
  /** Of all renders of a run together; what is rendered is read as any file is, 10 MB in a second. */
  allOutputBytes: 40 * 1024 * 1024,
  /** Data segment of the binary; an ordinary chart renders in less than half of it. */
  renderMemoryBytes: 480 * 1024 * 1024,
  /** Of one render, all threads together; large charts take one or two. */
  renderProcessorSeconds: 8,
  /** Of one with little to render, which takes a twentieth; keys and certificates that a chart makes may take a second. */
  smallRenderSeconds: 2,
  /**
   * In seconds of processor time: for all renders of a run, and more for each and for each megabyte that it renders, up to what
   * a thousand kustomizations or five hundred charts take.
   */
  renderShares: { pool: 4, render: 0.2, megabyte: 0.4, all: 30 },
  /** Binaries that run side by side. */
  concurrentRenders: 4,
  /** Extra renders spent on finding out which of several values an image comes from, for each chart. */
  probeRenders: 8,
  /** Values that one render marks at once. */
  probesInOneRender: 2_000,
  /** Of one template, when looking for a line; and looks for each chart. */
  templateLines: 5_000,
  templateSearches: 2_000,
  /** Ways in which GitOps objects deploy one directory. */
  deployments: 50,
  /** Of all texts that are read again for another way. */
  repeatedCharacters: 20_000_000,
  /** Texts in the plugin configurations of one kustomization that are looked up as paths. */
  pluginFiles: 5_000,
  /** Looks for a text in all files of one kustomization. */
  textSearches: 2_000
} as const
