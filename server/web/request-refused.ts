// A request the pages turn away, with the reason a person gets to read. Thrown by middleware and routes.

export type RefusalReason =
  | 'notFound'
  | 'wrongHost'
  | 'foreignForm'
  | 'tooLarge'
  | 'tooMany'
  | 'tooManyTries'
  | 'badRequest'
  | 'signInNeeded'
  | 'forbidden'
  | 'frozen'
  | 'unsupported'
  | 'internal';

export class RequestRefused extends Error {
  readonly httpStatus: number;
  readonly reason: RefusalReason;

  constructor(httpStatus: number, reason: RefusalReason) {
    super(reason);
    this.name = 'RequestRefused';
    this.httpStatus = httpStatus;
    this.reason = reason;
  }
}
