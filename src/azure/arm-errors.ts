/** A try took longer than the limit, or the whole run did. */
export class RequestTimeoutError extends Error {
  readonly milliseconds: number

  constructor(milliseconds: number, options?: ErrorOptions) {
    super(`no answer within ${milliseconds / 1000} s`, options)
    this.name = new.target.name
    this.milliseconds = milliseconds
  }
}

/** An answer came, but nothing may be concluded from it. The message continues "Azure's answer cannot be used: ". */
export class UntrustedAnswerError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}
