/*
 * Texts of manifests and of Azure within code that people paste into their repositories: none may leave its string or
 * its comment. Every string and comment of a code text is made by these functions and no others.
 */

/** Controls, line separators, lone surrogates, and characters that change how others are shown. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

const named: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`
}

const codePoint = (character: string): number => character.codePointAt(0) ?? 0

const hex = (character: string, digits: number): string =>
  codePoint(character).toString(16).padStart(digits, '0')

/** What a comment may hold: one line of what can be seen. */
export const commentText = (text: string): string => text.replace(/\s+/g, ' ').replace(unseen, '')

/**
 * A quoted template of HCL (hashicorp/hcl, hclsyntax/spec.md, "Template Expressions"), of which nothing is a template. Not
 * `$${`, because what `$$${` means is for the scanner to guess.
 */
export const hclString = (text: string): string =>
  `"${text
    .replace(/["\\]/g, String.raw`\$&`)
    .replace(/[$%](?=\{)/g, escapedUnicode)
    .replace(unseen, character => named[character] ?? escapedUnicode(character))}"`

const escapedUnicode = (character: string): string =>
  codePoint(character) > 0xffff
    ? String.raw`\U` + hex(character, 8)
    : String.raw`\u` + hex(character, 4)

/** A string of Bicep (Azure docs, "Data types in Bicep": strings), of which nothing is interpolated. */
export const bicepString = (text: string): string =>
  `'${text
    .replace(/['\\]/g, String.raw`\$&`)
    .replace(/\$(?=\{)/g, String.raw`\$`)
    .replace(unseen, character => named[character] ?? String.raw`\u{${hex(character, 1)}}`)}'`

/** A name of an object or label where it is one, else a string as JSON has it, which YAML takes too. */
export const yamlString = (text: string): string =>
  /^[a-z]([a-z0-9.-]*[a-z0-9])?$/.test(text) && !yamlWords.includes(text)
    ? text
    : JSON.stringify(text).replace(unseen, escapedUnicode)

/** What YAML 1.1 and 1.2 take for no string. */
const yamlWords: readonly string[] = ['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']
