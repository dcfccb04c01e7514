import { randomUUID } from 'node:crypto';

import { customerStateV1 } from '@crm/contracts';
import { newId } from '@crm/kernel';
import { type KafkaRecord, kafkaEventBus } from '@crm/messaging';

import { eventually } from '../support/client.ts';
import { suiteUnderTest } from '../support/config.ts';
import { operate } from './operator.builder.ts';

const send = async (record: KafkaRecord) => {
  const bus = kafkaEventBus({ brokers: suiteUnderTest().brokers, clientId: 'somebody' });
  await bus.publish([record]);
  await bus.close();
};

/** A customer's row as a program of somebody else's might send it, without a name. */
const aBadState = (customer: string): KafkaRecord => ({
  topic: customerStateV1.topic,
  key: customer,
  value: JSON.stringify({ ...customerStateV1.example, id: customer, name: 5 }),
  headers: {
    ce_id: randomUUID(),
    ce_type: customerStateV1.type,
    ce_time: new Date().toISOString(),
    ce_tenantid: randomUUID(),
    ce_aggregateversion: '1',
  },
});

const parkedOf = async (customer: string) => {
  const { text } = await operate('parked');
  return text.split('\n').flatMap((line) => (line.includes(customer) ? [line.trim().split(/\s+/)[0] ?? ''] : []));
};

describe('an operator at the command line', () => {
  it('finds a bad event with its cause, tries it again, gives it up, and no other event was held up', async () => {
    const customer = newId('Customer');
    await send(aBadState(customer));

    const ids = await eventually(
      () => parkedOf(customer),
      (found) => found.some((id) => id.startsWith('service/')),
    );
    const id = ids.find((each) => each.startsWith('service/')) ?? '';
    const parked = await operate('parked');
    expect(parked.code).toBe(3);
    expect(parked.text).toContain('customer.customer-state.v1: name:');

    const shown = await operate('show', id);
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.text).toContain('"name":5');

    expect(await operate('redrive', id)).toMatchObject({ code: 3 });
    expect((await operate('lag')).text).toMatch(/^ *service +0 /m);

    for (const each of await parkedOf(customer)) expect(await operate('discard', each)).toMatchObject({ code: 0 });
    expect(await parkedOf(customer)).toEqual([]);
    expect(await operate('discard', id)).toMatchObject({ code: 1 });
  });

  it('lets a service read its topics again while it serves', async () => {
    expect(await operate('replay', 'service', '--from', 'start')).toMatchObject({ code: 0 });

    const caughtUp = /^ *service +0 +– +0 +0 /m;
    expect(
      (
        await eventually(
          () => operate('lag'),
          ({ text }) => caughtUp.test(text),
        )
      ).text,
    ).toMatch(caughtUp);
  });

  it('is told what can be done, what is missing and what is not there', async () => {
    expect(await operate()).toMatchObject({ code: 1, text: expect.stringContaining('redrive SERVICE/ID') });
    expect(await operate('replay', 'service')).toMatchObject({
      code: 1,
      text: expect.stringContaining('--from start'),
    });
    expect(await operate('replay', 'nobody', '--from', 'start')).toMatchObject({ code: 1 });
    expect(await operate('redrive', newId('Customer'))).toMatchObject({ code: 1 });
  });
});
