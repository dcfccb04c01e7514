import { readFileSync } from 'node:fs';

import { z } from 'zod';

import type { KafkaOptions } from './settings.ts';

/** How a process shows a secured broker who it is, and how it knows the broker. Empty: the broker asks nobody. */
export type BrokerAccess = Pick<KafkaOptions, 'sasl' | 'ssl'>;

const readable = z.string().transform((file, context) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    context.addIssue('cannot be read: it is the path of a PEM file with the certificates of the broker’s authority');
    return z.NEVER;
  }
});

const ENVIRONMENT = z
  .object({
    KAFKA_TLS: z.enum(['on', 'off'], 'must be on or off').default('off'),
    KAFKA_TLS_CA: readable.optional(),
    KAFKA_SASL_MECHANISM: z
      .enum(['plain', 'scram-sha-256', 'scram-sha-512'], 'must be plain, scram-sha-256 or scram-sha-512')
      .optional(),
    KAFKA_SASL_USERNAME: z.string().min(1).optional(),
    KAFKA_SASL_PASSWORD: z.string().min(1).optional(),
  })
  .superRefine((given, context) => {
    const refuse = (name: keyof typeof given, message: string) => {
      context.addIssue({ code: 'custom', path: [name], message });
    };
    if (given.KAFKA_TLS_CA && given.KAFKA_TLS === 'off') refuse('KAFKA_TLS_CA', 'is of use only with KAFKA_TLS=on');
    if (given.KAFKA_SASL_MECHANISM === 'plain' && given.KAFKA_TLS === 'off') {
      refuse('KAFKA_SASL_MECHANISM', 'plain sends the password as it is: set KAFKA_TLS=on, or use scram-sha-256');
    }
    const login = ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'] as const;
    if (login.every((name) => !given[name])) return;
    for (const name of login)
      if (!given[name]) refuse(name, 'is missing: mechanism, user name and password go together');
  });

/** Reads `KAFKA_TLS…` and `KAFKA_SASL_…`. The issues name every mistake; the password is in none of them. */
export const readBrokerAccess = (environment: Readonly<Record<string, string | undefined>>) => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = ENVIRONMENT.safeParse(given);
  if (!read.success) return { issues: read.error.issues, access: {} };
  return { issues: [], access: accessOf(read.data) };
};

const accessOf = (env: z.infer<typeof ENVIRONMENT>): BrokerAccess => {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = env;
  const ssl = env.KAFKA_TLS_CA ? { ca: env.KAFKA_TLS_CA } : true;
  return {
    ...(env.KAFKA_TLS === 'on' && { ssl }),
    ...(mechanism && username && password && { sasl: { mechanism, username, password } }),
  };
};
