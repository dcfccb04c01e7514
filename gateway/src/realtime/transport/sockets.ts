import type { IncomingMessage } from 'node:http';

import type { Result } from '@crm/kernel';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  buildSchema,
  parse,
} from 'graphql';
import { type Context, type SubscribePayload, CloseCode, makeServer } from 'graphql-ws';
import type { WebSocket } from 'ws';

import { forwardedOf } from '../../http/request-id.ts';
import { type Authenticate, credentialIn } from '../../identity/authenticator.ts';
import type { Person } from '../../identity/claims.ts';
import type { DoorRefusal } from '../../limits/refusals.ts';
import type { Stream } from '../engine/subscriber.ts';
import { type Refused, refused } from '../refused.ts';
import type { Sessions } from '../sessions.ts';
import { StreamRefused, iterate } from './iterate.ts';
import type { Operation, Subscribe } from './subscribe.ts';

/** What an open socket is to us. */
export type Connection = {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly address: string;
  person: Person | null;
  forget: () => void;
  /** By the client's name for each. */
  readonly streams: Map<string, Stream>;
};

export type SocketSetup = {
  readonly authenticate: Authenticate | null;
  readonly sessions: Sessions;
  readonly subscribe: Subscribe;
  /** The door's decision about an operation, for somebody at an address. */
  readonly admit: (payload: unknown, connection: Connection) => Result<Operation, DoorRefusal>;
  readonly signInRefused: (reason: string) => void;
  readonly perConnection: number;
};

/** Codes from 4000 are the application's. Clients of the protocol do not try again after 4401, and do after 1013. */
const SIGN_IN_AGAIN: number = CloseCode.Unauthorized;
const TRY_AGAIN_LATER = 1013;

/** The protocol's server wants an operation to execute; ours is begun already. */
const BEGUN = {
  schema: buildSchema('type Query { _: Boolean } type Subscription { _: Boolean }'),
  document: parse('subscription { _ }'),
  rootValue: null,
} satisfies ExecutionArgs;

type Socket = Context<Readonly<Record<string, unknown>>, Connection>;

/**
 * The protocol graphql-transport-ws over our own streams.
 * https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
 */
export const createProtocol = (setup: SocketSetup) =>
  makeServer<Readonly<Record<string, unknown>>, Connection>({
    onConnect: async ({ extra, connectionParams }) => signIn(setup, extra, connectionParams ?? {}),
    onSubscribe: async (context, id, payload) => {
      const begun = await begin(setup, context, payload);
      if (!begun.ok)
        return begun.refusal.errors.map(
          ({ message, extensions }) => new GraphQLError(message, { extensions: { ...extensions } }),
        );
      context.extra.streams.set(id, begun.value);
      return { ...BEGUN, contextValue: begun.value };
    },
    // The context is what `onSubscribe` gave; and errors are formatted already, which `onNext` leaves as they are.
    subscribe: ({ contextValue }) => iterate(contextValue as Stream) as AsyncGenerator<ExecutionResult, void, void>,
    // What `iterate` gave: formatted.
    onNext: (_context, _id, _payload, _args, result) => result as FormattedExecutionResult,
    onError: (_context, _id, _payload, [first]) =>
      first?.originalError instanceof StreamRefused ? [...first.originalError.refused.errors] : undefined,
    onComplete: ({ extra }, id) => void extra.streams.delete(id),
    onClose: ({ extra }) => {
      extra.forget();
    },
  });

/** The token comes with the first message, since a browser's socket has no headers; or with the upgrade. */
const signIn = async (setup: SocketSetup, connection: Connection, params: Readonly<Record<string, unknown>>) => {
  if (!setup.authenticate) return true;
  const given = Object.entries(params).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  const authorization = typeof given === 'string' ? given : credentialIn(connection.request.headers);
  const signedIn = await setup.authenticate(authorization);
  if (!signedIn.ok) {
    const { status, message, reason } = signedIn.refusal;
    setup.signInRefused(reason);
    connection.socket.close(status === 401 ? SIGN_IN_AGAIN : TRY_AGAIN_LATER, message);
    return false;
  }
  connection.person = signedIn.value;
  const expired = () => {
    connection.socket.close(SIGN_IN_AGAIN, 'The access token is no longer good.');
  };
  const changed = () => {
    connection.socket.close(TRY_AGAIN_LATER, 'What the key is good for has changed.');
  };
  connection.forget = setup.sessions.watch({ authorization, person: signedIn.value, expired, changed });
  return true;
};

const begin = async (
  { admit, subscribe, perConnection }: SocketSetup,
  { subscriptions, extra: connection }: Socket,
  payload: SubscribePayload,
): Promise<Result<Stream, Refused>> => {
  // The new one is among them already.
  if (Object.keys(subscriptions).length > perConnection) {
    return { ok: false, refusal: refused('TOO_MANY_SUBSCRIPTIONS', { limit: perConnection }) };
  }
  const admitted = admit(payload, connection);
  if (!admitted.ok) return { ok: false, refusal: refusedAtDoor(admitted.refusal) };
  const { person, request } = connection;
  return subscribe(admitted.value, { person, forwarded: forwardedOf(request.headers) }, undefined);
};

/** A refusal of the door in our own form. */
export const refusedAtDoor = ({ status, code, message, details }: DoorRefusal): Refused => ({
  status,
  errors: [{ message, extensions: { code, ...details } }],
});
