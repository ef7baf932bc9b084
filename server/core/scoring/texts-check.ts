// Sentences about the cross-checks by other methods.

import type { LocalizedText } from '../text/localized.ts';

export function agreementText(winner: LocalizedText, of: number): LocalizedText {
  return {
    en: `${winner.en} is first under all ${of} other methods too.`,
    ja: `ほかの${of}つの手法でも、1位は${winner.ja}です。`,
  };
}

export function disagreementText(
  {
    agreeing,
    of,
    method,
  }: { readonly agreeing: number; readonly of: number; readonly method: LocalizedText },
  { winner, other }: { readonly winner: LocalizedText; readonly other: LocalizedText },
  criterion: LocalizedText,
): LocalizedText {
  return {
    en: `${winner.en} is first under ${agreeing} of ${of} other methods. ${method.en} prefers ${other.en}: the winner makes up elsewhere for ${criterion.en}, where ${other.en} is better.`,
    ja: `ほかの${of}つの手法のうち、${winner.ja}が1位になるのは${agreeing}つです。${method.ja}では${other.ja}が1位になります。${winner.ja}は「${criterion.ja}」で${other.ja}に劣り、ほかの点で補っているためです。`,
  };
}
