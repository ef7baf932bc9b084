// Turns a view and its model into a response. Invariant: a template sees the model it is given and nothing of the
// request, and its data never carries template options.

import type { Request, Response } from 'express';
import type { Permission } from '../core/access/permissions.ts';
import { may, permissionsOf } from '../core/access/principal.ts';
import type { Principal } from '../core/access/principal.ts';
import { LANGS } from '../core/text/localized.ts';
import type { Lang } from '../core/text/localized.ts';
import type { Assets } from './assets.ts';
import { gzipAround } from './gzip-part.ts';
import type { KeptHtml } from './kept-parts.ts';
import { languageHref, languageOf } from './language.ts';
import { renderView } from './render-view.ts';
import { formToken } from './security/same-origin.ts';
import { principalOf } from './security/who.ts';
import { SHELL_TEXTS } from './texts/shell-texts.ts';
import { inLanguage } from './texts/text-table.ts';
import type { InLanguage } from './texts/text-table.ts';
import type { WebDeps } from './web-deps.ts';

export interface PageContent {
  /** Template below `pages/`. */
  readonly view: string;
  readonly title: string;
  /** Which entry of the main navigation the page belongs to. */
  readonly section?: 'home' | 'catalogue' | 'benchmark' | 'guide' | 'administration';
  /** For readers of a share link: no navigation, nothing that leads elsewhere. */
  readonly isBare?: boolean;
  /** Scripts that make the page more comfortable; it must be readable without them. */
  readonly scripts?: readonly string[];
  readonly model: object;
  /** HTML that was made before, for the place in the template that says `page.keptPart`. */
  readonly keptPart?: KeptHtml;
}

const KEPT_PART = '<!-- kept part -->';

export interface Shell {
  readonly lang: Lang;
  readonly title: string;
  readonly t: InLanguage<typeof SHELL_TEXTS>;
  readonly formToken: string;
  readonly styleHref: string;
  readonly iconHref: string;
  readonly scriptHrefs: readonly string[];
  readonly navigation: readonly {
    readonly href: string;
    readonly label: string;
    readonly isCurrent: boolean;
  }[];
  readonly languages: readonly {
    readonly lang: Lang;
    readonly label: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
  readonly isBare: boolean;
  /** Name and page of whoever is signed in; null where nobody is. */
  readonly account: { readonly name: string; readonly href: string } | null;
  /** Whether this server has accounts at all. */
  readonly hasAccounts: boolean;
  /** What the visitor may do, so that a page does not offer what would be refused: `shell.may['run.start']`. */
  readonly may: Readonly<Partial<Record<Permission, boolean>>>;
}

export type SendPage = (req: Request, res: Response, page: PageContent) => Promise<void>;

const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = { en: 'English', ja: '日本語' };

export function pageSender(
  deps: Pick<WebDeps, 'viewsDir' | 'signingKey' | 'access'>,
  assets: Assets,
): SendPage {
  return async (req, res, page) => {
    const shell = shellFor(req, page, { assets, token: formToken(deps.signingKey, req, res) });
    const html = await renderView(deps.viewsDir, `pages/${page.view}`, {
      shell: { ...shell, hasAccounts: deps.access.kind === 'accounts' },
      keptPart: KEPT_PART,
      ...page.model,
    });
    res.type('html');
    if (page.keptPart === undefined) res.send(html);
    else sendAround(req, res, { kept: page.keptPart, html });
  };
}

// Bytes that are kept are neither turned into text and back, nor compressed again, nor copied for every visitor.
function sendAround(
  req: Request,
  res: Response,
  { kept, html }: { readonly kept: KeptHtml; readonly html: string },
): void {
  const [before, after] = html.split(KEPT_PART).map((text) => Buffer.from(text));
  if (before === undefined || after === undefined)
    throw new Error('the template has no place for the kept part');
  const isCompressed = req.acceptsEncodings('gzip') !== false;
  const pieces = isCompressed ? gzipAround(before, kept.gzip, after) : [before, kept.plain, after];
  res.vary('Accept-Encoding');
  if (isCompressed) res.setHeader('content-encoding', 'gzip');
  res.setHeader(
    'content-length',
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
  res.cork();
  for (const piece of pieces) res.write(piece);
  res.end();
  res.uncork();
}

function shellFor(
  req: Request,
  page: PageContent,
  frame: { readonly assets: Assets; readonly token: string },
): Omit<Shell, 'hasAccounts'> {
  const lang = languageOf(req);
  const t = inLanguage(SHELL_TEXTS, lang);
  const entries = [
    { href: '/', label: t.home, id: 'home' },
    { href: '/options', label: t.catalogue, id: 'catalogue' },
    { href: '/benchmark', label: t.benchmark, id: 'benchmark' },
    { href: '/guide', label: t.guide, id: 'guide' },
    ...(isAdministrator(principalOf(req))
      ? [{ href: '/admin/accounts', label: t.administration, id: 'administration' }]
      : []),
  ];
  return {
    lang,
    t,
    title: page.title,
    formToken: frame.token,
    styleHref: frame.assets.href('app.css'),
    iconHref: frame.assets.href('icon.svg'),
    isBare: page.isBare ?? false,
    account: accountShown(principalOf(req)),
    scriptHrefs: (page.scripts ?? []).map((name) => frame.assets.href(name)),
    navigation: entries.map(({ id, ...entry }) => ({ ...entry, isCurrent: id === page.section })),
    may: Object.fromEntries([...permissionsOf(principalOf(req))].map((permission) => [permission, true])),
    languages: LANGS.map((other) => ({
      lang: other,
      label: LANGUAGE_NAMES[other],
      href: languageHref(req, other),
      isCurrent: other === lang,
    })),
  };
}

// Where there are no accounts there is nothing to administer.
function isAdministrator(who: Principal): boolean {
  return who.kind === 'account' && may(who, 'account.manage');
}

function accountShown(who: Principal): Shell['account'] {
  return who.kind === 'account' ? { name: who.name, href: '/account' } : null;
}
