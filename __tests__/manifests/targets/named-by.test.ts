import { expect, test } from '@jest/globals'
import { namedBy } from '../../../src/manifests/targets/named-by.ts'

test.each<[readonly string[], readonly string[], readonly string[]]>([
  [['deploy/prod'], ['deploy/prod', 'deploy/prod/a/web.yaml'], ['deploy/prod2/web.yaml', 'deploy']],
  [['./deploy/prod/'], ['deploy/prod/web.yaml'], ['deploy/dev/web.yaml']],
  [['deploy/prod/**'], ['deploy/prod/a/b.yaml'], ['deploy/dev/b.yaml']],
  [['deploy/*/prod'], ['deploy/web/prod/a.yaml'], ['deploy/web/dev/a.yaml', 'deploy/prod/a.yaml']],
  [['deploy/*.yaml'], ['deploy/a.yaml'], ['deploy/a/b.yaml', 'deploy/a.json']],
  [['**/prod.yaml'], ['prod.yaml', 'a/b/prod.yaml'], ['a/prod.yml']],
  [['.'], ['a.yaml', '.hidden/a.yaml', 'stdin'], []],
  [['{a,b}/**', 'c.yaml'], ['a/x.yaml', 'b/x.yaml', 'c.yaml'], ['c/x.yaml']],
  [['stdin'], ['stdin'], ['deploy/stdin.yaml']]
])('%j names the right paths', (patterns, named, others) => {
  const isNamed = namedBy(patterns)
  expect(named.filter(path => !isNamed(path))).toEqual([])
  expect(others.filter(isNamed)).toEqual([])
})
