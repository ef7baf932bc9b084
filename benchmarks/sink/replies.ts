// The replies of the sinks, as they go over the wire (RFC 5321 §4.2, enhanced codes RFC 3463).

export const OK = '250 2.0.0 Ok\r\n';
export const SENDER_OK = '250 2.1.0 Ok\r\n';
export const RECIPIENT_OK = '250 2.1.5 Ok\r\n';
export const START_CONTENT = '354 End data with <CR><LF>.<CR><LF>\r\n';
export const ACCEPTED = '250 2.0.0 Ok: queued\r\n';
export const BAD_SEQUENCE = '503 5.5.1 Bad sequence of commands\r\n';
export const NO_RECIPIENTS = '554 5.5.1 No valid recipients\r\n';
export const TOO_LARGE = '552 5.3.4 Message size exceeds fixed limit\r\n';
export const LINE_TOO_LONG = '500 5.5.2 Line too long\r\n';
export const NOT_KNOWN = '502 5.5.2 Command not recognized\r\n';
export const BAD_ARGUMENT = '501 5.5.4 Syntax error in arguments\r\n';
export const AUTH_OK = '235 2.7.0 Authentication successful\r\n';
export const AUTH_REFUSED = '535 5.7.8 Authentication credentials invalid\r\n';
export const AUTH_UNKNOWN = '504 5.5.4 Mechanism not supported\r\n';
export const TLS_READY = '220 2.0.0 Ready to start TLS\r\n';
export const BYE = '221 2.0.0 Bye\r\n';

/** A SASL challenge (RFC 4954 §4). */
export function challenge(text: string): string {
  return `334 ${Buffer.from(text).toString('base64')}\r\n`;
}
