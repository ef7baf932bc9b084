// Section 10: every value that entered a score, option by option, with source, class, date and age.

import type { Contribution, FactShown, OptionResult } from '../../core/scoring/recommendation.ts';
import {
  absent,
  cell,
  joined,
  linkCell,
  numberColumn,
  paragraph,
  row,
  table,
  textColumn,
} from '../blocks.ts';
import type { Block, Cell, Row, Table } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { recheckBlocks } from './recheck-blocks.ts';
import { EVIDENCE_TEXTS as T, factsCaption, missingFacts } from '../texts/evidence.ts';
import { EVIDENCE_CLASS_WORDS, FRAME_TEXTS } from '../texts/frame.ts';

export function factsBlocks(context: ReportContext): Block[] {
  const { ranked, say } = context;
  const options = ranked.filter((option) => option.contributions.length > 0);
  if (options.length === 0) return [absent(say(T.noFacts))];
  const tables = options.map((option) => factsTable(context, option));
  return [paragraph(say(T.factsLead)), ...recheckBlocks(context), ...tables, sourcesTable(context)];
}

function factsTable(context: ReportContext, option: OptionResult): Table {
  const { say } = context;
  const facts = distinctFacts(option.contributions);
  const found = facts.filter((fact) => fact.evidence.length > 0 || fact.declared !== undefined);
  const missing = facts.filter((fact) => !found.includes(fact));
  const rows = [...found.flatMap((fact) => factRows(context, fact)), ...missingRow(context, missing)];
  const columns = [
    textColumn(say(T.fact), 1.2),
    textColumn(say(T.value), 1.2),
    textColumn(say(FRAME_TEXTS.source), 0.5),
    joined(textColumn(say(T.factClass), 0.7)),
    joined(textColumn(say(T.checkedOn), 0.6)),
    joined(numberColumn(say(T.ageDays), 0.4)),
  ];
  return table(`facts-${tableId(option.id)}`, say(factsCaption(say(option.name))), columns, rows);
}

// Ids come from file names of profiles; the model's schema is stricter about table ids than profiles are about theirs.
function tableId(optionId: string): string {
  return optionId.replace(/[^a-zA-Z0-9-]/g, '-');
}

function distinctFacts(contributions: readonly Contribution[]): FactShown[] {
  return [...new Map(contributions.map((term) => [term.fact.id, term.fact])).values()];
}

// What nobody found a statement on fits one line; a row each would bury what was found.
function missingRow({ say }: ReportContext, missing: readonly FactShown[]): Row[] {
  if (missing.length === 0) return [];
  const labels = missing.map((fact) => `${say(fact.label)}: ${say(fact.shown)}`);
  return [row([say(missingFacts(missing.length)), labels.join(' / '), '–', '–', '–', '–'], 'muted')];
}

function factRows(context: ReportContext, fact: FactShown): Row[] {
  const own = factRow(context, fact, '');
  if (fact.declared === undefined) return [own];
  return [own, factRow(context, fact.declared, context.say(T.declared))];
}

function factRow(context: ReportContext, fact: Omit<FactShown, 'declared'>, remark: string): Row {
  const { say, words } = context;
  const [evidence] = fact.evidence;
  const note = fact.note === null ? '' : say(fact.note);
  const limits = fact.path === undefined ? '' : say(fact.path.text);
  const extra = [remark, limits, note].filter((text) => text !== '').join(' / ');
  const value = extra === '' ? say(fact.shown) : `${say(fact.shown)} (${extra})`;
  return row(
    [
      say(fact.label),
      value,
      sourcesOf(context, fact),
      evidence === undefined ? '–' : say(EVIDENCE_CLASS_WORDS[evidence.class]),
      evidence === undefined ? '–' : evidence.checkedOn,
      evidence === undefined ? cell('–') : cell(words.count(evidence.ageDays), evidence.ageDays),
    ],
    evidence === undefined || remark !== '' ? 'muted' : undefined,
  );
}

function sourcesOf({ say, sources }: ReportContext, fact: Omit<FactShown, 'declared'>): Cell {
  const marks = fact.evidence.map((entry) =>
    entry.url === null ? (entry.runId ?? entry.title) : `[${sources.numberOf(entry.url, entry.title)}]`,
  );
  if (marks.length === 0) return cell(say(T.noSource));
  return linkCell(marks.join(' '), fact.evidence.length === 1 ? (fact.evidence[0]?.url ?? null) : null);
}

function sourcesTable({ say, sources }: ReportContext): Table {
  const rows = sources.listed.map((source, index) =>
    row([cell(`[${index + 1}]`), source.title, linkCell(source.address, source.address)]),
  );
  const columns = [
    textColumn(say(FRAME_TEXTS.number), 0.2),
    joined(textColumn(say(T.sourceTitle))),
    textColumn(say(T.address), 1.6),
  ];
  return table('sources', say(T.sourcesCaption), columns, rows);
}
