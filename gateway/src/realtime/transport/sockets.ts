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
import { type SubscribePayload, CloseCode, makeServer } from 'graphql-ws';
import type { WebSocket } from 'ws';

import { forwardedOf } from '../../http/request-id.ts';
import type { SignIn } from '../../http/sign-in.ts';
import { credentialIn } from '../../identity/authenticator.ts';
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
  /** What the client calls each. */
  readonly streams: Map<Stream, string>;
  /** Names of those that are being begun. */
  readonly beginning: Set<string>;
};

export type SocketSetup = {
  readonly signIn: SignIn | null;
  /** Gives what gives the place back, or null when somebody has too many sockets already. */
  readonly enter: (person: Person) => (() => void) | null;
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

/**
 * The protocol graphql-transport-ws over our own streams.
 * https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
 */
export const createProtocol = (setup: SocketSetup) =>
  makeServer<Readonly<Record<string, unknown>>, Connection>({
    onConnect: async ({ extra, connectionParams }) => signIn(setup, extra, connectionParams ?? {}),
    onSubscribe: async ({ subscriptions, extra }, id, payload) => {
      if (extra.beginning.has(id)) return nameIsTaken(extra);
      extra.beginning.add(id);
      const begun = await begin(setup, Object.keys(subscriptions).length, extra, payload).finally(() =>
        extra.beginning.delete(id),
      );
      if (!begun.ok) return begun.refusal.errors.map(errorOf);
      if (!isOpen(extra)) begun.value.leave();
      else extra.streams.set(begun.value, id);
      return { ...BEGUN, contextValue: iterate(forgotten(begun.value, extra.streams)) };
    },
    // The context is what `onSubscribe` gave; and errors are formatted already, which `onNext` leaves as they are.
    subscribe: ({ contextValue }) => contextValue as AsyncGenerator<ExecutionResult, void, void>,
    // What `iterate` gave: formatted.
    onNext: (_context, _id, _payload, _args, result) => result as FormattedExecutionResult,
    onError: (_context, _id, _payload, [first]) =>
      first?.originalError instanceof StreamRefused ? [...first.originalError.refused.errors] : undefined,
    onClose: ({ extra }) => {
      extra.forget();
      // The protocol's server leaves those it knows: one for each name.
      for (const stream of extra.streams.keys()) stream.leave();
    },
  });

/** A stream that is forgotten when it is left. */
const forgotten = (stream: Stream, streams: Connection['streams']): Stream => ({
  ...stream,
  leave: () => {
    streams.delete(stream);
    stream.leave();
  },
});

const isOpen = ({ socket }: Connection) => socket.readyState === socket.OPEN;

const errorOf = ({ message, extensions }: Refused['errors'][number]) =>
  new GraphQLError(message, { extensions: { ...extensions } });

/** The protocol's server would take the earlier one, which was ended before it began, for this one. */
const nameIsTaken = ({ socket }: Connection) => {
  const message = 'Subscriber already exists';
  socket.close(CloseCode.SubscriberAlreadyExists, message);
  return [new GraphQLError(message)];
};

/** The token comes with the first message, since a browser's socket has no headers; or with the upgrade. */
const signIn = async (setup: SocketSetup, connection: Connection, params: Readonly<Record<string, unknown>>) => {
  if (!setup.signIn) return true;
  const given = Object.entries(params).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  const authorization = typeof given === 'string' ? given : credentialIn(connection.request.headers);
  const signedIn = await setup.signIn(authorization, connection.address);
  // Whoever has gone meanwhile is told nothing, and nothing is kept of him.
  if (!isOpen(connection)) return false;
  if (!signedIn.ok) {
    const { status, message, reason } = signedIn.refusal;
    setup.signInRefused(reason);
    connection.socket.close(status === 401 ? SIGN_IN_AGAIN : TRY_AGAIN_LATER, message);
    return false;
  }
  return enter(setup, connection, { person: signedIn.value, authorization });
};

type Entering = { readonly person: Person; readonly authorization: string | undefined };

const enter = (setup: SocketSetup, connection: Connection, { person, authorization }: Entering) => {
  const giveBack = setup.enter(person);
  if (!giveBack) {
    connection.socket.close(TRY_AGAIN_LATER, 'There are too many connections already.');
    return false;
  }
  connection.person = person;
  const expired = () => {
    connection.socket.close(SIGN_IN_AGAIN, 'The access token is no longer good.');
  };
  const changed = () => {
    connection.socket.close(TRY_AGAIN_LATER, 'What the key is good for has changed.');
  };
  const forget = setup.sessions.watch({ authorization, person, expired, changed });
  connection.forget = () => {
    forget();
    giveBack();
  };
  return true;
};

const begin = async (
  { admit, subscribe, perConnection }: SocketSetup,
  count: number,
  connection: Connection,
  payload: SubscribePayload,
): Promise<Result<Stream, Refused>> => {
  // The new one is among them already.
  if (count > perConnection) {
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
