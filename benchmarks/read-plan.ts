// A plan as a person or an earlier result hands it over, checked by its schema. A result is a plan that can be run again.

import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import planSchema from './schema/plan.schema.json' with { type: 'json' };
import type { RunPlan } from './schema/plan.generated.ts';

export interface PlanFault {
  /** Where in the document, such as `load/stages/0/durationSec`. */
  readonly path: string;
  readonly message: string;
}

export type ReadPlan =
  | { readonly ok: true; readonly plan: RunPlan }
  | { readonly ok: false; readonly faults: readonly PlanFault[] };

const LOAD_DEFINITION = {
  closed: 'closedLoad',
  open: 'openLoad',
  partlyOpen: 'partlyOpenLoad',
  hold: 'holdLoad',
} as const;

/** Reads `mailfit.plan/1`, or the plan inside a `mailfit.run/1`. Every fault is reported at once. */
export function readPlan(data: unknown): ReadPlan {
  const isResult = isRecord(data) && data['schema'] === 'mailfit.run/1';
  const plan = isResult ? asGiven(data['plan']) : data;
  const ajv = new Ajv({ allErrors: true, strict: false });
  const validate = ajv.compile<RunPlan>(withNamedLoads(planSchema) as object);
  if (validate(plan)) return { ok: true, plan };
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  const prefix = isResult ? 'plan' : '';
  return { ok: false, faults: errors.map((error) => faultOf(error, prefix)) };
}

// In a result every class holds its whole plan, and a setting without a value is null.
function asGiven(plan: unknown): unknown {
  if (!isRecord(plan)) return plan;
  const { classes, ...rest } = plan;
  const list = Array.isArray(classes) ? (classes as unknown[]) : [];
  if (list.length === 0) return rest;
  return { ...rest, classes: list.map(classAsGiven) };
}

function classAsGiven(entry: unknown): unknown {
  if (!isRecord(entry) || !isRecord(entry['plan'])) return entry;
  const { load, session, mail } = entry['plan'];
  return { name: entry['name'], load, session, mail };
}

// A load is one of several forms. The form that its model names is asked for, or every form would have a fault to tell.
function withNamedLoads(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNamedLoads);
  if (!isRecord(schema)) return schema;
  const entries = Object.entries(schema).map(([name, part]): [string, unknown] => [
    name,
    withNamedLoads(part),
  ]);
  const { oneOf: forms, ...rest } = Object.fromEntries(entries);
  if (!Array.isArray(forms) || !JSON.stringify(forms).includes('Load"')) return Object.fromEntries(entries);
  const models = Object.entries(LOAD_DEFINITION).filter(([, name]) =>
    JSON.stringify(forms).includes(`${name}"`),
  );
  return {
    ...rest,
    type: 'object',
    required: ['model'],
    properties: { model: { enum: models.map(([model]) => model) } },
    allOf: models.map(([model, name]) => ({
      if: { properties: { model: { const: model } }, required: ['model'] },
      // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
      then: { $ref: `#/definitions/${name}` },
    })),
  };
}

function faultOf(error: ErrorObject, prefix: string): PlanFault {
  const path = `${prefix}${error.instancePath}`.replace(/^\//, '');
  const extra = error.params as { additionalProperty?: string; allowedValues?: unknown[] };
  if (extra.additionalProperty !== undefined) {
    const at = path === '' ? extra.additionalProperty : `${path}/${extra.additionalProperty}`;
    return { path: at, message: 'is not a setting of a plan here' };
  }
  const choices = extra.allowedValues === undefined ? '' : `: ${extra.allowedValues.join(', ')}`;
  return { path, message: `${error.message ?? 'is not valid'}${choices}` };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
