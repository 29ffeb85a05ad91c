import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'

/** A folder for one run, which is removed afterwards. */
export async function inTemporaryFolder<T>(use: (place: string) => Promise<T>): Promise<T> {
  const place = await mkdtemp(join(tmpdir(), 'acr-pull-check-'))
  try {
    return await use(place)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

/** Text by relative path. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>
): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

/** All files of a folder but those of git, by their relative path. */
export async function readFiles(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile() && !entry.parentPath.split(sep).includes('.git'))
    .map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(
      paths.map(
        async path =>
          [relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8')] as const
      )
    )
  )
}
