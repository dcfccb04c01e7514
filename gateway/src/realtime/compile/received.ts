import { type Result, accept, refuse } from '@crm/kernel';
import type { GraphQLSchema } from 'graphql';

import type { Answer } from '../engine/answer.ts';
import type { Refused } from '../refused.ts';
import { variablesOf } from './arguments.ts';
import type { Compiled, Reply, Wait } from './compiled.ts';
import type { Subscription } from './document.ts';
import { answer, questionOf, textOf } from './one.ts';

/** Identifies nothing: asked for at the start, it costs the owner no look-up and shows whether the selection is allowed. */
const NOTHING = '';

/** `notificationReceived`: the record that is addressed to the one who asks. Nothing is told of those that go. */
export const compileReceived = (schema: GraphQLSchema, subscription: Subscription): Compiled => {
  const { field, responseKey } = subscription;
  const text = textOf(schema, subscription, field);
  const answerOf = (reply: Reply) => whole(answer(reply, responseKey, text), responseKey);
  return {
    wait: (given): Result<Wait, Refused> => {
      const coerced = variablesOf(schema, subscription, given);
      if (!coerced.ok) return coerced;
      const question = questionOf(text, given);
      return accept({
        field,
        id: null,
        opening: question(NOTHING),
        openedWith: (reply) => {
          const opened = answerOf(reply);
          return opened.kind === 'failed' ? refuse(opened.refused) : accept([]);
        },
        question,
        answerOf,
        removal: null,
      });
    },
  };
};

/** The field is never null: what cannot be shown empties the answer. */
const whole = (told: Answer, key: string): Answer =>
  told.kind === 'there' && told.result.data?.[key] === null
    ? { ...told, result: { ...told.result, data: null } }
    : told;
