// Section 2: the answer in one box, the options in order, and the reasons in words.

import type { OptionResult, Strength } from '../../core/scoring/recommendation.ts';
import { POINT_LEADS } from '../../core/scoring/texts.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import {
  absent,
  callout,
  cell,
  heading,
  list,
  numberColumn,
  paragraph,
  row,
  table,
  textColumn,
} from '../blocks.ts';
import type { Block, Callout } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { DEPLOYMENT_WORDS, FRAME_TEXTS, STATUS_WORDS } from '../texts/frame.ts';
import { NOTHING_RECOMMENDED, rankedCountText, VERDICT_TEXTS as T, verdictTitle } from '../texts/verdict.ts';

const TONES: Readonly<Record<Strength, Callout['tone']>> = {
  clear: 'strong',
  close: 'careful',
  none: 'stop',
};

export function recommendationBlocks(context: ReportContext): Block[] {
  return [
    verdict(context),
    ...provisoOf(context),
    paragraph(context.say(rankedCountText(context.ranked.length, context.excluded.length))),
    overview(context),
    ...orderNote(context),
    ...reasons(context),
    ...forAndAgainst(context),
    ...notices(context),
  ];
}

function verdict({ recommendation, lang, say, optionName }: ReportContext): Block {
  const { recommended, strength } = recommendation;
  const sentences = [say(recommendation.strengthReason)];
  if (recommended === null) sentences.unshift(say(T.noneRecommended));
  if (recommendation.explanation !== undefined) sentences.unshift(say(recommendation.explanation.verdict));
  const headline =
    recommended === null ? NOTHING_RECOMMENDED : verdictTitle(strength, optionName(recommended));
  return callout(
    TONES[recommended === null ? 'none' : strength],
    say(headline),
    [...new Set(sentences)].join(lang === 'ja' ? '' : ' '),
  );
}

function orderNote({ ranked, say }: ReportContext): Block[] {
  const isMixed = new Set(ranked.map(({ status }) => status)).size > 1;
  return isMixed ? [paragraph(say(T.orderNote))] : [];
}

function provisoOf({ recommendation, say }: ReportContext): Block[] {
  return recommendation.proviso === null
    ? []
    : [callout('careful', say(T.proviso), say(recommendation.proviso))];
}

function overview(context: ReportContext): Block {
  const { ranked, recommendation, say, words } = context;
  if (ranked.length === 0) return absent(say(T.noRanked));
  const rows = ranked.map((option) =>
    row(
      [
        cell(option.rank === null ? '–' : words.count(option.rank), option.rank ?? undefined),
        say(option.name),
        say(DEPLOYMENT_WORDS[option.deployment]),
        say(STATUS_WORDS[option.status]),
        cell(words.points(option.score), option.score * 100),
        scoreRange(option, context),
        cell(words.percent(option.firstRankShare), option.firstRankShare * 100),
      ],
      option.id === recommendation.recommended ? 'strong' : undefined,
    ),
  );
  const columns = [
    numberColumn(say(FRAME_TEXTS.rank), 0.3),
    textColumn(say(FRAME_TEXTS.option), 1.6),
    textColumn(say(T.deployment), 0.7),
    textColumn(say(FRAME_TEXTS.status), 0.7),
    numberColumn(say(FRAME_TEXTS.score), 0.6),
    numberColumn(say(T.range), 0.7),
    numberColumn(`${say(T.firstShare)} (%)`, 0.5),
  ];
  return table('overview', say(T.overviewCaption), columns, rows);
}

export function scoreRange(option: OptionResult, { words }: ReportContext): string {
  const [low, high] = option.scoreRange;
  return `${words.points(low)} – ${words.points(high)}`;
}

function reasons({ recommendation, say }: ReportContext): Block[] {
  const comparisons = recommendation.explanation?.comparisons ?? [];
  if (comparisons.length === 0) return [];
  return [heading(say(T.comparisons)), list(comparisons.map((comparison) => say(comparison.text)))];
}

function forAndAgainst({ ranked, say }: ReportContext): Block[] {
  const rows = ranked.flatMap((option) =>
    option.bestPoint === undefined && option.weakestPoint === undefined
      ? []
      : [
          row([
            say(option.name),
            pointOf(option.bestPoint, POINT_LEADS.best, say),
            pointOf(option.weakestPoint, POINT_LEADS.weakest, say),
          ]),
        ],
  );
  if (rows.length === 0) return [];
  const columns = [
    textColumn(say(FRAME_TEXTS.option), 0.8),
    textColumn(say(T.bestPoint), 1.3),
    textColumn(say(T.weakestPoint), 1.3),
  ];
  return [table('for-against', say(T.forAgainst), columns, rows)];
}

// The heading of the column says what it lists.
function pointOf(
  point: LocalizedText | undefined,
  lead: LocalizedText,
  say: (text: LocalizedText) => string,
): string {
  return point === undefined ? '–' : say(point).replace(say(lead), '').replace(/[.]$/, '');
}

function notices({ recommendation, say }: ReportContext): Block[] {
  if (recommendation.notices.length === 0) return [];
  return [heading(say(T.notices)), list(recommendation.notices.map(say))];
}
