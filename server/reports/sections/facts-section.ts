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
import {
  ageInDays,
  EVIDENCE_TEXTS as T,
  factsCaption,
  factsInState,
  missingFacts,
  withRemarks,
} from '../texts/evidence.ts';
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
  const missing = facts.filter((fact) => WITHOUT_VALUE.has(fact.state) && fact.evidence.length === 0);
  const found = facts.filter((fact) => !missing.includes(fact));
  const rows = [...found.flatMap((fact) => factRows(context, fact)), ...missingRow(context, missing)];
  const columns = [
    textColumn(say(T.fact), 0.85),
    textColumn(say(T.value), 1.9),
    textColumn(say(FRAME_TEXTS.source), 1.65),
    joined(textColumn(say(T.factClass))),
    joined(textColumn(say(T.checkedOn))),
    joined(numberColumn(say(T.age))),
  ];
  return table(`facts-${tableId(option.id)}`, say(factsCaption(say(option.name))), columns, rows);
}

const WITHOUT_VALUE: ReadonlySet<FactShown['state']> = new Set(['unknown', 'undisclosed', 'notApplicable']);

// Ids come from file names of profiles; the model's schema is stricter about table ids than profiles are about theirs.
function tableId(optionId: string): string {
  return optionId.replace(/[^a-zA-Z0-9-]/g, '-');
}

function distinctFacts(contributions: readonly Contribution[]): FactShown[] {
  return [...new Map(contributions.map((term) => [term.fact.id, term.fact])).values()];
}

// What nobody found a statement on fits one row, said once per state; a row each would bury what was found.
function missingRow({ say }: ReportContext, missing: readonly FactShown[]): Row[] {
  if (missing.length === 0) return [];
  const byState = Map.groupBy(missing, (fact) => say(fact.shown));
  const lines = [...byState].map(([shown, facts]) => say(factsInState(shown, facts)));
  return [row([say(missingFacts(missing.length)), lines.join(' '), '–', '–', '–', '–'], 'muted')];
}

function factRows(context: ReportContext, fact: FactShown): Row[] {
  const own = factRow(context, fact, '');
  if (fact.declared === undefined) return [own];
  return [own, factRow(context, fact.declared, context.say(T.declared))];
}

function factRow(context: ReportContext, fact: Omit<FactShown, 'declared'>, remark: string): Row {
  const { say } = context;
  const [evidence] = fact.evidence;
  const note = fact.note === null ? '' : say(fact.note);
  const limits = fact.path === undefined ? '' : say(fact.path.text);
  return row(
    [
      say(fact.label),
      say(withRemarks(say(fact.shown), [remark, limits, note])),
      sourcesOf(context, fact),
      evidence === undefined ? '–' : say(EVIDENCE_CLASS_WORDS[evidence.class]),
      evidence === undefined ? '–' : evidence.checkedOn,
      evidence === undefined ? cell('–') : cell(say(ageInDays(evidence.ageDays)), evidence.ageDays),
    ],
    evidence === undefined || remark !== '' ? 'muted' : undefined,
  );
}

function sourcesOf({ say, sources }: ReportContext, { evidence }: Omit<FactShown, 'declared'>): Cell {
  if (evidence.length === 0) return cell(say(T.noSource));
  const pages = evidence.flatMap(({ url, title }) => (url === null ? [] : [{ address: url, title }]));
  const runs = evidence.flatMap(({ url, runId, title }) => (url === null ? [runId ?? title] : []));
  const shown = [...(pages.length === 0 ? [] : [sources.marks(pages)]), ...runs].join(' ');
  return linkCell(shown, evidence.length === 1 ? (evidence[0]?.url ?? null) : null);
}

function sourcesTable({ say, sources }: ReportContext): Table {
  const rows = sources.listed.map((source, index) =>
    row([cell(`[${index + 1}]`), source.title, linkCell(source.address, source.address)]),
  );
  const columns = [
    textColumn(say(FRAME_TEXTS.number), 0.2),
    textColumn(say(T.sourceTitle)),
    textColumn(say(T.address), 1.6),
  ];
  return table('sources', say(T.sourcesCaption), columns, rows);
}
