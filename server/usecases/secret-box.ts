// Keeps passwords so that a copy of the database alone does not give them away.

import type { LocalizedText } from '../core/text/localized.ts';

export type OpenedSecret =
  | { readonly kind: 'opened'; readonly secret: string }
  /** Sealed with another key, or changed since. */
  | { readonly kind: 'unreadable'; readonly text: LocalizedText };

export interface SecretBox {
  /** `owner` is bound in: what was sealed for one owner does not open for another. Throws MailfitError without a key. */
  seal(secret: string, owner: string): string;
  open(sealed: string, owner: string): OpenedSecret;
}
