// A client in the manner of the vendor's SDK: it takes only the origin of the server's address, puts ids into path
// templates, expects bare JSON, checks the token of what it receives, and calls back by topic, action and nature.
export interface IgnisignMessage {
  readonly appId: string;
  readonly appEnv: string;
  readonly topic: string;
  readonly action: string;
  readonly msgNature: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly verificationToken: string;
  readonly eventId: string;
}

export class IgnisignRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, body: { code?: string; message?: string }) {
    super(body.message ?? '');
    this.status = status;
    this.code = body.code ?? '';
  }
}

type Credentials =
  | { readonly apiKey: string }
  | { readonly appId: string; readonly appEnv: string; readonly appSecret: string };

export class IgnisignClient {
  readonly #origin: string;
  readonly #credentials: Credentials;
  #bearer = '';
  appId = '';
  appEnv = '';

  constructor(serverUrl: string, credentials: Credentials) {
    this.#origin = new URL(serverUrl).origin;
    this.#credentials = credentials;
  }

  async init(): Promise<void> {
    if ('apiKey' in this.#credentials) {
      const [, env = '', appIdPart = ''] = this.#credentials.apiKey.split('_');
      this.appId = `appId_${appIdPart}`;
      this.appEnv = env.toUpperCase();
      this.#bearer = this.#credentials.apiKey;
    } else {
      const { appId, appEnv, appSecret: secret } = this.#credentials;
      [this.appId, this.appEnv] = [appId, appEnv];
      const { jwtToken } = (await this.call('POST', '/v4/auth/app-api', {}, { appId, appEnv, secret })) as {
        jwtToken: string;
      };
      const claims = JSON.parse(Buffer.from(jwtToken.split('.')[1] ?? '', 'base64').toString()) as {
        exp: number;
      };
      if (Date.now() >= claims.exp * 1000) throw new Error('The token is not valid any more.');
      this.#bearer = jwtToken;
    }
  }

  async call(
    method: string,
    template: string,
    ids: Record<string, string> = {},
    body?: unknown,
    // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  ): Promise<any> {
    const [path = '', query = ''] = template.split('?');
    const filled = Object.entries(ids).reduce(
      (text, [name, id]) => text.replace(`:${name}`, encodeURIComponent(id)),
      path,
    );
    const response = await fetch(`${this.#origin}${filled}${query && `?${query}`}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(this.#bearer && { authorization: `Bearer ${this.#bearer}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw new IgnisignRefusal(response.status, parsed ?? {});
    return parsed;
  }

  #env() {
    return { appId: this.appId, appEnv: this.appEnv };
  }
  context = () => this.call('GET', '/v4/applications/:appId/context');
  endpoints = () => this.call('GET', '/v4/applications/:appId/envs/:appEnv/webhooks', this.#env());
  add = (dto: object) => this.call('POST', '/v4/applications/:appId/envs/:appEnv/webhooks', this.#env(), dto);
  update = (webhookId: string, dto: object) =>
    this.call('PUT', '/v4/webhooks/:webhookId', { webhookId }, dto);
  remove = (webhookId: string) => this.call('DELETE', '/v4/webhooks/:webhookId', { webhookId });
  disable = (webhookId: string, topics: object) =>
    this.call('POST', '/v4/webhooks/:webhookId/disabled-events', { webhookId }, { topics });
  events = (webhookId: string, filter: string, page: number) =>
    this.call('GET', `/v4/webhooks/:webhookId/events?filter=${filter}&page=${page}`, { webhookId });
  event = (webhookId: string, eventId: string) =>
    this.call('GET', '/v4/webhooks/:webhookId/events/:eventId', { webhookId, eventId });
  resend = (webhookId: string, eventId: string) =>
    this.call('POST', '/v4/webhooks/:webhookId/events/:eventId/resend', { webhookId, eventId }, {});
  check = (token: string, appId = this.appId, appEnv = this.appEnv) =>
    this.call('POST', '/v4/tokens/webhook-verification/checking-consumption', {}, { token, appId, appEnv });

  /** What the SDK does with a received message: refuses what is not for it or not genuine. */
  async consume(message: IgnisignMessage): Promise<void> {
    for (const name of ['topic', 'action', 'msgNature', 'verificationToken', 'appId', 'appEnv'] as const) {
      if (!message[name]) throw new Error(`The message has no ${name}.`);
    }
    if (message.appId !== this.appId || message.appEnv !== this.appEnv)
      throw new Error('It is for another one.');
    if (!(await this.check(message.verificationToken)).isValid) throw new Error('It cannot be verified.');
  }
}
