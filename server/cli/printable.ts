/** Text a probed server said, safe for a terminal: control and formatting characters become `·`. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');
}
