// What can be done with the thing of a row or a page, behind three dots.
import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface RowMenuProps {
  /** Of the dots: "Actions for Loans". */
  readonly label: string;
  readonly isPending?: boolean;
  readonly width?: number;
  /** Menu.Item and the like. */
  readonly children: ReactNode;
}

export function RowMenu({ label, isPending = false, width, children }: RowMenuProps) {
  return (
    <Menu position="bottom-end" {...(width !== undefined && { width })}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" loading={isPending} aria-label={label}>
          <IconDotsVertical size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
