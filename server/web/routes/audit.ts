// The audit log for administrators: search, export, check of the chain.

import { Router } from 'express';
import type { Request, Response } from 'express';
import { AUDIT_ACTIONS } from '../../core/access/audit-chain.ts';
import type { ChainVerdict } from '../../core/access/audit-chain.ts';
import type { AuditFilter } from '../../usecases/access/audit-log.ts';
import { cleanText } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { requesterOf } from '../security/who.ts';
import { AUDIT_CSV_HEADER, auditCsvLine, auditModel } from '../view-models/audit.ts';
import type { TypedFilter } from '../view-models/audit.ts';
import type { WebDeps } from '../web-deps.ts';

const ENTRIES_PER_PAGE = 100;
const ENTRIES_PER_PIECE = 1_000;
const FIELD_LENGTH_MAX = 200;
const NOTHING_TYPED: TypedFilter = { action: '', actor: '', object: '', from: '', until: '' };

export function auditRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/admin/audit', async (req, res) => {
    const before = Number(req.query['before']);
    const beforeNumber = Number.isInteger(before) && before > 0 ? before : undefined;
    await showLog({ deps, sendPage, req, res }, { typed: typedFilter(req), beforeNumber, verdict: null });
  });
  routes.get('/admin/audit.csv', async (req, res) => {
    const filter = filterOf(typedFilter(req));
    await deps.audit.record(requesterOf(req), 'audit.exported', { detail: JSON.stringify(filter) });
    await sendCsv(deps, res, filter);
  });
  routes.post('/admin/audit/verify', async (req, res) => {
    const verdict = await deps.audit.verify();
    await showLog({ deps, sendPage, req, res }, { typed: NOTHING_TYPED, beforeNumber: undefined, verdict });
  });
  return routes;
}

async function showLog(
  {
    deps,
    sendPage,
    req,
    res,
  }: {
    readonly deps: WebDeps;
    readonly sendPage: SendPage;
    readonly req: Request;
    readonly res: Response;
  },
  state: {
    readonly typed: TypedFilter;
    readonly beforeNumber: number | undefined;
    readonly verdict: ChainVerdict | null;
  },
): Promise<void> {
  const { typed, beforeNumber, verdict } = state;
  const page = beforeNumber === undefined ? {} : { beforeNumber };
  const entries = await deps.audit.search(filterOf(typed), { limit: ENTRIES_PER_PAGE, ...page });
  const hasMore = entries.length === ENTRIES_PER_PAGE;
  const hasAccounts = deps.access.kind === 'accounts';
  const model = auditModel({ entries, typed, verdict, hasMore, hasAccounts }, languageOf(req));
  await sendPage(req, res, { view: 'audit', title: model.t.title, section: 'administration', model });
}

// Piece by piece: a log of years need not fit into memory. The mark at the start makes spreadsheets read it as UTF-8.
async function sendCsv(deps: WebDeps, res: Response, filter: AuditFilter): Promise<void> {
  res.attachment('mailfit-audit.csv').type('text/csv; charset=utf-8');
  res.write(`\uFEFF${AUDIT_CSV_HEADER}\r\n`);
  let page: { readonly beforeNumber?: number } = {};
  for (;;) {
    const entries = await deps.audit.search(filter, { limit: ENTRIES_PER_PIECE, ...page });
    for (const entry of entries) res.write(`${auditCsvLine(entry)}\r\n`);
    const last = entries.at(-1);
    if (last === undefined || res.destroyed) break;
    page = { beforeNumber: last.number };
  }
  res.end();
}

function typedFilter(req: Request): TypedFilter {
  const read = (name: string): string => {
    const value = req.query[name];
    return typeof value === 'string' ? cleanText(value, FIELD_LENGTH_MAX) : '';
  };
  return {
    action: read('action'),
    actor: read('actor'),
    object: read('object'),
    from: read('from'),
    until: read('until'),
  };
}

// What does not look like a day is as if it had not been typed.
function filterOf(typed: TypedFilter): AuditFilter {
  const action = AUDIT_ACTIONS.find((known) => known === typed.action);
  const from = startOfDay(typed.from, 0);
  const before = startOfDay(typed.until, 1);
  return {
    ...(action === undefined ? {} : { action }),
    ...(typed.actor === '' ? {} : { actor: typed.actor }),
    ...(typed.object === '' ? {} : { object: typed.object }),
    ...(from === null ? {} : { from }),
    ...(before === null ? {} : { before }),
  };
}

/** The start of this day, or of the one `daysLater`, on the server's clock, as ISO 8601 in UTC. */
function startOfDay(day: string, daysLater: number): string | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined) return null;
  const start = new Date(Number(year), Number(month) - 1, Number(date) + daysLater);
  return Number.isNaN(start.getTime()) ? null : start.toISOString();
}
