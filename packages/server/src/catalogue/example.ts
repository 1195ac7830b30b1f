// What an example of an event consists of, and how one is told: somebody did something in a signing process, or something
// happened outside all of them. An example is data: anything made from it, such as a test delivery, is made elsewhere.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type Content = Readonly<Record<string, Json>>;

export interface EventExample {
  /** ISO 8601; no time in the content that tells of the past is later. */
  readonly occurredAt: string;
  readonly envelope: ExampleEnvelope | null;
  readonly signer: ExampleSigner | null;
  readonly routing: ExampleRouting;
  readonly content: Content;
}

interface ExampleEnvelope {
  readonly id: string;
  readonly externalId: string | null;
  readonly title: string;
}

type ExampleSigner = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
};

export interface ExampleRouting {
  readonly requestFrom: readonly string[];
  readonly department: string | null;
  readonly businessUnit: string | null;
  readonly company: string | null;
  readonly template: string | null;
  readonly trigger: 'page' | 'integration' | null;
  readonly appId: string | null;
}

/** A person as they stand in the content, among the signers. A type and not an interface, so that it counts as JSON. */
export type Person = ExampleSigner & { readonly externalId: string };

export interface Process {
  readonly envelope: ExampleEnvelope;
  readonly routing: ExampleRouting;
}

const noRouting: ExampleRouting = {
  requestFrom: [],
  department: null,
  businessUnit: null,
  company: null,
  template: null,
  trigger: null,
  appId: null,
};

/** Something happened to a signing process as a whole. */
export function happened(occurredAt: string, { envelope, routing }: Process, content: Content): EventExample {
  return { occurredAt, envelope, signer: null, routing, content: { ...requestOf(envelope), ...content } };
}

/** Somebody acted, or was acted on, in a signing process. */
export function acted(occurredAt: string, process: Process, person: Person, content: Content): EventExample {
  const { envelope, routing } = process;
  return {
    occurredAt,
    envelope,
    signer: signerOf(person),
    routing,
    content: {
      ...requestOf(envelope),
      signerId: person.id,
      signerExternalId: person.externalId,
      ...content,
    },
  };
}

/** A person became known, or known better, before any signing process. */
export function knew(
  occurredAt: string,
  person: Person,
  routing: Partial<ExampleRouting>,
  content: Content,
): EventExample {
  return {
    ...outside(occurredAt, routing, {
      signerId: person.id,
      signerExternalId: person.externalId,
      ...content,
    }),
    signer: signerOf(person),
  };
}

/** Something happened that belongs to no signing process. */
export function outside(
  occurredAt: string,
  routing: Partial<ExampleRouting>,
  content: Content,
): EventExample {
  return { occurredAt, envelope: null, signer: null, routing: { ...noRouting, ...routing }, content };
}

function signerOf({ id, name, email, role }: Person): ExampleSigner {
  return { id, name, email, role };
}

function requestOf({ id, externalId }: ExampleEnvelope): Content {
  return {
    signatureRequestId: id,
    ...(externalId === null ? {} : { signatureRequestExternalId: externalId }),
  };
}
