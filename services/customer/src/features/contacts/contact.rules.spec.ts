import { idOf, newId } from '@crm/kernel';

import { type Contact, changeContact, draftContact } from './contact.rules.ts';

describe('a new contact', () => {
  it('needs a name', () => {
    expect(draftContact({ name: ' ' })).toMatchObject({
      ok: false,
      refusal: { problems: [{ path: ['input', 'name'], problem: 'required' }] },
    });
  });

  it.each([0, 6])('cannot have an influence of %i', (influence) => {
    expect(draftContact({ name: 'Li Wei', influence })).toMatchObject({
      ok: false,
      refusal: { problems: [{ path: ['input', 'influence'], problem: 'out-of-range', min: 1, max: 5 }] },
    });
  });
});

describe('changing a contact', () => {
  const known = draftContact({ name: 'Li Wei', title: 'Buyer' });
  if (!known.ok) throw new Error('the contact is good');
  const contact: Contact = {
    ...known.value,
    id: newId('Contact'),
    customerId: idOf<'Customer'>('c'),
    isPersonOfCustomer: false,
    ownerId: null,
    departmentId: null,
    version: 1,
    createdAt: new Date(0),
    createdBy: null,
    updatedAt: new Date(0),
    updatedBy: null,
    deletedAt: null,
    erasedAt: null,
  };

  it('names what differs and keeps what was not said', () => {
    expect(changeContact(contact, { title: null, influence: 5 })).toMatchObject({
      ok: true,
      value: { details: { name: 'Li Wei', title: null, influence: 5 }, changed: ['title', 'influence'] },
    });
  });
});
