import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { mayMountDisks, startSmallDisk } from './small-disk.ts';

describe('a small disk (skipped where this process may not mount one)', () => {
  const whereAllowed = mayMountDisks() ? it : it.skip;
  whereAllowed('is full when it was filled, and takes more when it was emptied or made larger', async () => {
    const disk = await startSmallDisk(2);
    try {
      const write = () => writeFile(join(disk.folder, 'file'), Buffer.alloc(500_000));
      await write();
      await disk.fill();
      await expect(writeFile(join(disk.folder, 'other'), Buffer.alloc(100_000))).rejects.toThrow('ENOSPC');
      await disk.resize(4);
      await expect(write()).resolves.toBeUndefined();
      await disk.fill();
      await expect(writeFile(join(disk.folder, 'other'), Buffer.alloc(100_000))).rejects.toThrow('ENOSPC');
      await disk.free();
      await expect(write()).resolves.toBeUndefined();
    } finally {
      await disk.stop();
    }
  });
});
