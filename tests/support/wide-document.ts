/** Kinds of payments: more of them than tabs have room for. */
export const KINDS = [
  ...['card', 'bank-transfer', 'direct-debit', 'cash', 'check', 'gift-card', 'invoice', 'wallet'],
  ...['crypto', 'voucher', 'mobile', 'prepaid', 'instalment', 'barter'],
];

/** The schema of a kind: `BankTransferPaymentRequest`. */
export function schemaName(kind: string): string {
  const words = kind.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}PaymentRequest`;
}

/** Fields of an inline object, whose names say where they are. */
function fields(prefix: string, count: number, more: object = {}): object {
  const all = Array.from({ length: count }, (_, at) => [
    `${prefix}_${at}`,
    { type: 'string', description: `What ${prefix} ${at} is, in a sentence of its own.` },
  ]);
  return { type: 'object', properties: { ...Object.fromEntries(all), ...more } };
}

/**
 * A document that is wide rather than deep: a body that is one of many kinds, which share an address; and an event whose
 * fields are all written out in one schema.
 */
export function wideDocument(): object {
  const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const payments = KINDS.map((kind) => [
    schemaName(kind),
    {
      type: 'object',
      required: ['kind'],
      properties: {
        kind: { type: 'string', enum: [kind] },
        [`${kind.replaceAll('-', '_')}_number`]: { type: 'string' },
        address: ref('Address'),
      },
    },
  ]);
  const mapping = KINDS.map((kind) => [kind, `#/components/schemas/${schemaName(kind)}`]);
  const schemas = {
    ...Object.fromEntries(payments),
    Address: {
      type: 'object',
      properties: { street: { type: 'string' }, city: { type: 'string' } },
    },
    Payment: {
      oneOf: KINDS.map((kind) => ref(schemaName(kind))),
      discriminator: { propertyName: 'kind', mapping: Object.fromEntries(mapping) },
    },
    Event: fields('event', 400, {
      order: {
        ...fields('order', 300, { buyer: fields('buyer', 250) }),
        description: 'What was bought.',
      },
    }),
  };
  const json = (name: string): object => ({ 'application/json': { schema: ref(name) } });
  return {
    openapi: '3.1.0',
    info: { title: 'Wide', version: '1', description: 'Schemas with much in them.' },
    servers: [{ url: 'https://wide.example' }],
    paths: {
      '/payments': {
        post: {
          operationId: 'pay',
          summary: 'Pay',
          requestBody: { content: json('Payment') },
          responses: { 204: { description: 'Paid' } },
        },
      },
      '/events': {
        get: {
          operationId: 'latestEvent',
          summary: 'Get the latest event',
          responses: { 200: { description: 'The event', content: json('Event') } },
        },
      },
    },
    components: { schemas },
  };
}
