import { type Access, systemAccess } from './access.ts';
import { seenOnce } from './seen-once.ts';

const hidingAll: Access = { ...systemAccess, shown: () => null };

describe('a view of a record', () => {
  it('is made once for each reader, and never shown to another', () => {
    const looks: string[] = [];
    const seen = seenOnce(({ name }: { readonly name: string }, access) => {
      looks.push(name);
      return access.shown('Customer', 'name', name, 'text');
    });
    const [huaxia, acme] = [{ name: 'Huaxia' }, { name: 'Acme' }];

    const answers = [hidingAll, systemAccess, hidingAll, systemAccess].map((access) => [
      seen(huaxia, access),
      seen(acme, access),
    ]);
    expect(answers).toEqual([
      [null, null],
      ['Huaxia', 'Acme'],
      [null, null],
      ['Huaxia', 'Acme'],
    ]);
    expect(looks).toEqual(['Huaxia', 'Acme', 'Huaxia', 'Acme']);
  });
});
