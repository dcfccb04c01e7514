/** Begins the line that says where everything is; the services log on the same output. */
export const ANNOUNCEMENT = 'SUITE ';
