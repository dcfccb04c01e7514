/** What programs we start inherit from us: the way to find programs, a language, and where to write; no secrets. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'JAVA_HOME', 'USER', 'SSL_CERT_FILE'] as const;

/** The environment of a program we start, with `more` on top. */
export const programEnv = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  ),
  ...more,
});

/** Maven needs whatever its user set up: proxies, mirrors, its own options. */
export const wholeEnv = (): NodeJS.ProcessEnv => ({ ...process.env });

/** The Java to run: the one JAVA_HOME names, else the first on the path. */
export const javaProgram = (): string => {
  const home = process.env.JAVA_HOME;
  return home ? `${home}/bin/java` : 'java';
};
