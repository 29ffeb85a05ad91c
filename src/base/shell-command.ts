/** One word of a POSIX shell command, whatever is in it. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`

export const command = (...words: readonly string[]): string => words.map(shellWord).join(' ')
