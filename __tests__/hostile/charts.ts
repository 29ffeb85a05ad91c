import type { Files } from './hostile-case.ts'
import { goodImage, pod } from './manifests.ts'

export const chartYaml = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n'

/** A chart in `deploy/chart` with one good pod; `files` are laid over it. */
export const chart = (files: Files = {}): Files => ({
  'deploy/chart/Chart.yaml': chartYaml,
  'deploy/chart/values.yaml': `image: ${goodImage}\n`,
  'deploy/chart/templates/pod.yaml': pod('{{ .Values.image }}', 'chart'),
  ...files
})

/** A chart whose one template is a pod with an image that this expression gives. */
export const chartWithImage = (expression: string, files: Files = {}): Files =>
  chart({ 'deploy/chart/templates/pod.yaml': pod(expression, 'chart'), ...files })
