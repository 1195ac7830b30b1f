// Another way, or a step back, below a form.
import { Anchor } from '@mantine/core';

export function BackTo({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Anchor component="button" type="button" size="sm" ta="center" onClick={onClick}>
      {label}
    </Anchor>
  );
}
