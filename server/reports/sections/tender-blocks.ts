// The result under a declared tender rule: who is first, the rule, every option's points and price, and why one is out.

import type { TenderOption, TenderRanking } from '../../core/scoring/recommendation.ts';
import { callout, cell, heading, list, numberColumn, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block, Cell, Table } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import { METHOD_TEXTS } from '../texts/method.ts';
import { PRICE_SOURCE_WORDS, STANDING_WORDS, TENDER_TEXTS as T, winnerTitle } from '../texts/tender.ts';

/** Empty where the answers declare no rule. */
export function tenderBlocks(context: ReportContext): Block[] {
  const { tender } = context.recommendation;
  if (tender === undefined) return [];
  const { say } = context;
  const reasons = tender.options.filter(({ reason }) => reason !== null);
  return [
    heading(say(T.heading)),
    outcome(tender, context),
    paragraph(say(T.lead)),
    ...(tender.warnings.length === 0 ? [] : [heading(say(T.warnings)), list(tender.warnings.map(say))]),
    ruleTable(tender, context),
    resultTable(tender, context),
    ...(reasons.length === 0 ? [] : [reasonsTable(reasons, context)]),
  ];
}

function outcome({ winner, text, sameWinnerAsScore }: TenderRanking, { say, optionName }: ReportContext) {
  if (winner === null) return callout('careful', say(T.undecidedTitle), say(text));
  const title = say(winnerTitle(optionName(winner)));
  return callout(sameWinnerAsScore ? 'strong' : 'careful', title, say(text));
}

function ruleTable(tender: TenderRanking, { say }: ReportContext): Table {
  return table(
    'tender-rule',
    say(T.ruleCaption),
    [textColumn(say(METHOD_TEXTS.item), 0.4), textColumn(say(METHOD_TEXTS.value), 1.6)],
    [
      row([say(T.rule), say(tender.ruleText)]),
      row([say(T.formula), say(tender.formulaText)]),
      row([say(T.rounding), say(tender.roundingText)]),
      row([say(T.tie), say(tender.tieText)]),
      row([say(T.currency), tender.currency]),
    ],
  );
}

/** Points come rounded as the rule declares; without a declared rounding four digits tell close totals apart. */
const UNROUNDED_DECIMALS = 4;

function resultTable(tender: TenderRanking, context: ReportContext): Table {
  const { say } = context;
  const rows = tender.options.map((line) =>
    row(resultCells(line, tender, context), line.option === tender.winner ? 'strong' : undefined),
  );
  const columns = [
    numberColumn(say(FRAME_TEXTS.rank), 0.3),
    textColumn(say(FRAME_TEXTS.option), 1.1),
    textColumn(say(T.standing), 0.6),
    numberColumn(say(T.technicalPoints), 0.5),
    numberColumn(say(T.price), 1),
    numberColumn(say(T.pricePoints), 0.5),
    numberColumn(say(T.total), 0.5),
    numberColumn(say(T.totalRange), 0.85),
  ];
  return table('tender-result', say(T.resultCaption), columns, rows);
}

function resultCells(line: TenderOption, { rounding, currency }: TenderRanking, context: ReportContext) {
  const { say, words, optionName } = context;
  const decimals = rounding.mode === 'none' ? UNROUNDED_DECIMALS : rounding.decimals;
  const figure = (value: number | null): Cell =>
    value === null ? cell('–') : cell(words.decimal(value, decimals), value);
  const range = line.totalRange?.map((end) => words.decimal(end, decimals)).join(' – ');
  return [
    line.rank === null ? cell('–') : cell(words.count(line.rank), line.rank),
    optionName(line.option),
    say(STANDING_WORDS[line.state]),
    figure(line.technicalPoints),
    priceCell(line, currency, context),
    figure(line.pricePoints),
    figure(line.total),
    range ?? '–',
  ];
}

function priceCell({ price, priceSource }: TenderOption, currency: string, { say, words }: ReportContext) {
  if (price === null || priceSource === null) return cell('–');
  return cell(words.money(price, currency) + say(PRICE_SOURCE_WORDS[priceSource]), price);
}

// One reason often holds for many, and is said once for all of them.
function reasonsTable(lines: readonly TenderOption[], { lang, say, optionName }: ReportContext): Table {
  const reasons = Map.groupBy(lines, ({ state, reason }) => `${state} ${reason === null ? '' : say(reason)}`);
  return table(
    'tender-reasons',
    say(T.reasonsCaption),
    [
      textColumn(say(T.standing), 0.4),
      textColumn(say(T.reason), 1.2),
      textColumn(say(FRAME_TEXTS.option), 1.6),
    ],
    [...reasons.values()].flatMap((same) =>
      same
        .slice(0, 1)
        .map(({ state, reason }) =>
          row([
            say(STANDING_WORDS[state]),
            reason === null ? '–' : say(reason),
            same.map(({ option }) => optionName(option)).join(lang === 'ja' ? '、' : ', '),
          ]),
        ),
    ),
  );
}
