import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a process writes to its standard output when it logs this error. */
const logged = async (error: string) => {
  const script = `
    import { logOf } from './log.ts';
    logOf('spec', 'info').error({ err: ${error} }, 'a request failed');`;
  const flags = ['--conditions=source', '--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd: import.meta.dirname });
  return stdout;
};

describe('the log of a service', () => {
  it('tells what failed and where, and nothing of whom it was about', async () => {
    const refused = `Object.assign(new Error('canceling statement due to lock timeout'), {
      code: '55P03', query: 'update contact set name = $1', parameters: ['李伟'], detail: 'of 李伟',
      driverError: { detail: 'of 李伟' } })`;
    const line = await logged(refused);
    expect(JSON.parse(line)).toMatchObject({
      msg: 'a request failed',
      err: { message: 'canceling statement due to lock timeout', code: '55P03' },
    });
    expect(line).not.toContain('李伟');
  });

  it('holds no piece of a text that could not be read', async () => {
    const failed = `(() => { try { JSON.parse('{"name": 李伟}') } catch (error) { return new Error('no', { cause: error }) } })()`;
    const line = await logged(failed);
    expect(line).toContain('is not valid JSON');
    expect(line).not.toMatch(/[李伟]/);
  });
});
