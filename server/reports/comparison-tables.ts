// The differences between two versions as tables, for the page and the command line alike.

import type { Lang, LocalizedText } from '../core/text/localized.ts';
import type { Change, PlaceInVersion, VersionComparison } from '../core/versions/compare-versions.ts';
import { cell, numberColumn, row, table, textColumn } from './blocks.ts';
import { numberWords } from './number-words.ts';
import type { Column, Row, Table } from './report.generated.ts';
import { COMPARISON_TEXTS as T } from './texts/comparison.ts';
import { FRAME_TEXTS, STATUS_WORDS } from './texts/frame.ts';

/** One sentence on the outcome: the same recommendation, another one, or none. */
export function comparisonVerdict(
  { recommended, isSameRecommendation }: VersionComparison,
  lang: Lang,
): string {
  const nameOf = (text: LocalizedText | null): string => text?.[lang] ?? T.noRecommendation[lang];
  if (isSameRecommendation) {
    return recommended.after === null ? T.stillNone[lang] : T.sameWinner(recommended.after)[lang];
  }
  const before = nameOf(recommended.before);
  const after = nameOf(recommended.after);
  return lang === 'ja'
    ? `推奨が「${before}」から「${after}」に変わりました。`
    : `The recommendation changed from ${before} to ${after}.`;
}

/** Only tables with a difference in them; an empty list means that nothing differs. */
export function comparisonTables(comparison: VersionComparison, lang: Lang): Table[] {
  return [
    answersTable(comparison, lang),
    weightsTable(comparison, lang),
    requirementsTable(comparison, lang),
    tenderTable(comparison, lang),
    factsTable(comparison, lang),
    rankingTable(comparison, lang),
  ].filter((made) => made.rows.length > 0);
}

function beforeAndAfter(first: readonly Column[], lang: Lang, kind: 'text' | 'number' = 'text'): Column[] {
  const column = kind === 'text' ? textColumn : numberColumn;
  return [...first, column(T.before[lang]), column(T.after[lang])];
}

function words(change: Change<LocalizedText>, lang: Lang): string[] {
  return [change.before, change.after].map((text) => text?.[lang] ?? '–');
}

function answersTable({ answers }: VersionComparison, lang: Lang): Table {
  const rows = answers.map((change) => row([change.label[lang], ...words(change, lang)]));
  return table(
    'compare-answers',
    T.answers[lang],
    beforeAndAfter([textColumn(T.question[lang])], lang),
    rows,
  );
}

function weightsTable({ weights }: VersionComparison, lang: Lang): Table {
  const { percent } = numberWords(lang);
  const shown = (weight: number | null) =>
    weight === null ? cell('–') : cell(percent(weight, 1), 100 * weight);
  const rows = weights.map((change) => row([change.label[lang], shown(change.before), shown(change.after)]));
  const columns = beforeAndAfter([textColumn(FRAME_TEXTS.criterion[lang])], lang, 'number');
  return table('compare-weights', T.weights[lang], columns, rows);
}

function requirementsTable({ requirements }: VersionComparison, lang: Lang): Table {
  const rows = requirements.map((change) =>
    row([change.label[lang], T[change.kind][lang], ...words(change, lang)]),
  );
  const first = [textColumn(FRAME_TEXTS.requirement[lang]), textColumn(T.kind[lang], 0.4)];
  return table('compare-requirements', T.requirements[lang], beforeAndAfter(first, lang), rows);
}

function tenderTable({ tender }: VersionComparison, lang: Lang): Table {
  const rows = tender.map((change) => row([change.label[lang], ...words(change, lang)]));
  return table('compare-tender', T.tender[lang], beforeAndAfter([textColumn(T.part[lang])], lang), rows);
}

function factsTable({ facts }: VersionComparison, lang: Lang): Table {
  const rows = facts.map((change) => {
    const before = change.before?.shown[lang] ?? '–';
    const after = change.after?.shown[lang] ?? '–';
    // Where the words stay the same it is the source that changed, and that must be seen.
    const isSourceOnly = before === after;
    const withSource = (shown: string, source: string | null | undefined): string =>
      isSourceOnly ? `${shown} (${source ?? '–'})` : shown;
    return row([
      change.option[lang],
      change.label[lang],
      withSource(before, change.before?.source),
      withSource(after, change.after?.source),
    ]);
  });
  const first = [textColumn(FRAME_TEXTS.option[lang]), textColumn(T.fact[lang])];
  return table('compare-facts', T.facts[lang], beforeAndAfter(first, lang), rows);
}

function rankingTable({ ranking }: VersionComparison, lang: Lang): Table {
  const { points, count, pointsDifference } = numberWords(lang);
  const place = (at: PlaceInVersion | null): string => {
    if (at === null) return '–';
    const score = at.score === null ? '' : ` ${points(at.score)}`;
    return at.rank === null
      ? STATUS_WORDS[at.status][lang]
      : `${count(at.rank)}. ${STATUS_WORDS[at.status][lang]}${score}`;
  };
  const rows: Row[] = ranking.map((change) => {
    const difference = scoreDifference(change);
    return row([
      change.label[lang],
      place(change.before),
      place(change.after),
      difference === null ? cell('–') : cell(pointsDifference(difference), 100 * difference),
    ]);
  });
  const columns = [
    ...beforeAndAfter([textColumn(FRAME_TEXTS.option[lang], 1.4)], lang),
    numberColumn(T.difference[lang]),
  ];
  return table('compare-ranking', T.ranking[lang], columns, rows);
}

function scoreDifference({ before, after }: Change<PlaceInVersion>): number | null {
  const earlier = before?.score ?? null;
  const later = after?.score ?? null;
  return earlier === null || later === null ? null : later - earlier;
}
