// What every section needs: the input, the language, number words, and names looked up once.

import type {
  CriterionShown,
  OptionResult,
  OptionStatus,
  Recommendation,
} from '../core/scoring/recommendation.ts';
import type { Lang, LocalizedText } from '../core/text/localized.ts';
import type { NumberWords } from './number-words.ts';
import { numberWords } from './number-words.ts';
import type { ReportInput } from './report-input.ts';

export interface ReportContext {
  readonly input: ReportInput;
  readonly recommendation: Recommendation;
  readonly lang: Lang;
  readonly words: NumberWords;
  /** Eligible and conditional options in their order. */
  readonly ranked: readonly OptionResult[];
  readonly excluded: readonly OptionResult[];
  readonly say: (text: LocalizedText) => string;
  readonly optionName: (id: string) => string;
  readonly criterion: (id: string) => CriterionShown | undefined;
  readonly criterionName: (id: string) => string;
  /** Numbered in the order in which sources are first named; one number per address. */
  readonly sources: SourceNumbers;
}

export interface SourceNumbers {
  /** `[7] [9] docs.example.org`: the numbers in the list of sources, and where the sources are. */
  readonly marks: (sources: readonly { readonly address: string; readonly title: string }[]) => string;
  readonly listed: readonly { readonly address: string; readonly title: string }[];
}

const RANKED: ReadonlySet<OptionStatus> = new Set<OptionStatus>(['eligible', 'conditional']);

export function reportContext(input: ReportInput): ReportContext {
  const { recommendation, lang } = input;
  const say = (text: LocalizedText): string => text[lang];
  const names = new Map(recommendation.options.map((option) => [option.id, option.name[lang]]));
  const criteria = new Map(recommendation.criteria.map((criterion) => [criterion.id, criterion]));
  return {
    input,
    recommendation,
    lang,
    words: numberWords(lang),
    ranked: recommendation.options.filter((option) => RANKED.has(option.status)),
    excluded: recommendation.options.filter((option) => !RANKED.has(option.status)),
    say,
    optionName: (id) => names.get(id) ?? id,
    criterion: (id) => criteria.get(id),
    criterionName: (id) => criteria.get(id)?.label[lang] ?? id,
    sources: sourceNumbers(),
  };
}

function sourceNumbers(): SourceNumbers {
  const numbers = new Map<string, number>();
  const listed: { address: string; title: string }[] = [];
  const numberOf = (address: string, title: string): number => {
    const known = numbers.get(address);
    if (known !== undefined) return known;
    listed.push({ address, title });
    numbers.set(address, listed.length);
    return listed.length;
  };
  return {
    listed,
    marks(sources) {
      const named = sources.map(({ address, title }) => [hostOf(address), numberOf(address, title)] as const);
      const byHost = Map.groupBy(new Map(named.map((pair) => [pair[1], pair])).values(), ([host]) => host);
      return [...byHost]
        .map(([host, pairs]) => `${pairs.map(([, number]) => `[${number}]`).join(' ')} ${host}`.trimEnd())
        .join(' ');
    },
  };
}

const HOST = /^https?:\/\/(?:www\.)?([^/?#:@\s]+)(?=[/?#:]|$)/i;

function hostOf(address: string): string {
  return HOST.exec(address)?.[1] ?? '';
}
