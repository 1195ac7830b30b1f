// The server settings of PostgreSQL that Signpost chooses, in the form of its command line. Durability is never traded.
import type { Layout } from './layout.ts';
import { socketPort } from './layout.ts';

export type Settings = Readonly<Record<string, string>>;

const chosen: Settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // Enough for all the workers that there may be.
  max_connections: '450',
  fsync: 'on',
  synchronous_commit: 'on',
  shared_buffers: '256MB',
  // Queue statements are short: compiling one costs more than running it.
  jit: 'off',
  // Checkpoints are spread far apart, since each one makes whole pages go to the log again.
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // The queue's rows change state often; their dead versions must go before an index scan feels them.
  autovacuum_naptime: '10s',
  // Straight to a file, with no collector process: it goes on when Signpost dies.
  logging_collector: 'off',
  log_destination: 'stderr',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** `overrides` may change what is chosen above, but not where the server is found and how it is recognised. */
export function settingArguments(layout: Layout, overrides: Settings): string[] {
  const settings: Settings = {
    ...chosen,
    ...overrides,
    unix_socket_directories: layout.socketDir,
    port: String(socketPort),
    cluster_name: layout.clusterName,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
