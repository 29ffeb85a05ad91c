export const isGuid = (text: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** A scope as arm-authorization wants it: that SDK puts a slash in front itself. */
export const sdkScope = (id: string): string => id.replace(/^\/+/, '')
