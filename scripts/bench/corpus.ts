import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Invented manifests in the mix of a GitOps repository: most files configure something, three of ten name an image, and
 * one of ten an Azure registry. (In public repositories a search for `azurecr` leaves at most a fifth of the files.)
 */
const kinds: readonly ((index: number) => string)[] = [
  index => configMap(index),
  deployment,
  service,
  index => configMap(index),
  index => configMap(index),
  customResource,
  service,
  index => configMap(index),
  azureDeployment,
  service
]

const bytesPerFile = 2_000

const line = (index: number, at: number): string =>
  `  setting-${at}: "value ${index * 7919 + at} of a configuration that somebody wrote by hand"\n`

/** Fills a mapping up to the size of an ordinary file. */
function filling(index: number, used: number): string {
  let text = ''
  for (let at = 0; used + text.length < bytesPerFile; at += 1) text += line(index, at)
  return text
}

function configMap(index: number, used = 0): string {
  const head = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings-${index}\n  namespace: team-${index % 40}\ndata:\n`
  return head + filling(index, used + head.length)
}

function workload(index: number, image: string): string {
  const head = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: workload-${index}
  namespace: team-${index % 40}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: workload-${index}
  template:
    metadata:
      labels:
        app: workload-${index}
    spec:
      containers:
        - name: main
          image: ${image}
          ports:
            - containerPort: 8080
              name: http
          resources:
            limits:
              cpu: 500m
              memory: 256Mi
          readinessProbe:
            httpGet:
              path: /ready
              port: http
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: workload-${index}
data:
`
  return head + filling(index, head.length)
}

function deployment(index: number): string {
  return workload(index, `registry.example.com/team/workload:${index}`)
}

function azureDeployment(index: number): string {
  return workload(index, `contoso.azurecr.io/team-${index % 40}/workload:${index}`)
}

function service(index: number): string {
  const head = `apiVersion: v1\nkind: Service\nmetadata:\n  name: service-${index}\nspec:\n  ports:\n    - port: 80\n  selector:\n    app: workload-${index}\n---\n`
  return head + configMap(index, head.length)
}

function customResource(index: number): string {
  const head = `apiVersion: example.com/v1\nkind: Pipeline\nmetadata:\n  name: pipeline-${index}\nspec:\n  steps:\n    - name: build\n      image: registry.example.com/build:${index}\n      script: |\n        make all\nstatus: {}\n---\n`
  return head + configMap(index, head.length)
}

/** Writes `count` files of about 2 kB below the folder; the same count always gives the same bytes. */
export function writeCorpus(folder: string, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const directory = join(folder, `team-${index % 100}`)
    if (index < 100) mkdirSync(directory, { recursive: true })
    const write = kinds[index % kinds.length] ?? deployment
    writeFileSync(join(directory, `file-${index}.yaml`), write(index))
  }
}
