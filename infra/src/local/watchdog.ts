import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Outlives us by design: its standard input is a pipe only we hold, so it learns of our death however we die
 * (even by kill -9), ends what we started, and removes our throw-away folders. A shell costs 1 MB; it is
 * in a session of its own, so that Ctrl-C does not reach it before us.
 */
const SCRIPT = `
trap '' INT TERM HUP
children='' folders=''
while read -r verb what signal; do
  case $verb in
    guard) children="$children $what:$signal" ;;
    release) kept=''; for each in $children; do [ "\${each%%:*}" = "$what" ] || kept="$kept $each"; done; children=$kept ;;
    trash) folders="$folders $what" ;;
    keep) kept=''; for each in $folders; do [ "$each" = "$what" ] || kept="$kept $each"; done; folders=$kept ;;
  esac
done
for each in $children; do kill -"\${each##*:}" "\${each%%:*}" 2>/dev/null; done
tries=0
while [ $tries -lt 40 ]; do
  alive=''
  for each in $children; do kill -0 "\${each%%:*}" 2>/dev/null && alive=1; done
  [ -z "$alive" ] && break
  sleep 0.1
  tries=$((tries + 1))
done
for each in $children; do kill -9 "\${each%%:*}" 2>/dev/null; done
for each in $folders; do rm -rf "$each"; done
`;

let watchdog: ChildProcess | null = null;

const tell = (line: string) => {
  if (watchdog === null) {
    watchdog = spawn('/bin/sh', ['-c', SCRIPT], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], cwd: '/' });
    // It must not keep us alive: we keep it alive.
    watchdog.unref();
    // A pipe's stream is a socket, which alone can be unreferenced.
    (watchdog.stdin as unknown as { unref: () => void } | null)?.unref();
    watchdog.stdin?.on('error', () => undefined);
  }
  watchdog.stdin?.write(`${line}\n`);
};

/** Whatever becomes of us, `pid` will not outlive us by more than a few seconds. */
export const guard = (pid: number, signal: 'INT' | 'TERM' | 'KILL') => {
  tell(`guard ${String(pid)} ${signal}`);
};

/** The process has ended: its number may be somebody else's soon. */
export const release = (pid: number) => {
  tell(`release ${String(pid)}`);
};

/** Whatever becomes of us, `folder` (a name without blanks) will be removed. */
export const trash = (folder: string) => {
  tell(`trash ${folder}`);
};

export const keep = (folder: string) => {
  tell(`keep ${folder}`);
};
