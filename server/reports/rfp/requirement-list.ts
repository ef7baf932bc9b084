// The list of requirements for tender documents: what is asked for, which answer it comes from, and the clause of a
// published framework behind each security requirement. It names no product, no score and no weight.

import type { Recommendation, Requirement } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { FrameworkClauses } from '../../core/rfp/clauses.ts';
import { cell, linkCell, list, orAbsent, paragraph, row, table, textColumn } from '../blocks.ts';
import { cleanTexts } from '../clean-text.ts';
import type { Block, Report, Row, Table } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { reportContext } from '../report-context.ts';
import { requirementCodes } from '../requirement-codes.ts';
import { originOf, sizingTable } from '../sections/question-section.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import { RFP_TEXTS as T } from '../texts/rfp.ts';

export interface RequirementListInput {
  readonly recommendation: Recommendation;
  readonly clauses: FrameworkClauses;
  readonly lang: Lang;
  /** The organisation or project, as the reader typed it. */
  readonly title: string;
}

export function requirementList(input: RequirementListInput): Report {
  const { recommendation, lang, clauses } = input;
  const context = reportContext({ recommendation, runs: [], lang, title: input.title });
  const { say } = context;
  const section = (id: Report['sections'][number]['id'], title: string, blocks: Block[]) => ({
    id,
    title,
    blocks,
  });
  return cleanTexts<Report>({
    schema: 'mailfit.report/1',
    lang,
    title: say(T.title),
    subtitle: input.title,
    preparedOn: recommendation.asOf,
    computation: { criteria: [], options: [] },
    sections: [
      section('tenderUse', say(T.use), [paragraph(say(T.useLead)), list(T.useRules.map(say))]),
      section('tenderMusts', say(T.musts), requirements(context, 'gate')),
      section('tenderWants', say(T.wants), requirements(context, 'value')),
      section('tenderClauses', say(T.clauses), clausesBlocks(context, clauses)),
      section('tenderSizing', say(T.sizing), [paragraph(say(T.sizingLead)), ...sizingTable(context)]),
    ],
  });
}

function requirements(context: ReportContext, kind: Requirement['kind']): Block[] {
  const { recommendation, say } = context;
  const codes = requirementCodes(recommendation);
  const rows = recommendation.requirements
    .filter((requirement) => requirement.kind === kind)
    .map((requirement) =>
      row([
        codes.get(requirement) ?? '',
        say(requirement.label),
        say(requirement.needText),
        originOf(requirement, context),
      ]),
    );
  const columns = [
    textColumn(say(FRAME_TEXTS.number), 0.2),
    textColumn(say(FRAME_TEXTS.requirement)),
    textColumn(say(T.need), 0.8),
    textColumn(say(T.origin), 1.2),
  ];
  const isMust = kind === 'gate';
  const made =
    rows.length === 0 ? [] : [table(`tender-${kind}`, say(isMust ? T.musts : T.wants), columns, rows)];
  const lead = paragraph(say(isMust ? T.mustsLead : T.wantsLead));
  return made.length === 0 ? orAbsent([], say(isMust ? T.noMusts : T.noWants)) : [lead, ...made];
}

function clausesBlocks(context: ReportContext, clauses: FrameworkClauses): Block[] {
  const rows = clauseRows(context, clauses);
  if (rows.length === 0) return orAbsent([], context.say(T.noClauses));
  return [paragraph(context.say(T.clausesLead)), clauseTable(context, rows)];
}

function clauseTable({ say }: ReportContext, rows: readonly Row[]): Table {
  const columns = [
    textColumn(say(FRAME_TEXTS.number), 0.2),
    textColumn(say(FRAME_TEXTS.requirement), 0.8),
    textColumn(say(T.framework), 1.1),
    textColumn(say(T.clause), 0.7),
    textColumn(say(T.about), 1.3),
  ];
  return table('tender-clauses', say(T.clauses), columns, rows);
}

function clauseRows({ recommendation, say }: ReportContext, clauses: FrameworkClauses): Row[] {
  const codes = requirementCodes(recommendation);
  return recommendation.requirements.flatMap((requirement) =>
    (clauses.facts[requirement.factId] ?? []).map((clause) => {
      const framework = clauses.frameworks[clause.framework];
      return row([
        codes.get(requirement) ?? '',
        say(requirement.label),
        framework === undefined ? cell(clause.framework) : linkCell(say(framework.name), framework.url),
        clause.clause,
        say(clause.about),
      ]);
    }),
  );
}
