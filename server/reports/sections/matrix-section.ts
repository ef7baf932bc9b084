// Section 3: every option against every must, and for each exclusion the required and the actual value.

import type { OptionResult, Requirement } from '../../core/scoring/recommendation.ts';
import {
  absent,
  callout,
  cell,
  linkCell,
  list,
  markColumn,
  numberColumn,
  paragraph,
  row,
  table,
  textColumn,
} from '../blocks.ts';
import type { Block, Cell } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { requirementCodes } from '../requirement-codes.ts';
import { FRAME_TEXTS, MARK_SIGNS, STATUS_WORDS } from '../texts/frame.ts';
import { relaxationText, QUESTION_TEXTS as T } from '../texts/question.ts';

export function matrixBlocks(context: ReportContext): Block[] {
  const { recommendation, say } = context;
  const gates = recommendation.requirements.filter((requirement) => requirement.kind === 'gate');
  if (gates.length === 0) return [absent(say(T.noGates))];
  return [
    paragraph(say(T.matrixLead)),
    ...relaxationsNeeded(context),
    matrixTable(context, gates),
    paragraph(legend(context)),
    gateTable(context, gates),
    ...exclusions(context),
  ];
}

function relaxationsNeeded({ recommendation, say }: ReportContext): Block[] {
  const sets = recommendation.smallestRelaxations ?? [];
  if (sets.length === 0) return [];
  return [
    callout(
      'stop',
      say(T.relaxationsTitle),
      sets
        .slice(0, 1)
        .map((set) => say(set.text))
        .join(''),
    ),
    ...(sets.length > 1 ? [list(sets.slice(1).map((set) => say(set.text)))] : []),
  ];
}

function matrixTable(context: ReportContext, gates: readonly Requirement[]): Block {
  const { recommendation, say } = context;
  const codes = requirementCodes(recommendation);
  const rows = recommendation.options.map((option) =>
    row(
      [
        say(option.name),
        say(STATUS_WORDS[option.status]),
        ...gates.map((gate) => markOf(option, gate, context)),
      ],
      option.id === recommendation.recommended ? 'strong' : undefined,
    ),
  );
  const columns = [
    textColumn(say(FRAME_TEXTS.option), 1.8),
    textColumn(say(FRAME_TEXTS.status), 0.8),
    ...gates.map((gate) => markColumn(codes.get(gate) ?? gate.id, 0.25)),
  ];
  return table('matrix', say(T.matrixCaption), columns, rows);
}

function markOf(option: OptionResult, gate: Requirement, { say }: ReportContext): Cell {
  if (option.failed.some((failure) => failure.requirement === gate.id)) {
    return { text: say(MARK_SIGNS.fail), mark: 'fail' };
  }
  if (option.cannotTell.includes(gate.id)) return { text: say(MARK_SIGNS.open), mark: 'open' };
  return { text: say(MARK_SIGNS.pass), mark: 'pass' };
}

function legend({ say, lang }: ReportContext): string {
  const entries = [
    `${say(MARK_SIGNS.pass)} ${say(T.matrixLegendPass)}`,
    `${say(MARK_SIGNS.fail)} ${say(T.matrixLegendFail)}`,
    `${say(MARK_SIGNS.open)} ${say(T.matrixLegendOpen)}`,
  ];
  return entries.join(lang === 'ja' ? '　' : ' · ');
}

function gateTable(context: ReportContext, gates: readonly Requirement[]): Block {
  const { recommendation, say, words } = context;
  const codes = requirementCodes(recommendation);
  const rows = gates.map((gate) =>
    row([
      codes.get(gate) ?? '',
      say(gate.label),
      say(gate.needText),
      countCell(gate.effect?.excludes, words.count),
      countCell(gate.effect?.excludesAlone, words.count),
      countCell(gate.effect?.cannotTell, words.count),
      relaxedTo(gate, context),
    ]),
  );
  return table(
    'gates',
    say(T.gatesCaption),
    [
      textColumn(say(T.code), 0.25),
      textColumn(say(FRAME_TEXTS.requirement), 0.8),
      textColumn(say(T.need), 0.8),
      numberColumn(say(T.excludes), 0.4),
      numberColumn(say(T.excludesAlone), 0.4),
      numberColumn(say(T.cannotTell), 0.4),
      textColumn(say(T.relaxed), 1.8),
    ],
    rows,
  );
}

function countCell(count: number | undefined, words: (value: number) => string): Cell {
  return count === undefined ? cell('–') : cell(words(count), count);
}

function relaxedTo(gate: Requirement, { say, optionName }: ReportContext): string {
  const nearest = (gate.effect?.relaxations ?? []).slice(0, 2);
  const lines = nearest.map((step) => say(relaxationText(say(step.toText), step.readmits.map(optionName))));
  return lines.length === 0 ? '–' : lines.join('; ');
}

/** What an option is, is said by its profile as a whole and not by one page. */
const OWN_CLASSES: ReadonlySet<string> = new Set(['kind', 'deployment']);

function exclusions(context: ReportContext): Block[] {
  const { excluded, recommendation, say, sources } = context;
  if (excluded.length === 0) return [paragraph(say(T.noExcluded))];
  const factOf = new Map(recommendation.requirements.map(({ id, factId }) => [id, factId]));
  const rows = excluded.flatMap((option) =>
    option.failed.map((failure) => {
      const title = failure.evidence[0]?.title ?? failure.source ?? '';
      const address = failure.source;
      return row([
        say(option.name),
        say(failure.label),
        say(failure.requiredText),
        say(failure.actualText),
        address === null
          ? cell(
              say(OWN_CLASSES.has(factOf.get(failure.requirement) ?? '') ? T.ownClass : FRAME_TEXTS.notGiven),
            )
          : linkCell(sources.marks([{ address, title }]), address),
      ]);
    }),
  );
  const columns = [
    textColumn(say(FRAME_TEXTS.option)),
    textColumn(say(FRAME_TEXTS.requirement)),
    textColumn(say(T.required)),
    textColumn(say(T.actual)),
    textColumn(say(FRAME_TEXTS.source), 1.1),
  ];
  return [table('exclusions', say(T.exclusionsCaption), columns, rows)];
}
