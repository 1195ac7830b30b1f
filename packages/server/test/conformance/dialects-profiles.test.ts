// The formats of Signpost and of the five profiles, each with what is its own.
import { describe, expect, it } from 'vitest';
import { dialects, expressible } from '../../src/dialects/index.ts';
import { makeRequest } from '../../src/dialects/request.ts';
import { noRouting } from '../../src/domain/event.ts';
import { type PayloadSettings, payloadProblems } from '../../src/domain/payload.ts';
import { fromXml } from '../../src/lib/xml.ts';
import { bodyOf, context, dialectOf, eventOf, requestOf, settings, yael } from './rendering.ts';

describe('signpost', () => {
  const event = eventOf('envelope.sent', '{ "total": 1.50, "status":"sent" }');

  it('keeps the content as it came, or sends the status alone', () => {
    const dialect = dialectOf('signpost');
    const { body } = makeRequest(dialect, context(event, settings(dialect)));
    expect(body.toString()).toContain('"data":{ "total": 1.50, "status":"sent" }}');
    expect(bodyOf('signpost', event, { data: 'status' })).toMatchObject({
      id: 'evt-1',
      data: { status: 'sent' },
    });
  });

  it('puts mapped fields and companies beside the content, which stays as it came', () => {
    const dialect = dialectOf('signpost');
    const asked = settings(dialect, {
      extraFields: ['costCenter', 'none'],
      fieldMapping: ['total:a.b', 'missing'],
    });
    const request = makeRequest(dialect, context(event, asked));
    const at = request.contentAt ?? 0;
    expect(request.body.subarray(at, at + event.content.length)).toEqual(event.content);
    expect(JSON.parse(request.body.toString())).toMatchObject({
      fields: { a: { b: 1.5 }, missing: null },
      companies: [{ name: 'XYZ Leasing KK', fields: { costCenter: '42', none: null } }],
    });
  });

  it('is written as a form with nested names, and as XML (C11, L22)', () => {
    const dialect = dialectOf('signpost');
    const made = (contentType: PayloadSettings['contentType']) =>
      makeRequest(dialect, context(event, settings(dialect, { contentType }))).body.toString();
    expect(made('application/x-www-form-urlencoded')).toContain('envelope%5BexternalId%5D=LN-1');
    expect(made('application/x-www-form-urlencoded')).toContain('data%5Btotal%5D=1.50');
    expect(made('application/xml')).toContain(
      '<data><total>1.50</total><status>sent</status></data></event>',
    );
  });
});

describe('ignisign', () => {
  const signed = eventOf('signer.signed', '{"signatureMethod":"ADVANCED_STD","n":1.0}', {
    signer: { id: 'sig-1', name: 'Yael', email: 'yael@example.com', role: null },
  });

  it('sends the documented body with a token (I17, I18)', () => {
    expect(bodyOf('ignisign', signed)).toEqual({
      appId: 'appId_bank',
      appEnv: 'PRODUCTION',
      topic: 'SIGNATURE',
      action: 'SIGNATURE_SUCCESS',
      msgNature: 'SUCCESS',
      verificationToken: 'token-1',
      eventId: 'evt-1',
      content: {
        signatureRequestId: 'env-1',
        signatureRequestExternalId: 'LN-1',
        signerId: 'sig-1',
        signatureMethod: 'ADVANCED_STD',
        n: 1,
      },
    });
  });

  it('puts the ids that receivers look for before the bytes of a content that lacks them', () => {
    const dialect = dialectOf('ignisign');
    const { body } = makeRequest(dialect, context(signed, settings(dialect)));
    expect(body.toString()).toContain('"signerId":"sig-1","signatureMethod":"ADVANCED_STD","n":1.0}');
  });

  it.each([
    ['info', 'SUCCESS'],
    ['warning', 'WARNING'],
    ['error', 'ERROR'],
  ] as const)('names the nature of %s %s (I15)', (severity, nature) => {
    expect(bodyOf('ignisign', { ...signed, severity })['msgNature']).toBe(nature);
  });

  it('has the topics and actions of the documentation (I6–I14), and those of SDK 4 on request', () => {
    const names = (type: string, options = {}) => {
      const { topic, action } = bodyOf('ignisign', eventOf(type, '{}'), { options });
      return `${topic}/${action}`;
    };
    expect(names('envelope.created')).toBe('SIGNATURE_REQUEST/INIT');
    expect(names('envelope.created', { names: 'sdk-4' })).toBe('SIGNATURE_REQUEST/INITIALIZED');
    expect(names('signer.updated')).toBe('SIGNER/CLAIM_UPDATED');
    expect(names('signature_image.failed')).toBe('SIGNATURE_SIGNER_IMAGE/FAILED');
    expect(names('application.archived')).toBe('APP/ARCHIVED');
    expect(names('signer.signed', { names: 'sdk-4' })).toBe('SIGNATURE/FINALIZED');
    expect(expressible({ dialect: 'ignisign', options: {} }, 'envelope.voided')).toBe(false);
    expect(expressible({ dialect: 'ignisign', options: { names: 'sdk-4' } }, 'envelope.voided')).toBe(true);
  });

  it('takes 200 alone as success, and says so of 202 (I22)', () => {
    const dialect = dialectOf('ignisign');
    const judged = (status: number) =>
      dialect.judge({ status, headers: [], body: Buffer.alloc(0) }, settings(dialect));
    expect(judged(200)).toEqual({ kind: 'success' });
    expect(judged(202)).toEqual({ kind: 'failure', reason: expect.stringContaining('202') });
  });
});

describe('esignglobal', () => {
  it('names the last signature differently', () => {
    const event = (remainingSigners: number) => eventOf('signer.signed', { remainingSigners });
    expect(bodyOf('esignglobal', event(1))['event']).toBe('ENVELOPE_SIGNER_SIGNED');
    expect(bodyOf('esignglobal', event(0))['event']).toBe('ENVELOPE_ALL_SIGNER_SIGNED');
  });

  it('wants the code 200 in the body of the answer', () => {
    const dialect = dialectOf('esignglobal');
    const judged = (body: string) =>
      dialect.judge({ status: 200, headers: [], body: Buffer.from(body) }, settings(dialect));
    expect(judged('{"code":"200","msg":"success"}')).toEqual({ kind: 'success' });
    expect(judged('{"code":200}')).toEqual({ kind: 'success' });
    expect(judged('{"code":"500"}')).toMatchObject({
      kind: 'failure',
      reason: expect.stringContaining('500'),
    });
    expect(judged('')).toMatchObject({ kind: 'failure', reason: expect.stringContaining('empty') });
    expect(judged('<html>ok</html>')).toMatchObject({ kind: 'failure' });
  });
});

describe('emsigner', () => {
  it('tells the workflow, its status and the event in the words of the vendor (E6, E16)', () => {
    const told = (type: string) => {
      const { WorkflowID, WorkflowStatus, EventName } = bodyOf('emsigner', eventOf(type, '{}'));
      return [WorkflowID, WorkflowStatus, EventName];
    };
    expect(told('envelope.completed')).toEqual(['env-1', 'Completed', 'Completion']);
    expect(told('envelope.voided')).toEqual(['env-1', 'Recalled', 'Recalled']);
    expect(told('signer.declined')).toEqual(['env-1', 'Declined', 'Declined']);
    expect(told('signer.signed')).toEqual(['env-1', 'In Progress', 'Signed/Reviewed']);
  });

  it('tells who asked for the envelope, and carries the content byte for byte', () => {
    const routing = { ...noRouting, requestFrom: ['LoanManagement'], department: 'Loans' };
    const { body } = requestOf('emsigner', eventOf('envelope.sent', '{ "total": 1.50 }', { routing }));
    expect(body.toString()).toContain('"RequestFrom":["LoanManagement"],"Department":"Loans"');
    expect(body.toString()).toMatch(/"Data":\{ "total": 1\.50 \}\}$/);
  });
});

describe('one-cp', () => {
  const updated = eventOf('envelope.updated', '{ "total": 1.50, "status": "sent" }');

  it.each([
    ['envelope.created', 'create', 'created'],
    ['envelope.updated', 'update', 'updated'],
    ['envelope.sent', 'send', 'sent'],
    ['signer.viewed', 'review', 'viewed'],
    ['session.loaded', 'review', 'viewed'],
    ['envelope.expired', 'expired', 'expired'],
  ])('tells %s as the trigger %s (C4–C9)', (type, trigger, status) => {
    expect(bodyOf('one-cp', eventOf(type, '{}'))).toMatchObject({ transactionId: 'env-1', trigger, status });
  });

  it('puts mapped fields and companies beside the status, and the contract as it came (C14–C18)', () => {
    const input = {
      extraFields: ['costCenter'],
      fieldMapping: ['total', 'total:amount', { from: 'event.envelope.title', to: 'client.name' }],
    };
    const { body } = requestOf('one-cp', updated, input);
    expect(body.toString()).toMatch(/"contract":\{ "total": 1\.50, "status": "sent" \}\}$/);
    expect(body.toString()).toContain('"total":1.50,"amount":1.50,"client":{"name":"Loan"}');
    expect(bodyOf('one-cp', updated, { ...input, data: 'status' })).toEqual({
      transactionId: 'env-1',
      externalId: 'LN-1',
      status: 'sent',
      trigger: 'update',
      occurredAt: '2026-03-03T08:12:40.000Z',
      total: 1.5,
      amount: 1.5,
      client: { name: 'Loan' },
      companies: [{ name: 'XYZ Leasing KK', fields: { costCenter: '42' } }],
    });
  });

  it('is written as a form too (C11)', () => {
    const { body } = requestOf('one-cp', updated, { contentType: 'application/x-www-form-urlencoded' });
    const form = new URLSearchParams(body.toString());
    expect(form.get('trigger')).toBe('update');
    expect(form.get('contract[total]')).toBe('1.50');
  });

  it('lets no mapped field overwrite what it tells itself', () => {
    const payload = settings(dialectOf('one-cp'), { fieldMapping: ['total:status'] });
    expect(payloadProblems(payload, dialects)).toMatchObject([{ path: 'payload.fieldMapping[0]' }]);
  });
});

describe('cellosign', () => {
  const session = {
    id: 'tR4vNq0ZyK',
    reference: 'p-1',
    processId: 'p-1',
    processNumber: 118,
    transactionNumber: 342,
    recipient: { id: 1, name: 'client' },
    labels: { BRANCH: 'Cork' },
  };
  const shown = {
    id: 'tR4vNq0ZyK',
    reference: 'p-1',
    process_id: 'p-1',
    process_number: 118,
    transaction_number: 342,
    recipient: { id: 1, name: 'client' },
    labels: { BRANCH: 'Cork' },
  };
  const client = { ip: '192.0.2.47', userAgent: 'Phone' };

  it.each([
    ['session.created', 'WHEF_SESSION_CREATED'],
    ['session.expired', 'WHEF_SESSION_EXPIRED'],
    ['session.deleted', 'WHEF_SESSION_DELETED'],
  ])('tells %s as %s with its session, and the time without a zone (L7–L9)', (type, code) => {
    expect(bodyOf('cellosign', eventOf(type, { session }))).toEqual({
      event: { type: code, timestamp: '2026-03-03T08:12:40.000000' },
      session: shown,
    });
  });

  it.each([
    ['signer.authenticated', 'WHEF_CLIENT_LOGGED_IN'],
    ['session.loaded', 'WHEF_CLIENT_FORM_LOADED'],
    ['form.submitted', 'WHEF_CLIENT_FORM_SUBMITTED'],
  ])('tells %s as %s with the device of the client (L4–L6)', (type, code) => {
    const body = bodyOf('cellosign', eventOf(type, { session, client }));
    expect(body).toMatchObject({ event: { type: code }, client: { ip: '192.0.2.47', user_agent: 'Phone' } });
  });

  it('asks for data by the change and the fields, and is answered by other fields (L2, L24)', () => {
    const change = { id: 'company_number', type: 'text', value: '000314-X' };
    const event = eventOf('form.field_changed', { session, client, change, fields: [change] });
    expect(bodyOf('cellosign', event)).toMatchObject({ session: shown, change, fields: [change] });
    const dialect = dialectOf('cellosign');
    const answer = (accept: 'application/json' | 'application/xml') =>
      dialect.answers('form.field_changed', settings(dialect, { accept })).success.body;
    expect(JSON.parse(answer('application/json'))).toEqual([
      { id: 'company_name', value: expect.any(String) },
    ]);
    expect(fromXml(answer('application/xml'))).toMatchObject({
      kind: 'read',
      value: { item: { id: 'company_name' } },
    });
  });

  it('archives all sessions of the process with documents, form data and attachments (L1)', () => {
    const document = { id: 'f-1', name: 'a.pdf', contentType: 'application/pdf' };
    const archived = {
      ...{ ...session, client, author: { name: 'Mai' }, submittedAt: '2026-05-20T12:21:40.688Z' },
      ...{ documents: [document], formData: [{ id: 'x', value: 1 }], attachments: [] },
    };
    const body = bodyOf('cellosign', eventOf('document.archived', { sessions: [archived, session] }));
    expect(body).toEqual({
      event: { type: 'WHP_ARCHIVE', timestamp: '2026-03-03T08:12:40.000000' },
      sessions: [
        {
          ...shown,
          author: { name: 'Mai' },
          submission_details: {
            timestamp: '2026-05-20T12:21:40.688000',
            ip: '192.0.2.47',
            user_agent: 'Phone',
          },
          documents: [{ id: 'f-1', name: 'a.pdf', content_type: 'application/pdf' }],
          form_data: [{ id: 'x', value: 1 }],
          attachments: [],
        },
        { ...shown, submission_details: {}, documents: [], form_data: [], attachments: [] },
      ],
    });
  });

  it('tells what was stored where (L3)', () => {
    const stored = { storage: { kind: 's3' }, files: [{ path: 'a.pdf' }] };
    expect(bodyOf('cellosign', eventOf('storage.completed', stored))).toMatchObject({
      event: { type: 'WHP_STORAGE' },
      ...stored,
    });
  });

  it('makes a session of the envelope where the platform has none', () => {
    const body = bodyOf('cellosign', eventOf('signer.viewed', '{}', { signer: yael }));
    expect(body['session']).toEqual({
      id: 'env-1',
      reference: 'LN-1',
      process_id: 'env-1',
      recipient: { id: 'sig-1', name: 'declarant' },
      labels: {},
    });
  });

  it('is written as XML that reads back as the same (L22)', () => {
    const event = eventOf('session.created', { session });
    const { body } = requestOf('cellosign', event, { contentType: 'application/xml' });
    expect(fromXml(body.toString())).toMatchObject({
      kind: 'read',
      root: 'webhook',
      value: { event: { type: 'WHEF_SESSION_CREATED' }, session: { recipient: { id: '1', name: 'client' } } },
    });
  });
});
