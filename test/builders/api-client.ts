// A program that uses the HTTP API.

export interface ApiReply {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads whatever JSON came, and fails where it is another
  readonly body: any;
}

export interface ApiClient {
  get(path: string, options?: ApiOptions): Promise<ApiReply>;
  post(path: string, body: unknown, options?: ApiOptions): Promise<ApiReply>;
  put(path: string, body: unknown, options?: ApiOptions): Promise<ApiReply>;
  patch(path: string, body: unknown, options?: ApiOptions): Promise<ApiReply>;
  delete(path: string, options?: ApiOptions): Promise<ApiReply>;
  raw(
    method: string,
    path: string,
    body?: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
}

interface ApiOptions {
  readonly lang?: 'en' | 'ja';
}

/** @param token sent with every request where one is given */
export function openApi(origin: string, token: string | null = null): ApiClient {
  const raw: ApiClient['raw'] = (method, path, body, headers = {}) =>
    fetch(`${origin}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const send = async (method: string, path: string, body: unknown, { lang = 'en' }: ApiOptions = {}) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = { 'accept-language': lang, 'content-type': 'application/json' };
    const response = await raw(method, path, text, headers);
    const content = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: content === '' ? null : (JSON.parse(content) as unknown),
    };
  };
  return {
    get: (path, options) => send('GET', path, undefined, options),
    post: (path, body, options) => send('POST', path, body, options),
    put: (path, body, options) => send('PUT', path, body, options),
    patch: (path, body, options) => send('PATCH', path, body, options),
    delete: (path, options) => send('DELETE', path, undefined, options),
    raw,
  };
}
