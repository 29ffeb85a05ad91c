import type * as z from 'zod/mini'
import { parseDocuments, plainValue, type SourceText } from '../kubernetes/read.ts'

/** A file that was read, with its absolute path. */
export type ReadSource = { readonly path: string; readonly source: SourceText }

export type Variables = Readonly<Record<string, string>>

/** What a GitOps object of this repository says of one of its directories. */
export type Deployment = {
  /** Absolute. */
  readonly directory: string
  /** What `${NAME}` stands for; null: it fills in nothing. */
  readonly variables: Variables | null
  /** null: it names none; `overrides`: it wins over what objects name. */
  readonly namespace: { readonly name: string; readonly overrides: boolean } | null
}

/** The objects of the files that have a shape; only files with the marker in their text are parsed. */
export const objectsOfShape = <Shape>(
  sources: readonly ReadSource[],
  marker: string,
  schema: z.ZodMiniType<Shape>
): readonly (Shape & { readonly file: string })[] =>
  sources
    .filter(({ source }) => source.text.includes(marker))
    .flatMap(({ path, source }) =>
      parseDocuments(source).documents.flatMap(({ root }) => {
        const { data } = schema.safeParse(plainValue(root))
        return data === undefined ? [] : [{ ...data, file: path }]
      })
    )
