// Front door of the load harness. Everything outside benchmarks/ comes in here.

export { runLoad } from './run-load.ts';
export type { RunHooks, RunRefusal } from './run-load.ts';
export type { RunEvent, RunProgress } from './run-event.ts';
export type { RunPlan } from './schema/plan.generated.ts';
export type { RunResult } from './schema/run.generated.ts';
export { LOOPBACK_ONLY } from './safety/target-policy.ts';
export type { AllowedNetwork, Ceilings, TargetPolicy } from './safety/target-policy.ts';
export { calibrate } from './calibrate.ts';
export type { Calibration, CalibrationOptions, CalibrationRow } from './calibrate.ts';
export { compareRuns, splitByTarget } from './compare-runs.ts';
export type { ComparedFigure, RunComparison } from './compare-runs.ts';
export { findCapacity } from './find-capacity.ts';
export type { CapacityHooks, CapacityPlan } from './find-capacity.ts';
export type { CapacityResult, CapacityTrial } from './schema/capacity.generated.ts';
export { checkTarget } from './check-target.ts';
export { exitStatusOf } from './exit-status.ts';
export { startSink } from './sink/start-sink.ts';
export type { Sink, SinkStats } from './sink/start-sink.ts';
export { SINK_FLAGS, resolveSinkArguments } from './sink/sink-arguments.ts';
export type { SinkArguments } from './sink/sink-arguments.ts';
export { RUN_FORMATS, formatRun, runFormatOf } from './outputs/format-run.ts';
export { histogramLines } from './outputs/latency-buckets.ts';
export { DEFAULT_COMPANY_PLAN, companyConnectionPlan, companyPlan } from './load/company-plan.ts';
export type { CompanyDemand, CompanyPlanOptions } from './load/company-plan.ts';
export { companyVerdict } from './outputs/company-verdict.ts';
export type { CompanyVerdict } from './outputs/company-verdict.ts';
export { ledgerDocument } from './sink/ledger-document.ts';
