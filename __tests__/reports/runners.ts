/** A command that a CI system would obey, as it understands it. */
export type ObeyedCommand = {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

const githubUnescape = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')

const propertiesOf = (text: string, separator: string, unescape: (text: string) => string) =>
  Object.fromEntries(
    text
      .split(separator)
      .map(pair => [pair.slice(0, pair.indexOf('=')), unescape(pair.slice(pair.indexOf('=') + 1))])
  )

/** Both grammars of actions/runner, src/Runner.Common/ActionCommand.cs: `::name properties::data`, `##[name properties]data`. */
export function githubCommand(line: string): ObeyedCommand | null {
  const second = /^\s*::([^\s:]*) ?(.*?)::(.*)$/s.exec(line)
  const [, name, properties = '', data = ''] =
    second ?? /##\[([^\s\]]*) ?([^\]]*)\](.*)$/s.exec(line) ?? []
  if (name === undefined) return null
  return {
    name,
    properties: propertiesOf(properties, second === null ? ';' : ',', githubUnescape),
    data: githubUnescape(data)
  }
}

const pipelinesUnescape = (text: string): string =>
  text
    .replaceAll('%3B', ';')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%5D', ']')
    .replaceAll('%AZP25', '%')

/** The grammar of azure-pipelines-agent, src/Microsoft.VisualStudio.Services.Agent/Command.cs. */
export function pipelinesCommand(line: string): ObeyedCommand | null {
  const [, name, properties = '', data = ''] =
    /##vso\[([^\s\]]*) ?([^\]]*)\](.*)$/is.exec(line) ?? []
  if (name === undefined) return null
  return {
    name,
    properties: propertiesOf(properties, ';', pipelinesUnescape),
    data: pipelinesUnescape(data)
  }
}
