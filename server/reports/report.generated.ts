// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

export type SectionId =
  | 'question'
  | 'recommendation'
  | 'matrix'
  | 'scores'
  | 'robustness'
  | 'changes'
  | 'vendorQuestions'
  | 'cost'
  | 'measured'
  | 'facts'
  | 'weights'
  | 'method'
  | 'versions'
  | 'tenderUse'
  | 'tenderMusts'
  | 'tenderWants'
  | 'tenderClauses'
  | 'tenderSizing';
export type Block = Paragraph | Heading | Callout | List | Table | Chart | Absent;
export type Figure = StackedBars | Intervals | Scatter | Lines;

/**
 * The procurement report: ordered, worded in one language and rounded. Every format is made from this and nothing else.
 */
export interface Report {
  schema: 'mailfit.report/1';
  lang: 'en' | 'ja';
  title: string;
  subtitle: string;
  preparedOn: string;
  computation: Computation;
  sections: Section[];
}
/**
 * Unrounded numbers from which the score can be computed again: score = sum of weight x value.
 */
export interface Computation {
  criteria: ComputationCriterion[];
  options: ComputationOption[];
}
export interface ComputationCriterion {
  id: string;
  label: string;
  group: string;
  weight: number;
}
export interface ComputationOption {
  id: string;
  label: string;
  status: 'eligible' | 'conditional' | 'excluded';
  score: number | null;
  /**
   * One value 0..1 per criterion, in the order of `criteria`; null where nothing is known.
   */
  values: (number | null)[];
}
export interface Section {
  id: SectionId;
  title: string;
  blocks: Block[];
}
export interface Paragraph {
  kind: 'paragraph';
  text: string;
}
export interface Heading {
  kind: 'heading';
  text: string;
}
/**
 * The one thing to take from a section. The tone is also said in the title, never by colour alone.
 */
export interface Callout {
  kind: 'callout';
  tone: 'strong' | 'careful' | 'stop';
  title: string;
  text: string;
}
export interface List {
  kind: 'list';
  items: string[];
}
export interface Table {
  kind: 'table';
  id: string;
  caption: string;
  columns: Column[];
  rows: Row[];
}
export interface Column {
  label: string;
  kind: 'text' | 'number' | 'mark';
  /**
   * Share of the free width in print; 1 when absent.
   */
  width?: number;
  /**
   * True where a narrow page may set this column in the cell of the one before it.
   */
  joined?: boolean;
}
export interface Row {
  cells: Cell[];
  tone?: 'strong' | 'muted';
}
export interface Cell {
  text: string;
  /**
   * The number behind the text, unrounded, in the unit that the column's label names.
   */
  value?: number;
  href?: string;
  mark?: 'pass' | 'fail' | 'open';
}
/**
 * A picture that answers one question, with the table of what it shows.
 */
export interface Chart {
  kind: 'chart';
  id: string;
  title: string;
  alt: string;
  figure: Figure;
  data: Table;
}
export interface StackedBars {
  form: 'stackedBars';
  axis: Axis;
  series: string[];
  bars: Bar[];
}
export interface Axis {
  label: string;
  min: number;
  max: number;
  scale: 'linear' | 'log';
  ticks: Tick[];
}
export interface Tick {
  at: number;
  text: string;
}
export interface Bar {
  label: string;
  /**
   * Printed after the bar.
   */
  end: string;
  segments: number[];
}
export interface Intervals {
  form: 'intervals';
  axis: Axis;
  rows: Interval[];
}
export interface Interval {
  label: string;
  low: number;
  mid: number;
  high: number;
  end: string;
}
export interface Scatter {
  form: 'scatter';
  x: Axis;
  y: Axis;
  frontierLabel: string;
  points: ScatterPoint[];
}
export interface ScatterPoint {
  label: string;
  x: number;
  y: number;
  onFrontier: boolean;
}
export interface Lines {
  form: 'lines';
  x: Axis;
  y: Axis;
  series: Line[];
}
export interface Line {
  label: string;
  points: LinePoint[];
}
export interface LinePoint {
  x: number;
  y: number;
}
/**
 * Says in words that something is not there and why, instead of leaving it out.
 */
export interface Absent {
  kind: 'absent';
  text: string;
}
