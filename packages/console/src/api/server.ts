// What this server is: told to whoever runs it.
import { queryOptions } from '@tanstack/react-query';
import { answered, http } from './client.ts';

export const serverOptions = () =>
  queryOptions({
    queryKey: ['server'],
    queryFn: () => answered(http.GET('/api/v1/server', {})),
    staleTime: 10 * 60_000,
    retry: false,
  });
