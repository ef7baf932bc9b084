// The shape of the guide. A section's id is its address on the page, and questions.yaml refers to it.

import type { LocalizedText } from '../../../core/text/localized.ts';

export interface GuideSection {
  readonly id: string;
  readonly title: LocalizedText;
  readonly paragraphs: readonly LocalizedText[];
  readonly points?: readonly LocalizedText[];
  /** Two sides of a choice, each with what speaks for it and what it asks of you. */
  readonly sides?: readonly GuideSide[];
  readonly links?: readonly { readonly href: string; readonly label: LocalizedText }[];
  readonly hasDiagram?: boolean;
}

export interface GuideSide {
  readonly title: LocalizedText;
  readonly merits: readonly LocalizedText[];
  readonly burdens: readonly LocalizedText[];
}

export interface GuidePart {
  readonly title: LocalizedText;
  readonly sections: readonly GuideSection[];
}
