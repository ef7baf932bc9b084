// A visitor without a browser: keeps cookies and the form token of the page last seen, as a browser would.

export interface Visitor {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends a form with the token of the last page; a value may be a list. */
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Response>;
  /** The same visitor at another server, with the same cookies. */
  at(origin: string): Visitor;
  cookies(): string;
  token(): string;
}

export function openBrowserless(
  origin: string,
  lang: 'en' | 'ja' = 'en',
  jar = new Map<string, string>(),
): Visitor {
  let token = '';
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = async (
    path: string,
    init: RequestInit,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Response> => {
    const headers = { 'accept-language': lang, cookie: cookies(), ...more };
    const response = await fetch(origin + path, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const html = await response.clone().text();
    token = /name="_token" value="([^"]+)"/.exec(html)?.[1] ?? token;
    return response;
  };
  return {
    get: (path, headers) => send(path, {}, headers),
    post(path, fields) {
      const body = new URLSearchParams({ _token: token });
      for (const [name, value] of Object.entries(fields)) {
        for (const one of Array.isArray(value) ? (value as readonly string[]) : [value as string]) {
          body.append(name, one);
        }
      }
      return send(path, { method: 'POST', body });
    },
    at: (other) => openBrowserless(other, lang, jar),
    cookies,
    token: () => token,
  };
}
