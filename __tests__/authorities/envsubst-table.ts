/**
 * github.com/fluxcd/pkg envsubst/eval_test.go, TestExpand and TestExpandStrict: what Flux makes of a text. `open`: operations that
 * we do not imitate, so that what it makes of them stays unknown to us; never another text.
 */
type ExpansionRow = readonly [
  input: string,
  variables: Readonly<Record<string, string>>,
  output: string,
  imitated: 'yes' | 'open'
]

export const expansions: readonly ExpansionRow[] = [
  ['abcdEFGH28ij', {}, 'abcdEFGH28ij', 'yes'],
  ['${#var01}', { var01: 'abcdEFGH28ij' }, '12', 'open'],
  ['${var01^}', { var01: 'abcdEFGH28ij' }, 'AbcdEFGH28ij', 'yes'],
  ['${var01^^}', { var01: 'abcdEFGH28ij' }, 'ABCDEFGH28IJ', 'yes'],
  ['${var01,}', { var01: 'ABCDEFGH28IJ' }, 'aBCDEFGH28IJ', 'yes'],
  ['${var01,,}', { var01: 'ABCDEFGH28IJ' }, 'abcdefgh28ij', 'yes'],
  [
    '${path_name:11}',
    { path_name: '/home/bozo/ideas/thoughts.for.today' },
    'ideas/thoughts.for.today',
    'yes'
  ],
  ['${path_name:11:5}', { path_name: '/home/bozo/ideas/thoughts.for.today' }, 'ideas', 'yes'],
  ['${var=xyz}', { var: 'abc' }, 'abc', 'yes'],
  ['${var=xyz}', {}, 'xyz', 'yes'],
  ['${var:=xyz}', {}, 'xyz', 'yes'],
  ['${var:-xyz}', {}, 'xyz', 'yes'],
  ['something ${var=${default_var}}', { default_var: 'foo' }, 'something foo', 'open'],
  ['foo: ${var=${default_var}-suffix}', { default_var: 'foo1' }, 'foo: foo1-suffix', 'open'],
  [
    'foo: ${var=prefix${default_var}-suffix}',
    { default_var: 'foo1' },
    'foo: prefixfoo1-suffix',
    'open'
  ],
  ['${stringZ/%abc/XYZ}', { stringZ: 'abcABC123ABCabc' }, 'abcABC123ABCXYZ', 'yes'],
  ['${stringZ/#abc/XYZ}', { stringZ: 'abcABC123ABCabc' }, 'XYZABC123ABCabc', 'yes'],
  ['${stringZ//abc/xyz}', { stringZ: 'abcABC123ABCabc' }, 'xyzABC123ABCxyz', 'yes'],
  ['${stringZ/abc/xyz}', { stringZ: 'abcABC123ABCabc' }, 'xyzABC123ABCabc', 'yes'],
  ['${filename#*.}', { filename: 'bash.string.txt' }, 'string.txt', 'yes'],
  ['${filename#*/}', { filename: 'path/to/file' }, 'to/file', 'yes'],
  ['${filename##*.}', { filename: 'bash.string.txt' }, 'txt', 'yes'],
  ['${filename##*/}', { filename: '/path/to/file' }, 'file', 'yes'],
  ['${filename%.*}', { filename: 'bash.string.txt' }, 'bash.string', 'yes'],
  ['${filename%%.*}', { filename: 'bash.string.txt' }, 'bash', 'yes'],
  ['${var=${var01^^}}', { var01: 'abcdEFGH28ij' }, 'ABCDEFGH28IJ', 'open'],
  ['$${var01}', { var01: 'abcdEFGH28ij' }, '${var01}', 'open'],
  ['${stringZ/\\//-}', { stringZ: 'foo/bar' }, 'foo-bar', 'open'],
  ['${stringZ//\\//-}', { stringZ: 'foo/bar/baz' }, 'foo-bar-baz', 'open'],
  ['${stringZ/./}', { stringZ: 'foo.bar' }, 'foobar', 'yes'],
  // Not of that file: by funcs.go.
  ['${image#registry.example/}', { image: 'registry.example/web' }, 'web', 'yes'],
  ['${image%:*}', { image: 'contoso.azurecr.io:443/web:1' }, 'contoso.azurecr.io:443/web', 'yes'],
  ['${image%%:*}', { image: 'contoso.azurecr.io:443/web:1' }, 'contoso.azurecr.io', 'yes'],
  ['${tag#v}', { tag: 'v1' }, '1', 'yes'],
  ['${tag#v}', { tag: '1' }, '1', 'yes'],
  ['${tag%?}', { tag: '12' }, '1', 'yes'],
  ['${tag##*}', { tag: '12' }, '', 'yes'],
  ['${tag#*}', { tag: '12' }, '2', 'open'],
  ['${tag#[v]}', { tag: 'v1' }, '1', 'open'],
  ['${missing:=default}', { foo: 'bar' }, 'default', 'yes'],
  ['${missing:-fallback}', {}, 'fallback', 'yes'],
  ['${missing=assigned}', {}, 'assigned', 'yes'],
  ['${foo}', { foo: 'bar' }, 'bar', 'yes'],
  ['${foo}', { foo: '' }, '', 'yes'],
  ['${missing}', {}, '', 'open']
]
