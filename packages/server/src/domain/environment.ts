// An application's four environments. Each is a tenant space of its own: nothing is seen from one in another.

export type EnvironmentName = 'DEVELOPMENT' | 'TEST' | 'STAGING' | 'PRODUCTION';
export const environmentNames: readonly EnvironmentName[] = ['DEVELOPMENT', 'TEST', 'STAGING', 'PRODUCTION'];

export function isEnvironmentName(text: string): text is EnvironmentName {
  return (environmentNames as readonly string[]).includes(text);
}
