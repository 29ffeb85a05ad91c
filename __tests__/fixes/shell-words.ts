/** The words of one command as a POSIX shell takes them, as far as our commands go; null where it does more than take words. */
export function shellWords(command: string): readonly string[] | null {
  const words: string[] = []
  let word: string | null = null
  for (let at = 0; at < command.length; at += 1) {
    const character = command.charAt(at)
    if (character === ' ') {
      if (word !== null) words.push(word)
      word = null
    } else if (character === "'") {
      const end = command.indexOf("'", at + 1)
      if (end < 0) return null
      word = (word ?? '') + command.slice(at + 1, end)
      at = end
    } else if (character === '\\') {
      at += 1
      word = (word ?? '') + command.charAt(at)
    } else if (/["$`;|&<>()\n]/.test(character)) return null
    else word = (word ?? '') + character
  }
  return word === null ? words : [...words, word]
}
